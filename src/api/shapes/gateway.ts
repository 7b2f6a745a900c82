import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'
import { classes } from '../../core/reminder.ts'
import { instant } from './instant.ts'
import { reasonText } from './name.ts'

const clockExample = {
  zone: 'Asia/Shanghai',
  skewSeconds: 0,
  receipts: 1_204,
  gapSeconds: -57.3,
  verdict: 'agrees',
}

const receiptClock = z
  .object({
    zone: z.string().meta({ description: 'Its dates name no zone; they are read in this one.' }),
    skewSeconds: z.number().meta({ description: 'How far its clock is taken to be ahead of ours.' }),
    receipts: z.int().meta({ description: 'Dated receipts since the start.' }),
    gapSeconds: z.number().nullable().meta({
      description:
        'How old a receipt’s date is when it arrives, the middle one of the last 50. Dates name the minute, which counts to its end: -60 to a few seconds is as it should be.',
    }),
    verdict: z.enum(['unknown', 'agrees', 'behind', 'ahead']).meta({
      description:
        'behind, ahead: implausibly far, so zone or skew must be wrong, and the arrival counts instead.',
    }),
  })
  .meta({ id: 'ReceiptClock', examples: [clockExample] })

const drained = z
  .object({ by: z.string(), note: z.string(), since: instant })
  .meta({ id: 'Drained', examples: [{ by: 'wang', note: 'maintenance', since: '2026-11-20T01:20:00.000Z' }] })

const recent = {
  lastMinute: z.object({ messages: z.int(), parts: z.int() }).meta({ description: 'Handed over.' }),
  errors: z
    .array(z.object({ code: z.string(), count: z.int() }))
    .meta({ description: 'What it said no with within the last hour, most frequent first.' }),
  receiptDelay: z.object({ p50Ms: z.int(), p99Ms: z.int() }).nullable().meta({
    description:
      'From the decision to send until the handset had it, of the last hour, estimated from fixed buckets; null when none came.',
  }),
}

const recentExample = {
  drained: null,
  lastMinute: { messages: 412, parts: 430 },
  errors: [{ code: 'UNDELIV 27', count: 3 }],
  receiptDelay: { p50Ms: 2_900, p99Ms: 14_000 },
}

export const gatewayView = z
  .object({
    name: z.string(),
    channel: channelName,
    confirms: z.enum(['handset', 'gateway', 'nothing']).meta({ description: 'What its "delivered" proves.' }),
    partsPerSecond: z.number(),
    room: z.int().meta({ description: 'Free places in its window; 0 while not connected.' }),
    unanswered: z.int().meta({ description: 'Handed over, no answer yet.' }),
    inDoubt: z.int(),
    drained: drained.nullable().meta({ description: 'Who has nothing more handed to it, and why.' }),
    ...recent,
    traces: z.boolean().meta({ description: 'Whether its protocol can be looked at.' }),
    receiptClock: receiptClock
      .nullable()
      .meta({ description: 'Null for gateways whose receipts carry no dates of another clock.' }),
  })
  .meta({
    id: 'Gateway',
    examples: [
      {
        name: 'sms-log',
        channel: 'sms',
        confirms: 'handset',
        partsPerSecond: 100,
        room: 16,
        unanswered: 0,
        inDoubt: 0,
        ...recentExample,
        traces: false,
        receiptClock: null,
      },
      {
        name: 'sms-north',
        channel: 'sms',
        confirms: 'handset',
        partsPerSecond: 200,
        room: 12,
        unanswered: 4,
        inDoubt: 0,
        ...recentExample,
        traces: true,
        receiptClock: clockExample,
      },
    ],
  })

export const gatewayList = z.object({ items: z.array(gatewayView) }).meta({ id: 'GatewayList' })

export const gatewayParams = z.strictObject({
  name: z.string().min(1).max(100).meta({ description: 'Its name in the settings.' }),
})

export const drainBody = z
  .strictObject({ note: reasonText.meta({ description: 'Why; shown to everybody.' }) })
  .meta({ id: 'DrainBody', examples: [{ note: 'maintenance of the centre until 04:00' }] })

const queue = z
  .object({
    channel: channelName,
    class: z.enum(classes),
    waiting: z.int().meta({ description: 'Due already, paused ones included; 10,000 stands for more, too.' }),
    oldestDue: instant.nullable().meta({ description: 'When the oldest of them fell due.' }),
    later: z.int().meta({ description: 'Held until a later time; 10,000 stands for more, too.' }),
  })
  .meta({
    id: 'Queue',
    examples: [
      { channel: 'sms', class: 'notice', waiting: 120, oldestDue: '2026-11-20T00:00:31.000Z', later: 2_310 },
    ],
  })

export const queueList = z.object({ at: instant, items: z.array(queue) }).meta({
  id: 'QueueList',
  description: 'Planned reminders that wait for a gateway; empty ones are left out.',
})

export const traceQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).meta({
    description: 'Only messages after the one of this number; ask with the last one that you have.',
  }),
})

const tracedExample = {
  n: 12,
  at: '2026-11-20T00:16:02.000Z',
  direction: 'out',
  command: 'submit_sm',
  sequence: 7,
  status: 0,
  meaning: 'no error',
  octets: 96,
  fields: [
    { name: 'destination', value: '86138****8000 (ton 1, npi 1)' },
    { name: 'message', value: '42 octets, ucs2' },
  ],
  hex: '00000060000000040000000000000007…',
}

const traced = z
  .object({
    n: z.int(),
    at: instant,
    direction: z.enum(['in', 'out']),
    command: z.string(),
    sequence: z.int(),
    status: z.int(),
    meaning: z.string().meta({ description: 'Of the status, in the words of the standard.' }),
    octets: z.int(),
    fields: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .meta({ description: 'Numbers are masked, texts told by length and coding, passwords left out.' }),
    hex: z.string().meta({
      description: 'Its octets where they hold nothing personal, else its header; "…" stands for more.',
    }),
  })
  .meta({
    id: 'TracedMessage',
    examples: [tracedExample],
  })

export const traceView = z.object({ since: instant, messages: z.array(traced) }).meta({
  id: 'GatewayTrace',
  description:
    'Messages of the protocol, oldest first, the last 500 at most. They are written down only while somebody looks: from the first call until 15 seconds after the last.',
  examples: [{ since: '2026-11-20T00:15:58.000Z', messages: [tracedExample] }],
})
