/** Figures of a span of days, summed by what is asked for; nothing but the projection is read. */
import type { ChannelName } from '../core/event/facts.ts'
import type { Database } from './database.ts'
import type { FigureName } from './figure.ts'

export const figureKeys = ['touchpoint', 'rule', 'channel', 'day'] as const
export type FigureKey = (typeof figureKeys)[number]

export interface FigureSum {
  /** The touchpoint, rule or channel, or the day since 1970 as digits. */
  readonly of: string
  readonly touchpoint: string
  readonly channel: ChannelName
  readonly name: FigureName
  readonly count: number
}

/** Days since 1970 in Beijing time, both included. */
export interface DaySpan {
  readonly from: number
  readonly until: number
}

/** So many days are read at once: an embedded database does nothing else meanwhile. */
const sliceDays = 31

export async function sumFigures(
  database: Database,
  { from, until }: DaySpan,
  by: FigureKey,
): Promise<readonly FigureSum[]> {
  const sums: FigureSum[] = []
  for (let first = from; first <= until; first += sliceDays) {
    const last = Math.min(until, first + sliceDays - 1)
    const text = `
      select ${by}::text as of, touchpoint, channel, name, sum(count)::bigint as count from figure
      where day between $1 and $2 group by ${by}, touchpoint, channel, name having sum(count) <> 0`
    sums.push(...(await database.read<FigureSum>({ text, values: [first, last] })))
  }
  return sums
}
