/** The account's two rows, read together and written apart: cold changes on orders, hot on usage. */
import type { AccountId } from '../core/event/event.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface AccountKey {
  readonly shard: number
  readonly account: AccountId
}

export interface StateRow extends AccountKey {
  readonly turn: number
  readonly state: string
}

export interface LoadedRow {
  readonly account: AccountId
  readonly cold: string
  readonly hot: string
}

/**
 * The accounts that exist, in no order. One look per account into each index, whatever the planner thinks of
 * hash joins: on the embedded database a batch of 2,000 among 100,000 accounts then takes half the time.
 */
export function loadAccounts(database: Database, keys: readonly AccountKey[]): Promise<readonly LoadedRow[]> {
  const row = (table: Row): string => `
      cross join lateral (
        select state from ${table} a where a.shard = wanted.shard and a.account = wanted.account limit 1
      )`
  return database.read<LoadedRow>({
    text: `
      select wanted.account, cold.state as cold, hot.state as hot
      from unnest($1::smallint[], ${split(2)}) as wanted (shard, account)
      ${row('account_hot')} as hot
      ${row('account_cold')} as cold`,
    values: [numbers(keys, k => k.shard), texts(keys, k => k.account)],
  })
}

type Row = 'account_hot' | 'account_cold'

export function insertStates(table: Row, rows: readonly StateRow[]): Statement {
  return {
    text: `
      insert into ${table} (shard, account, turn, state)
      select * from unnest($1::smallint[], ${split(2)}, $3::bigint[], ${split(4)})`,
    values: columns(rows),
    rows: rows.length,
  }
}

export function updateStates(table: Row, rows: readonly StateRow[]): Statement {
  return {
    text: `
      update ${table} set turn = new.turn, state = new.state
      from unnest($1::smallint[], ${split(2)}, $3::bigint[], ${split(4)})
        as new (shard, account, turn, state)
      where ${table}.shard = new.shard and ${table}.account = new.account`,
    values: columns(rows),
    rows: rows.length,
  }
}

const columns = (rows: readonly StateRow[]): readonly unknown[] => [
  numbers(rows, r => r.shard),
  texts(rows, r => r.account),
  numbers(rows, r => r.turn),
  texts(rows, r => r.state),
]
