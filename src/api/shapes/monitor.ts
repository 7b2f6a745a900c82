import { z } from 'zod'
import { instant } from './instant.ts'

const monitor = z.object({
  name: z.string(),
  rules: z.array(z.string()).meta({ description: 'Whose notices are looked at.' }),
  withinSeconds: z.number().meta({ description: 'In time is what arrived within so long of its moment.' }),
  percentMin: z.number().meta({ description: 'So many of a hundred should.' }),
  since: instant.meta({ description: 'An hour ago, or the start.' }),
  ended: z.int().meta({ description: 'Arrived or not; what was withheld does not count.' }),
  inTime: z.int(),
  percent: z.number().nullable().meta({ description: 'Null when none came to an end.' }),
  isLate: z
    .boolean()
    .meta({ description: 'Beyond its target, so there is an alarm; fewer than 20 say nothing.' }),
})

const feed = z.object({
  source: z.string(),
  lastArrival: instant.nullable().meta({ description: 'Null when nothing ever came.' }),
  quietAfterSeconds: z.int(),
  isQuiet: z.boolean().meta({ description: 'So there is an alarm.' }),
})

export const monitors = z.object({ at: instant, items: z.array(monitor), feeds: z.array(feed) }).meta({
  id: 'Monitors',
  description: 'What must not be late or fall silent, each minute against its target.',
  examples: [
    {
      at: '2026-11-20T00:16:02.000Z',
      items: [
        {
          name: 'roaming-arrival',
          rules: ['roaming-arrived-calls', 'roaming-arrived-data'],
          withinSeconds: 60,
          percentMin: 80,
          since: '2026-11-19T23:16:02.000Z',
          ended: 412,
          inTime: 389,
          percent: 94.4,
          isLate: false,
        },
      ],
      feeds: [
        {
          source: 'urn:boss:taizhou',
          lastArrival: '2026-11-20T00:15:58.000Z',
          quietAfterSeconds: 3_600,
          isQuiet: false,
        },
      ],
    },
  ],
})
