/**
 * Events that were kept but not decided.
 *
 *     waiting ──► (its line appears: the row goes, the event is decided)
 *        └──────► set-aside ──► replayed | discarded
 *
 * `raw` is the event as it came, encrypted: it may hold a number or a name. `set-aside` and `discarded` and
 * `waiting` count as set aside (G8); `replayed` does not: that event has been counted elsewhere since.
 */
import type { SetAsideReason } from '../core/event/arrival.ts'
import type { Origin } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface AsideRow {
  readonly state: 'waiting' | 'set-aside'
  readonly reason: SetAsideReason | null
  readonly note: string
  readonly origin: Origin
  readonly source: string
  readonly id: string
  readonly type: string
  readonly time: Instant
  readonly shard: number | null
  readonly account: string | null
  readonly numberHash: Uint8Array | null
  readonly raw: Uint8Array
  readonly since: Instant
}

export function insertAside(rows: readonly AsideRow[]): Statement {
  return {
    text: `
      insert into set_aside (state, reason, note, origin, source, id, type, time, shard, account, number_hash, raw,
        since, changed_at)
      select state, reason, coalesce(note, ''), origin, source, id, type, time, shard, account, decode(hash, 'hex'),
        decode(raw, 'hex'), since, since
      from unnest(${split(1)}, ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, ${split(6)}, ${split(7)},
        $8::bigint[], ${split(9)}, ${split(10)}, ${split(11)}, $12::bigint[], $13::smallint[])
        as new (state, reason, note, origin, source, id, type, time, account, hash, raw, since, shard)`,
    values: [
      texts(rows, r => r.state),
      texts(rows, r => r.reason),
      texts(rows, r => plainText(r.note)),
      texts(rows, r => r.origin),
      texts(rows, r => plainText(r.source)),
      texts(rows, r => plainText(r.id)),
      texts(rows, r => r.type),
      numbers(rows, r => r.time),
      texts(rows, r => (r.account === null ? null : plainText(r.account))),
      hexes(rows, r => r.numberHash),
      hexes(rows, r => r.raw),
      numbers(rows, r => r.since),
      numbers(rows, r => r.shard),
    ],
    rows: rows.length,
  }
}

/** Setting aside must never fail for the text that made it necessary: control characters become spaces. */
const plainText = (text: string): string =>
  text
    .slice(0, 500)
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()

/** What came of a row that returned to a turn. */
export interface Returned {
  readonly seq: number
  /** `decided` and `duplicate` take the row out of the count; `set-aside` says why not, this time. */
  readonly outcome: 'decided' | 'set-aside'
  readonly reason: SetAsideReason | null
  readonly note: string
  readonly at: Instant
}

/** Each must still be where it was when it was taken up; `loosely` where that has failed before. */
export function settleAside(rows: readonly Returned[], loosely = false): Statement {
  return {
    text: `
      update set_aside set
        state = case when new.outcome = 'decided' then 'replayed' else 'set-aside' end,
        raw = case when new.outcome = 'decided' then null else raw end,
        reason = coalesce(new.reason, set_aside.reason), note = coalesce(new.note, ''), changed_at = new.at
      from unnest($1::bigint[], ${split(2)}, ${split(3)}, ${split(4)}, $5::bigint[]) as new (seq, outcome, reason, note, at)
      where set_aside.seq = new.seq and set_aside.state in ('waiting', 'set-aside')`,
    values: [
      numbers(rows, r => r.seq),
      texts(rows, r => r.outcome),
      texts(rows, r => r.reason),
      texts(rows, r => plainText(r.note)),
      numbers(rows, r => r.at),
    ],
    ...(loosely ? {} : { rows: rows.length }),
  }
}

export interface KeptRaw {
  readonly seq: number
  readonly origin: Origin
  readonly time: Instant
  readonly raw: Uint8Array
}

