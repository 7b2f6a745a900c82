/** A publication wakes every account once, spread over a span by a hash of its own (design §6). */
import type { Instant } from '../core/units.ts'
import type { Statement } from './database.ts'

/** One agenda entry per account that has lines; an entry of the same version is replaced, not doubled. */
export const wakeAccounts = (ask: {
  readonly version: string
  readonly from: Instant
  readonly overMs: number
}): Statement => ({
  text: `
    insert into agenda (shard, account, id, due, line, type, body)
    select shard, account, $1, $2::bigint + mod(abs(hashtextextended(account, 0)), $3::bigint), null, 'rulebook.published', $4
    from account_cold
    on conflict (shard, account, id) do update set due = excluded.due`,
  values: [`published/${ask.version}`, ask.from, ask.overMs, JSON.stringify({ version: ask.version })],
})
