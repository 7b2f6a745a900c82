import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'

export const gatewayView = z
  .object({
    name: z.string(),
    channel: channelName,
    confirms: z.enum(['handset', 'gateway', 'nothing']).meta({ description: 'What its "delivered" proves.' }),
    partsPerSecond: z.number(),
    room: z.int().meta({ description: 'Free places in its window; 0 while not connected.' }),
    unanswered: z.int().meta({ description: 'Handed over, no answer yet.' }),
    inDoubt: z.int(),
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
      },
    ],
  })

export const gatewayList = z.object({ items: z.array(gatewayView) }).meta({ id: 'GatewayList' })
