/** `policy/*.yaml`: when, how often, on which channels; limits, schedules and sources. */
import { z } from 'zod'
import { bucketKind, channelName } from '../../core/event/facts.ts'
import { chargeKind } from '../../core/event/money-facts.ts'
import { classes } from '../../core/reminder.ts'
import { audience } from './audience.ts'
import { zone } from './catalogue.ts'
import { clock, duration, ident, listOf, money, price, size, text } from './scalar.ts'

const rung = z.strictObject({
  channel: channelName,
  wait: duration.meta({ description: 'How long to wait for word before the next channel is taken.' }),
})

export const planning = z.strictObject({
  zone,
  signature: z
    .strictObject({ 'zh-CN': text.max(40), en: text.max(40) })
    .meta({ description: 'Put in front of every message.' }),
  'rest-hours': z
    .strictObject({ from: clock, to: clock })
    .meta({ description: 'Nothing that can wait arrives in them (NF-04).' }),
  'any-hour': z.array(z.enum(classes)).max(5).meta({ description: 'Classes that rest hours do not hold.' }),
  'last-hand-over': duration
    .default(15 * 60_000)
    .meta({ description: 'Nothing is handed over so shortly before rest hours (G5).' }),
  spread: duration.default(30 * 60_000).meta({ description: 'Bursts leave over so long (NF-14).' }),
  'cap-per-day': z
    .int()
    .min(1)
    .max(100)
    .meta({ description: 'Capped reminders of one line and day (NF-05).' }),
  capped: z.array(z.enum(classes)).max(5),
  'wait-max': duration
    .default(10 * 60_000)
    .meta({ description: 'Longest wait for the former member of a group (G3).' }),
  'parts-max': z
    .int()
    .min(1)
    .max(10)
    .default(4)
    .meta({ description: 'SMS parts that a message may have (NF-08).' }),
  'cost-per-part': z
    .partialRecord(channelName, price)
    .default({})
    .meta({ description: 'What one part costs on a channel, in yuan: for figures alone (NF-02).' }),
  'trade-words': z
    .enum(['refused', 'warned'])
    .default('refused')
    .meta({ description: 'What the check says to words that only the trade understands (NF-07).' }),
  ladders: z
    .looseObject({ default: z.array(rung).min(1).max(8) })
    .catchall(z.array(rung).min(1).max(8))
    .meta({ description: 'Channels in turn; "default" is for rules that name none.' }),
})

const percents = z.array(z.int().min(1).max(10_000)).min(1).max(50)

export const usageLimits = z.strictObject({
  kind: bucketKind,
  allowance: z
    .enum(['some', 'none', 'any'])
    .meta({ description: 'Buckets with an allowance, without, or both (TP10-01).' }),
  percent: percents.optional().meta({ description: 'Percentages of the allowance.' }),
  'percent-every': z
    .int()
    .min(0)
    .max(10_000)
    .default(0)
    .meta({ description: 'And each further multiple of so many percent.' }),
  used: listOf(size).optional().meta({ description: 'Amounts used.' }),
  'used-every': size.optional().meta({ description: 'And each further multiple of so much.' }),
  left: listOf(size).optional().meta({ description: 'Amounts left.' }),
})
export const balanceLimit = z.strictObject({ audience: audience.optional(), 'at-or-below': money })
export const chargeLimits = z.strictObject({
  kind: chargeKind,
  at: listOf(price).optional().meta({ description: 'Amounts at which something is said.' }),
  every: price.optional().meta({ description: 'And each further multiple of so much.' }),
})
export const limits = z.strictObject({
  usage: z.array(usageLimits).max(100).default([]),
  balance: z.array(balanceLimit).max(100).default([]),
  charges: z.array(chargeLimits).max(100).default([]),
})

export const schedule = z.strictObject({
  id: ident,
  kind: ident
    .optional()
    .meta({ description: 'Only for lines that ordered this kind of reminder (a choice of some rule).' }),
  'month-days': listOf(z.int().min(1).max(31))
    .optional()
    .meta({ description: 'Days of the month; 29–31 clip.' }),
  'week-days': listOf(z.int().min(1).max(7)).optional().meta({ description: '1 = Monday … 7 = Sunday.' }),
  time: clock,
  spread: duration.default(0).meta({ description: 'Accounts are spread over so long.' }),
})
export const schedules = z.strictObject({ schedules: z.array(schedule).max(100) })

export const sources = z.strictObject({
  sources: z.record(
    z.string().min(1).max(200),
    z.strictObject({
      'quiet-after': duration.meta({ description: 'Silent for so long, it raises an alarm (G13).' }),
    }),
  ),
})
