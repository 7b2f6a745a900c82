import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'
import { classes, withheldReasons } from '../../core/reminder.ts'
import { contact } from './contact.ts'
import { erased } from './erasure.ts'
import { instant } from './instant.ts'
import { accountId, lineId, reasonText, reminderId } from './name.ts'
import { page, pageQuery } from './page.ts'

const state = z.enum(['planned', 'attempted', 'delivered', 'failed', 'expired', 'unconfirmed', 'withheld'])
const at = '2026-11-20T00:16:02.000Z'

const summary = {
  id: z.string(),
  account: z.string(),
  line: z.string().meta({ description: 'The line that is told, or the contact, as contact:ID.' }),
  touchpoint: z.string(),
  rule: z.string(),
  template: z.string(),
  version: z.string().meta({ description: 'Rulebook version.' }),
  class: z.enum(classes),
  state,
  reason: z.enum(withheldReasons).nullable().meta({ description: 'Why it was withheld.' }),
  due: instant,
  usefulUntil: instant,
  channel: channelName,
  plannedAt: instant,
  concludedAt: instant.nullable(),
}

const summaryExample = {
  id: 'A17/L17/data-used-80/2026-11',
  account: 'A17',
  line: 'L17',
  touchpoint: 'data-usage',
  rule: 'data-used-80',
  template: 'data-used-80',
  version: '2026-11-01',
  class: 'real-time',
  state: 'delivered',
  reason: null,
  due: at,
  usefulUntil: '2026-11-20T02:16:02.000Z',
  channel: 'sms',
  plannedAt: at,
  concludedAt: '2026-11-20T00:16:05.000Z',
}

export const reminderSummary = z.object(summary).meta({ id: 'ReminderSummary', examples: [summaryExample] })

const trailStep = z.object({
  at: instant,
  state,
  reason: z.string().nullable(),
  note: z.string(),
  due: instant,
})

export const attemptView = z
  .object({
    id: z.string(),
    channel: channelName,
    gateway: z.string(),
    language: z.string(),
    text: z.string().nullable().meta({ description: 'Null once blanked (codes and passwords) or erased.' }),
    encoding: z.string(),
    parts: z.int(),
    state: z.enum(['decided', 'accepted', 'in-doubt', 'concluded']),
    decidedAt: instant,
    validUntil: instant,
    answeredAt: instant.nullable(),
    concludedAt: instant.nullable(),
    outcome: z.string().nullable(),
    code: z.string().nullable().meta({ description: "The gateway's own code." }),
  })
  .meta({ id: 'Attempt', description: 'One hand-over of a reminder to a gateway.' })

export const reminderView = z
  .object({
    ...summary,
    cause: z.object({ source: z.string(), id: z.string(), time: instant }),
    facts: z.record(z.string(), z.unknown()).meta({ description: 'The facts of its trigger, as kept.' }),
    steps: z.array(z.string()).meta({ description: 'The planning steps passed, in order.' }),
    group: z.string().nullable(),
    order: z.int(),
    trail: z.array(trailStep).meta({ description: 'Its life so far, oldest first.' }),
    contact,
    attempts: z.array(attemptView),
    erased,
  })
  .meta({
    id: 'Reminder',
    description: 'A reminder with everything that its decision rested on (G9).',
    examples: [
      {
        ...summaryExample,
        cause: { source: 'urn:boss:taizhou', id: 'b-20261120-000017', time: at },
        facts: { usedPercent: 80 },
        steps: ['consent: not needed', 'time: at once'],
        group: null,
        order: 0,
        trail: [{ at, state: 'planned', reason: null, note: 'planned', due: at }],
        contact: null,
        attempts: [],
        erased: null,
      },
    ],
  })

export const resendBody = z
  .strictObject({
    reason: reasonText.meta({ description: 'Goes into the audit log: name a case, not the person.' }),
    isPresent: z
      .boolean()
      .default(false)
      .meta({ description: 'The customer is there and waits for it: rest hours do not hold it.' }),
    act: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/, '8 to 64 letters, digits, ".", "_" and "-"')
      .optional()
      .meta({ description: 'Names this request: sent twice, it is done once.' }),
  })
  .meta({
    id: 'ResendBody',
    examples: [{ reason: 'the customer has deleted it', isPresent: true }],
  })

export const resent = z
  .object({
    isRepeated: z.boolean().meta({ description: 'It was asked before under the same name.' }),
    reminder: reminderSummary,
    note: z.string().meta({ description: 'When it leaves, or why it does not.' }),
  })
  .meta({
    id: 'Resent',
    description: 'What was planned for it, or why nothing is sent: then "reminder" is withheld.',
    examples: [
      {
        isRepeated: false,
        reminder: { ...summaryExample, id: 'A17/data-used-80/L17/again-42', state: 'planned' },
        note: 'the customer waits for it',
      },
    ],
  })

export const reminderParams = z.strictObject({ id: reminderId })
export const remindersParams = z.strictObject({ account: accountId })
export const remindersQuery = z.strictObject({
  line: lineId.optional(),
  state: state.optional(),
  ...pageQuery,
})
export const reminderPage = page(reminderSummary).meta({ id: 'ReminderPage', description: 'Newest first.' })
export type ReminderSummary = z.infer<typeof reminderSummary>
