/** The stop button: by rule, channel, scope, all (G12). */
import type { Pause } from '../core/world.ts'
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface PauseRow extends Pause {
  readonly since: Instant
  readonly by: string
  readonly note: string
}

export const pause = (row: PauseRow): Statement => ({
  text: `
    insert into pause (kind, value, since, by, note) values ($1, $2, $3, $4, $5)
    on conflict (kind, value) do nothing`,
  values: [row.kind, row.value, row.since, row.by, row.note],
})

/** Affects no row when nothing of the kind was paused. */
export const resume = (what: Pause): Statement => ({
  text: 'delete from pause where kind = $1 and value = $2',
  values: [what.kind, what.value],
})

export function readPauses(database: Database): Promise<readonly PauseRow[]> {
  return database.read<PauseRow>({
    text: 'select kind, value, since, by, note from pause order by since, kind, value',
    values: [],
  })
}
