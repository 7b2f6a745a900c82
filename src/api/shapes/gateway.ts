import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'

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

export const gatewayView = z
  .object({
    name: z.string(),
    channel: channelName,
    confirms: z.enum(['handset', 'gateway', 'nothing']).meta({ description: 'What its "delivered" proves.' }),
    partsPerSecond: z.number(),
    room: z.int().meta({ description: 'Free places in its window; 0 while not connected.' }),
    unanswered: z.int().meta({ description: 'Handed over, no answer yet.' }),
    inDoubt: z.int(),
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
        receiptClock: clockExample,
      },
    ],
  })

export const gatewayList = z.object({ items: z.array(gatewayView) }).meta({ id: 'GatewayList' })
