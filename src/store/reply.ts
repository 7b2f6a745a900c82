/** The words of replies, under their customers' keys; the event itself is in the journal. */
import type { AccountId } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface ReplyKey extends AccountKey {
  readonly time: Instant
  readonly source: string
  readonly id: string
}

export interface ReplyRow extends ReplyKey {
  readonly textEnc: Uint8Array | null
}

export function insertReplies(rows: readonly ReplyRow[]): Statement {
  return {
    text: `
      insert into reply (shard, account, time, source, id, text_enc)
      select shard, account, time, source, id, decode(text_enc, 'hex')
      from unnest($1::smallint[], ${split(2)}, $3::bigint[], ${split(4)}, ${split(5)}, ${split(6)})
        as new (shard, account, time, source, id, text_enc)`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      numbers(rows, r => r.time),
      texts(rows, r => r.source),
      texts(rows, r => r.id),
      hexes(rows, r => r.textEnc),
    ],
    rows: rows.length,
  }
}

/** Those of one account within a span of time, both ends included. */
export const readReplies = (
  database: Database,
  ask: AccountKey & { readonly from: Instant; readonly until: Instant },
): Promise<readonly Omit<ReplyRow, keyof AccountKey>[]> =>
  database.read<Omit<ReplyRow, keyof AccountKey>>({
    text: `
      select time, source, id, text_enc as "textEnc" from reply
      where shard = $1 and account = $2 and time between $3 and $4`,
    values: [ask.shard, ask.account, ask.from, ask.until],
  })

/** Where a reply's words are kept. */
export const replyPlace = (account: AccountId, source: string, id: string): string =>
  `reply/text/${account}/${source}/${id}`
