/** Event E for account A at time T: timers, and words between accounts. */
import type { LineId } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface AgendaRow extends AccountKey {
  readonly id: string
  readonly due: Instant
  readonly line: LineId | null
  readonly type: string
  /** JSON. */
  readonly body: string
}

export interface AgendaKey extends AccountKey {
  readonly id: string
}

/** Inserting an id again replaces it. */
export function putAgenda(rows: readonly AgendaRow[]): Statement {
  return {
    text: `
      insert into agenda (shard, account, id, due, line, type, body)
      select * from unnest($1::smallint[], ${split(2)}, ${split(3)}, $4::bigint[], ${split(5)}, ${split(6)}, ${split(7)})
      on conflict (shard, account, id) do update
      set due = excluded.due, line = excluded.line, type = excluded.type, body = excluded.body`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.id),
      numbers(rows, r => r.due),
      texts(rows, r => r.line),
      texts(rows, r => r.type),
      texts(rows, r => r.body),
    ],
    rows: rows.length,
  }
}

/** Entries that this turn decides: each must still be there, else another turn has decided it. */
export const takeAgenda = (keys: readonly AgendaKey[]): Statement => ({
  ...dropAgenda(keys),
  rows: keys.length,
})

/** Entries no longer wanted: they may be gone already. */
export function dropAgenda(keys: readonly AgendaKey[]): Statement {
  return {
    text: `
      delete from agenda using unnest($1::smallint[], ${split(2)}, ${split(3)}) as gone (shard, account, id)
      where agenda.shard = gone.shard and agenda.account = gone.account and agenda.id = gone.id`,
    values: [numbers(keys, k => k.shard), texts(keys, k => k.account), texts(keys, k => k.id)],
  }
}

/** What is due until a moment, earliest first. */
export function dueAgenda(
  database: Database,
  ask: { readonly until: Instant; readonly rowsMax: number },
): Promise<readonly AgendaRow[]> {
  return database.read<AgendaRow>({
    text: `
      select shard, account, id, due, line, type, body from agenda
      where due <= $1 order by due, shard, account, id limit $2`,
    values: [ask.until, ask.rowsMax],
  })
}

/** The next moment after `after` at which something is due. */
export async function nextAgenda(database: Database, after: Instant): Promise<Instant | null> {
  const [row] = await database.read<{ due: Instant | null }>({
    text: 'select min(due) as due from agenda where due > $1',
    values: [after],
  })
  return row?.due ?? null
}
