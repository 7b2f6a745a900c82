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

export type KeptReply = Pick<ReplyRow, 'source' | 'id' | 'time'>

/** The words of an id `words/time`: a hash of who wrote what to whom. */
export const wordsOf = (id: string): string => id.split('/', 1)[0]!

/**
 * Those of the same words and source between two moments, neither included; the oldest first. One from a number that is not
 * known yet waits among what was set aside.
 */
export const keptReplies = (
  database: Database,
  asked: readonly { readonly source: string; readonly words: string }[],
  span: { readonly after: Instant; readonly before: Instant },
): Promise<readonly KeptReply[]> =>
  database.read<KeptReply>({
    text: `
      select distinct kept.source, kept.id, kept.time from (
        select source, id, time from reply where time > $3 and time < $4
        union all
        select source, id, time from set_aside
        where state = 'waiting' and type = 'reply.received' and time > $3 and time < $4
      ) as kept
      join unnest(${split(1)}, ${split(2)}) as asked (source, words)
        on kept.source = asked.source and split_part(kept.id, '/', 1) = asked.words
      order by kept.time, kept.source, kept.id`,
    values: [texts(asked, a => a.source), texts(asked, a => a.words), span.after, span.before],
  })

/** Where a reply's words are kept. */
export const replyPlace = (account: AccountId, source: string, id: string): string =>
  `reply/text/${account}/${source}/${id}`
