/** When a source was last heard of (G13). */
import type { Instant } from '../core/units.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface SourceRow {
  readonly source: string
  readonly lastTime: Instant
  readonly lastArrival: Instant
}

export function seeSources(rows: readonly SourceRow[]): Statement {
  return {
    text: `
      insert into source_seen (source, last_time, last_arrival)
      select * from unnest(${split(1)}, $2::bigint[], $3::bigint[])
      on conflict (source) do update set last_time = greatest(source_seen.last_time, excluded.last_time),
        last_arrival = greatest(source_seen.last_arrival, excluded.last_arrival)`,
    values: [texts(rows, r => r.source), numbers(rows, r => r.lastTime), numbers(rows, r => r.lastArrival)],
    rows: rows.length,
  }
}

export function readSources(database: Database): Promise<readonly SourceRow[]> {
  return database.read<SourceRow>({
    text: `select source, last_time as "lastTime", last_arrival as "lastArrival" from source_seen order by source limit 1000`,
    values: [],
  })
}
