/** `touchpoints/NN-name.yaml`: one touchpoint and its rules. */
import { z } from 'zod'
import { parseMoment } from '../../core/calendar/moment-text.ts'
import { isFault } from '../../core/calendar/fault.ts'
import { classes } from '../../core/reminder.ts'
import { kindRules, type MessageKind } from '../../core/wording/required-elements.ts'
import { triggers } from '../trigger.ts'
import { audience } from './audience.ts'
import { day, duration, ident, listOf, named, refused, requirementIds } from './scalar.ts'

export const oncePerNames = [
  'line',
  'bucket',
  'period',
  'limit',
  'day',
  'month',
  'spell',
  'place',
  'item',
  'ever',
] as const

const messageKinds = Object.keys(kindRules) as [MessageKind, ...MessageKind[]]

/** CEL beyond this is a program, not a condition. */
export const conditionMax = 2000

const condition = z.string().min(1).max(conditionMax)

const moment = z.string().transform((written, ctx) => {
  const read = parseMoment(written)
  return isFault(read) ? refused(ctx, read) : read
})

const send = z.strictObject({
  template: ident.meta({ description: 'A template of wording/zh-CN and wording/en.' }),
  kind: z
    .enum(messageKinds)
    .meta({ description: 'What the message is about, and so what it must tell (NF-09).' }),
  class: z
    .enum(classes)
    .meta({ description: 'How soon it must arrive, and whether rest hours hold it (NF-01, NF-04).' }),
  to: z.enum(['line', 'contacts']).default('line').meta({
    description: 'contacts: not the customer but the contacts named; codes and arrears only (TP9-04).',
  }),
  at: moment
    .default({ kind: 'now', anchor: null })
    .meta({ description: 'now · next 08:00 · +2d 15:00 · +1 month · -7d before account.validUntil' }),
  'useful-for': duration.optional().meta({ description: 'After that it is not sent. Default: by class.' }),
  still: condition.optional().meta({ description: 'CEL, asked again at the moment of sending.' }),
  'facts-not-older-than': duration
    .optional()
    .meta({ description: 'Withheld as stale when the facts are older (G13).' }),
  'once-per': listOf(z.enum(oncePerNames)).optional().meta({ description: 'Said once per each of these.' }),
  supersedes: listOf(ident).optional().meta({ description: 'Rules whose open reminders this one replaces.' }),
  'unless-told': z
    .strictObject({ rules: listOf(ident), within: duration })
    .optional()
    .meta({ description: 'Not said when one of these rules spoke within the span (CO-39).' }),
  group: ident
    .optional()
    .meta({ description: 'Members of a group leave in order, one after the other (G3).' }),
  order: z.int().min(1).max(99).optional().meta({ description: 'Place in the group.' }),
  ladder: ident.default('default').meta({ description: 'Channels in turn, from policy/planning.yaml.' }),
  choice: z
    .strictObject({ kind: ident, default: z.enum(['on', 'off']) })
    .optional()
    .meta({ description: 'A kind that customers order and cancel (SI-17).' }),
  'warns-of-arrears': z
    .boolean()
    .default(false)
    .meta({ description: 'Delivered, it counts as the warning before a restriction (G6).' }),
  mandatory: z
    .boolean()
    .default(false)
    .meta({ description: 'Every customer must be told: staff cannot block it (NF-12).' }),
  priority: z
    .int()
    .min(1)
    .max(100)
    .default(50)
    .meta({ description: 'The lower goes first where a frequency cap bites.' }),
})

export const rule = z.strictObject({
  id: ident,
  on: z.enum(triggers).meta({ description: 'The event that it starts from.' }),
  when: condition.optional().meta({ description: 'CEL over the view of the event.' }),
  audience: audience.optional(),
  from: day.optional().meta({ description: 'First day in force.' }),
  until: day.optional().meta({ description: 'Last day in force.' }),
  'instead-of': listOf(ident)
    .optional()
    .meta({ description: 'Wider rules that are silent for this audience (TP0-19).' }),
  send,
  source: requirementIds,
})

export const touchpoint = z.strictObject({
  touchpoint: ident,
  title: named,
  rules: z.array(rule).min(1).max(200),
})

export type WrittenRule = z.output<typeof rule>
