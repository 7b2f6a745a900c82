import { z } from 'zod'
import { instant } from './instant.ts'

/** So many days at most are summed in one answer. */
export const figureDaysMax = 400

const count = z.int()
const day = z.iso.date().meta({ description: 'A day in Beijing time, YYYY-MM-DD.' })
const days = { from: day, until: day.meta({ description: 'The last day, included.' }) }

const isSpan = ({ from, until }: { from: string; until: string }): boolean => {
  const length = (Date.parse(until) - Date.parse(from)) / 86_400_000
  return length >= 0 && length < figureDaysMax
}

export const figuresQuery = z
  .strictObject({
    ...days,
    by: z.enum(['touchpoint', 'rule', 'channel', 'day', 'reason']).default('touchpoint'),
  })
  .refine(isSpan, {
    error: `"until" is the same day as "from" or a later one, and they are at most ${figureDaysMax} days`,
    path: ['until'],
  })

const counts = {
  triggered: count.meta({ description: 'Reminders that a rule asked for, withheld ones included.' }),
  withheld: count,
  withheldBy: z.array(z.object({ reason: z.string(), count })),
  sent: count.meta({ description: 'Reminders handed to a gateway for the first time.' }),
  attempts: count.meta({ description: 'Hand-overs decided, further rungs and repeats included.' }),
  parts: count.meta({ description: 'SMS parts of all attempts.' }),
  costMicroYuan: count.nullable().meta({
    description:
      'Parts by the prices of the rulebook in force now; null when a channel that was used has none.',
  }),
  delivered: count,
  failed: count,
  expired: count,
  unconfirmed: count,
  delay: z.object({ p50Ms: count, p90Ms: count, p99Ms: count }).nullable().meta({
    description:
      'From when it might first leave until the handset had it, estimated from counts in fixed buckets; null when nothing was delivered.',
  }),
}

const example = {
  triggered: 5_917,
  withheld: 301,
  withheldBy: [{ reason: 'moot', count: 301 }],
  sent: 5_616,
  attempts: 5_640,
  parts: 5_640,
  costMicroYuan: 169_200_000,
  delivered: 5_468,
  failed: 29,
  expired: 107,
  unconfirmed: 12,
  delay: { p50Ms: 3_100, p90Ms: 6_200, p99Ms: 960_000 },
}

export const figureTotal = z.object(counts).meta({
  id: 'FigureTotal',
  description:
    'Each count stands on the day of what it counts: triggered when it was planned, sent when it was handed over, delivered and the like when it ended. What is sent today may have been triggered yesterday.',
  examples: [example],
})

const figureItem = z
  .object({
    of: z.string().meta({ description: 'The touchpoint, rule, channel or day.' }),
    touchpoint: z.string().nullable().meta({ description: 'That of a rule; null of anything else.' }),
    ...counts,
  })
  .meta({ id: 'Figure', examples: [{ of: 'data-used-80', touchpoint: 'data-usage', ...example }] })

const span = { from: '2026-11-01', until: '2026-11-20' }

export const figures = z
  .discriminatedUnion('by', [
    z.object({
      ...days,
      by: z.enum(['touchpoint', 'rule', 'channel', 'day']),
      total: figureTotal,
      items: z.array(figureItem),
    }),
    z.object({
      ...days,
      by: z.literal('reason'),
      items: z.array(z.object({ reason: z.string(), withheld: count })),
    }),
  ])
  .meta({
    id: 'Figures',
    description: 'What happened in a span of days (NF-02), read from sums that each turn keeps.',
    examples: [
      {
        ...span,
        by: 'rule',
        total: example,
        items: [{ of: 'data-used-80', touchpoint: 'data-usage', ...example }],
      },
      { ...span, by: 'reason', items: [{ reason: 'moot', withheld: 301 }] },
    ],
  })

export const figuresToday = z
  .object({
    at: instant,
    today: z.object({ day, total: figureTotal }).meta({ description: 'From midnight in Beijing until now.' }),
    yesterday: z.object({ day, total: figureTotal }),
    yesterdayIs: z.literal('whole-day').meta({
      description:
        'Sums are kept by whole days: yesterday is all of it, not yesterday until this time of day.',
    }),
  })
  .meta({
    id: 'FiguresToday',
    examples: [
      {
        at: '2026-11-20T04:00:00.000Z',
        today: { day: '2026-11-20', total: example },
        yesterday: { day: '2026-11-19', total: example },
        yesterdayIs: 'whole-day',
      },
    ],
  })
