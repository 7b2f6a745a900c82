/** What happened, by day (NF-02), from the sums that the turns keep; costs by the prices of the rulebook in force. */
import type { z } from 'zod'
import type { Desk } from '../../api/desk.ts'
import type { figureTotal } from '../../api/shapes/figure.ts'
import type { Policy } from '../../core/rule/rule.ts'
import type { Instant } from '../../core/units.ts'
import type { Database } from '../../store/database.ts'
import { delayAt } from '../../store/delay.ts'
import { type FigureSum, sumFigures } from '../../store/figure-sums.ts'
import { tallyDay } from '../../store/tally.ts'
import type { DeskParts } from './parts.ts'

type Total = z.output<typeof figureTotal>
type Prices = Policy['costPerPart']

const dayMs = 86_400_000
const dayOf = (date: string): number => Date.parse(date) / dayMs
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

type Parts = Pick<DeskParts, 'database' | 'clock' | 'surroundings'>

export function figuresDesk(parts: Parts): Pick<Desk, 'figures' | 'figuresToday'> {
  const { database, clock, surroundings } = parts
  const prices = (): Prices => surroundings.rulebookAt(clock.now()).policy.costPerPart
  return {
    async figures({ from, until, by }) {
      const sums = await sumFigures(
        database,
        { from: dayOf(from), until: dayOf(until) },
        by === 'reason' ? 'channel' : by,
      )
      const total = totalled(sums, prices())
      if (by === 'reason') {
        const items = total.withheldBy.map(({ reason, count }) => ({ reason, withheld: count }))
        return { from, until, by, items }
      }
      const groups = [...Map.groupBy(sums, sum => sum.of)].map(([of, own]) => ({
        of: by === 'day' ? dateOf(Number(of)) : of,
        touchpoint: by === 'rule' ? own[0]!.touchpoint : null,
        ...totalled(own, prices()),
      }))
      return { from, until, by, total, items: groups.toSorted((a, b) => (a.of < b.of ? -1 : 1)) }
    },
    async figuresToday() {
      const at = clock.now()
      const today = await figuresOfDay(database, at, prices())
      const yesterday = await figuresOfDay(database, at - dayMs, prices())
      return { at, today, yesterday, yesterdayIs: 'whole-day' }
    },
  }
}

/** All that happened on the day of a moment. */
export async function figuresOfDay(
  database: Database,
  at: Instant,
  prices: Prices,
): Promise<{ day: string; total: Total }> {
  const day = tallyDay(at)
  const sums = await sumFigures(database, { from: day, until: day }, 'channel')
  return { day: dateOf(day), total: totalled(sums, prices) }
}

function totalled(sums: readonly FigureSum[], prices: Prices): Total {
  const counts = new Map<string, number>()
  const delays = new Map<number, number>()
  let cost: number | null = 0
  for (const { channel, name, count } of sums) {
    counts.set(name, (counts.get(name) ?? 0) + count)
    const [kind, bound] = name.split('/') as [string, string | undefined]
    if (kind === 'delivered') {
      const key = bound === 'more' ? Infinity : Number(bound)
      delays.set(key, (delays.get(key) ?? 0) + count)
    }
    const price = prices[channel]
    if (kind === 'parts') cost = cost === null || price === undefined ? null : cost + count * price
  }
  const of = (name: string): number => counts.get(name) ?? 0
  const withheldBy = [...counts]
    .flatMap(([name, count]) =>
      name.startsWith('withheld/') && count !== 0 ? [{ reason: name.slice('withheld/'.length), count }] : [],
    )
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
  return {
    triggered: of('triggered'),
    withheld: withheldBy.reduce((sum, { count }) => sum + count, 0),
    withheldBy,
    sent: of('sent'),
    attempts: of('attempts'),
    parts: of('parts'),
    costMicroYuan: cost,
    delivered: [...delays.values()].reduce((sum, count) => sum + count, 0),
    failed: of('failed'),
    expired: of('expired'),
    unconfirmed: of('unconfirmed'),
    delay: delayOf(delays),
  }
}

function delayOf(delays: ReadonlyMap<number, number>): Total['delay'] {
  const [p50Ms, p90Ms, p99Ms] = [0.5, 0.9, 0.99].map(share => delayAt(delays, share)) as [
    number | null,
    number | null,
    number | null,
  ]
  return p50Ms === null || p90Ms === null || p99Ms === null ? null : { p50Ms, p90Ms, p99Ms }
}
