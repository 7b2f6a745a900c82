/** Which customers a session of staff may look at, until when, and by which of the lawful cases (FP-09). */
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import type { Database, Statement } from './database.ts'

export interface AccessRow extends AccountKey {
  readonly session: string
  readonly lawfulCase: string
  readonly note: string
  readonly until: Instant
}

/** Opening again begins anew. */
export const openAccess = (row: AccessRow): Statement => ({
  text: `
    insert into customer_access (session, shard, account, lawful_case, note, until) values ($1, $2, $3, $4, $5, $6)
    on conflict (session, shard, account) do update
    set lawful_case = excluded.lawful_case, note = excluded.note, until = excluded.until`,
  values: [row.session, row.shard, row.account, row.lawfulCase, row.note, row.until],
  rows: 1,
})

/** Null where it was not opened, or has ended. */
export async function accessUntil(
  database: Database,
  { session, shard, account, at }: AccountKey & { readonly session: string; readonly at: Instant },
): Promise<Instant | null> {
  const [row] = await database.read<{ readonly until: Instant }>({
    text: 'select until from customer_access where session = $1 and shard = $2 and account = $3 and until > $4',
    values: [session, shard, account, at],
  })
  return row?.until ?? null
}
