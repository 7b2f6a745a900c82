/** Counts made in the same transaction as what they count, so that the rows can be checked against them (G8). */
import { dayMs } from '../core/calendar/beijing.ts'
import type { Instant } from '../core/units.ts'
import { numbers, split, texts } from './columns.ts'
import type { Statement } from './database.ts'

/**
 * `accepted`, `duplicate`, or `planned/<touchpoint>`. What grows old and goes is tallied by SQL: `decided-dropped`
 * (journal), `dropped/<touchpoint>/<state>[/<reason>]` (reminder-retention).
 */
export type TallyName = 'accepted' | 'duplicate' | `planned/${string}`

export interface TallyRow {
  readonly name: TallyName
  readonly day: number
  readonly count: number
}

/** Days since 1970 in Beijing time. */
export const tallyDay = (at: Instant): number => Math.floor((at + dayMs / 3) / dayMs)

export function addTallies(rows: readonly TallyRow[]): Statement {
  return {
    text: `
      insert into tally (name, day, count)
      select * from unnest(${split(1)}, $2::integer[], $3::bigint[])
      on conflict (name, day) do update set count = tally.count + excluded.count`,
    values: [texts(rows, r => r.name), numbers(rows, r => r.day), numbers(rows, r => r.count)],
    rows: rows.length,
  }
}
