/** Receipts that match nothing yet: most have overtaken the gateway's answer (design §7). */
import type { Instant } from '../core/units.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'
import type { HandedRow, MessageKey } from './handed.ts'

export interface StrayRow extends MessageKey {
  readonly numberHash: Uint8Array
  readonly outcome: string
  readonly code: string
  readonly submittedAt: Instant | null
  readonly at: Instant
  readonly since: Instant
}

/** The first word about an id is kept; what repeats it adds nothing. */
export function keepStrays(rows: readonly StrayRow[]): Statement {
  return {
    text: `
      insert into stray_receipt (gateway, message_id, number_hash, outcome, code, submitted_at, at, since)
      select gateway, message_id, decode(hash, 'hex'), outcome, coalesce(code, ''), submitted_at, at, since
      from unnest(${split(1)}, ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, $6::bigint[], $7::bigint[], $8::bigint[])
        as new (gateway, message_id, hash, outcome, code, submitted_at, at, since)
      on conflict do nothing`,
    values: [
      texts(rows, r => r.gateway),
      texts(rows, r => r.messageId),
      hexes(rows, r => r.numberHash),
      texts(rows, r => r.outcome),
      texts(rows, r => r.code.replaceAll('\n', ' ')),
      numbers(rows, r => r.submittedAt),
      numbers(rows, r => r.at),
      numbers(rows, r => r.since),
    ],
  }
}

export interface Joined extends HandedRow {
  readonly outcome: 'delivered' | 'failed' | 'expired'
  readonly code: string
  readonly at: Instant
}

/** Strays whose attempt is known by now. */
export function joinStrays(database: Database, rowsMax: number): Promise<readonly Joined[]> {
  return database.read<Joined>({
    text: `
      select stray.gateway, stray.message_id as "messageId", stray.outcome, stray.code, stray.at,
        handed.shard, handed.account, handed.attempt
      from stray_receipt stray
      join handed on handed.gateway = stray.gateway and handed.message_id = stray.message_id
      order by stray.at, stray.gateway, stray.message_id limit $1`,
    values: [rowsMax],
  })
}

export async function anyStrays(database: Database): Promise<boolean> {
  const rows = await database.read({ text: 'select 1 as one from stray_receipt limit 1', values: [] })
  return rows.length > 0
}

export function dropStrays(keys: readonly MessageKey[]): Statement {
  return {
    text: `
      delete from stray_receipt using unnest(${split(1)}, ${split(2)}) as gone (gateway, message_id)
      where stray_receipt.gateway = gone.gateway and stray_receipt.message_id = gone.message_id`,
    values: [texts(keys, k => k.gateway), texts(keys, k => k.messageId)],
  }
}

/** Too old, or beyond the bound: the oldest go first. */
export const pruneStrays = (keep: { readonly since: Instant; readonly rowsMax: number }): Statement => ({
  text: `
    delete from stray_receipt where since < $1 or (gateway, message_id) in (
      select gateway, message_id from stray_receipt order by since desc offset $2)`,
  values: [keep.since, keep.rowsMax],
})
