import { z } from 'zod'
import { classes } from '../../core/reminder.ts'
import { instant } from './instant.ts'
import { reasonText } from './name.ts'

const counts = {
  waiting: z.int().meta({ description: 'Due by now, and held.' }),
  tooLate: z
    .int()
    .meta({ description: 'Of these, of no use any more: they are being withheld, released or not.' }),
  maybeSent: z.int().meta({
    description:
      'Of these, after a restore, perhaps sent in the time that was lost: once released they are withheld.',
  }),
  oldest: instant.nullable().meta({ description: 'When the oldest should have left.' }),
}

const order = z.object({
  word: z.enum(['release', 'withhold']),
  by: z.string(),
  at: instant,
  note: z.string(),
})

const heldClass = z.object({
  class: z.enum(classes),
  order: order.nullable().meta({ description: 'What staff have said is to become of it.' }),
  ...counts,
  touchpoints: z.array(z.object({ touchpoint: z.string(), ...counts })),
})

const hold = z.object({
  kind: z.enum(['outage', 'restore']),
  lostFrom: instant.meta({
    description: 'From then on nobody was at work, or what was done is not in the backup.',
  }),
  until: instant.meta({ description: 'The return: what has its cause before it is held.' }),
  messagesPerSecond: z.number().meta({ description: 'At most, once released.' }),
  compared: z
    .object({ by: z.string(), at: instant, entries: z.int() })
    .nullable()
    .meta({ description: 'After a restore: the log of the gateways that was looked at.' }),
})

const oldest = '2026-11-19T10:16:02.000Z'
const example = {
  at: '2026-11-20T12:16:02.000Z',
  hold: {
    kind: 'outage',
    lostFrom: '2026-11-19T10:15:52.000Z',
    until: '2026-11-20T12:15:02.000Z',
    messagesPerSecond: 20,
    compared: null,
  },
  items: [
    {
      class: 'real-time',
      order: { word: 'release', by: 'wang', at: '2026-11-20T12:15:40.000Z', note: 'preview looked at' },
      waiting: 120,
      tooLate: 40,
      maybeSent: 0,
      oldest,
      touchpoints: [{ touchpoint: 'data-usage', waiting: 120, tooLate: 40, maybeSent: 0, oldest }],
    },
    { class: 'notice', order: null, waiting: 0, tooLate: 0, maybeSent: 0, oldest: null, touchpoints: [] },
  ],
}

export const heldView = z
  .object({
    at: instant,
    hold: hold.nullable().meta({ description: 'Null while nothing is held.' }),
    items: z
      .array(heldClass)
      .meta({ description: 'By class, most urgent first; 100,000 are counted at most.' }),
  })
  .meta({
    id: 'Held',
    description:
      'What an outage or a restore left due. Whether it is still true is asked when it leaves: the counts do not know.',
    examples: [example],
  })

const note = reasonText.meta({ description: 'Why; shown to everybody.' })
const ofClass = z
  .enum(classes)
  .optional()
  .meta({ description: 'Only this one; absent: all, the most urgent first.' })

export const releaseBody = z
  .strictObject({
    class: ofClass,
    messagesPerSecond: z
      .number()
      .min(0.1)
      .max(10_000)
      .optional()
      .meta({ description: 'From now on, for all that is released.' }),
    unchecked: z.boolean().default(false).meta({
      description: 'After a restore, without a log compared: some may then be sent a second time.',
    }),
    note,
  })
  .meta({
    id: 'ReleaseBody',
    examples: [{ class: 'real-time', messagesPerSecond: 20, unchecked: false, note: 'preview looked at' }],
  })

export const withholdBody = z
  .strictObject({ class: ofClass, note })
  .meta({ id: 'WithholdBody', examples: [{ class: 'marketing', note: 'the campaign is over' }] })

const logEntry = z.strictObject({
  number: z
    .string()
    .regex(/^\+?\d{5,15}$/, 'a number')
    .meta({ description: 'As the gateway wrote it: with or without country code.' }),
  at: instant,
  messageId: z.string().max(200).optional(),
})

export const compareBody = z
  .strictObject({
    gateway: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'Its name in the settings; absent: not known.' }),
    entries: z.array(logEntry).max(1_000),
    done: z.boolean().meta({ description: 'This was the last of it: the log is complete.' }),
  })
  .meta({
    id: 'CompareBody',
    examples: [
      {
        gateway: 'sms-north',
        entries: [{ number: '13800138000', at: '2026-11-19T18:20:00+08:00', messageId: '71002' }],
        done: true,
      },
    ],
  })

export const compared = z
  .object({
    taken: z.int().meta({ description: 'Entries of the lost time that are news.' }),
    known: z.int().meta({ description: 'Sent before the backup, or after the return.' }),
  })
  .meta({ id: 'Compared', examples: [{ taken: 1, known: 0 }] })