/** Waiting events whose line or account is known by now, oldest fact first. */
export function releasable(database: Database, rowsMax: number): Promise<readonly KeptRaw[]> {
  return database.read<KeptRaw>({
    text: `
      select seq, origin, time, raw from set_aside s
      where state = 'waiting' and raw is not null and (
        (
          select account <> '' from line_directory d where d.number_hash = s.number_hash and d.since <= s.time
          order by d.since desc limit 1)
        or exists (select from line_directory d where d.shard = s.shard and d.account = s.account))
      order by time, seq limit $1`,
    values: [rowsMax],
  })
}

/** Nobody has opened that line within the time: set aside as `unknown-line`. */
export const giveUpWaiting = (ask: { readonly since: Instant; readonly at: Instant }): Statement => ({
  text: `
    update set_aside set state = 'set-aside', reason = 'unknown-line', changed_at = $2,
      note = 'no such line or account appeared within 24 h'
    where state = 'waiting' and since <= $1`,
  values: [ask.since, ask.at],
})

export async function waitingSince(database: Database): Promise<Instant | null> {
  const [row] = await database.read<{ since: Instant | null }>({
    text: `select min(since) as since from set_aside where state = 'waiting'`,
    values: [],
  })
  return row?.since ?? null
}

export type AsideState = 'waiting' | 'set-aside' | 'replayed' | 'discarded'

export interface AsideView {
  readonly seq: number
  readonly state: AsideState
  readonly reason: SetAsideReason | null
  readonly note: string
  readonly origin: Origin
  readonly source: string
  readonly id: string
  readonly type: string
  readonly time: Instant
  readonly account: string | null
  readonly since: Instant
}

const columns = 'seq, state, reason, note, origin, source, id, type, time, account, since'

/** Newest first; `before` is the last `seq` of the page before; `reason` null for all; kept at `since` or later. */
export function listAside(
  database: Database,
  page: {
    readonly state: AsideState
    readonly reason: SetAsideReason | null
    readonly since: Instant
    readonly before: number
    readonly rowsMax: number
  },
): Promise<readonly AsideView[]> {
  return database.read<AsideView>({
    text: `
      select ${columns} from set_aside
      where state = $1 and seq < $2 and ($3::text is null or reason = $3) and since >= $4 order by seq desc limit $5`,
    values: [page.state, page.before, page.reason, page.since, page.rowsMax],
  })
}

export async function findAside(database: Database, seq: number): Promise<AsideView | null> {
  const [row] = await database.read<AsideView>({
    text: `select ${columns} from set_aside where seq = $1`,
    values: [seq],
  })
  return row ?? null
}

/** The raw events to be replayed: those named, as far as they are set aside. */
export function rawAside(database: Database, seqs: readonly number[]): Promise<readonly KeptRaw[]> {
  return database.read<KeptRaw>({
    text: `
      select seq, origin, time, raw from set_aside
      where seq = any($1::bigint[]) and state = 'set-aside' and raw is not null order by time, seq`,
    values: [seqs],
  })
}

/** What came wrong is put right: under the same source and id, still set aside until it is tried again. */
export const correctAside = (
  seq: number,
  row: Pick<AsideRow, 'type' | 'time' | 'shard' | 'account' | 'numberHash' | 'raw'> & {
    readonly at: Instant
  },
): Statement => ({
  text: `
    update set_aside set type = $2, time = $3, shard = $4, account = $5, number_hash = decode($6, 'hex'),
      raw = decode($7, 'hex'), changed_at = $8
    where seq = $1 and state = 'set-aside' and origin = 'outside'`,
  values: [
    seq,
    row.type,
    row.time,
    row.shard,
    row.account,
    row.numberHash === null ? null : Buffer.from(row.numberHash).toString('hex'),
    Buffer.from(row.raw).toString('hex'),
    row.at,
  ],
  rows: 1,
})

/** What was discarded keeps its row and the reason, not its content. */
export const discardAside = (seqs: readonly number[], at: Instant, note: string): Statement => ({
  text: `
    update set_aside set state = 'discarded', raw = null, changed_at = $2, note = $3
    where seq = any($1::bigint[]) and state = 'set-aside'`,
  values: [seqs, at, note],
})
