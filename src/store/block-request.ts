/** Blocks of reminders as they were asked for and decided on (NF-12); never deleted. */
import type { BlockKind } from '../core/account/account.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import type { Database, Statement } from './database.ts'

export interface BlockAsked extends AccountKey {
  readonly line: string | null
  readonly kind: BlockKind
  readonly value: string
  readonly until: Instant
  readonly askedBy: string
  readonly askedAt: Instant
  readonly reason: string
}

export interface BlockRequest extends BlockAsked {
  readonly seq: number
  readonly state: 'asked' | 'approved' | 'refused' | 'lifted'
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly decidedNote: string | null
  readonly liftedBy: string | null
  readonly liftedAt: Instant | null
  readonly liftedNote: string | null
}

const columns = `seq, shard, account, line, kind, value, until, state, asked_by as "askedBy", asked_at as "askedAt",
  reason, decided_by as "decidedBy", decided_at as "decidedAt", decided_note as "decidedNote",
  lifted_by as "liftedBy", lifted_at as "liftedAt", lifted_note as "liftedNote"`

/** Answers with its number. */
export const insertBlock = (asked: BlockAsked): Statement => ({
  text: `
    insert into block_request (shard, account, line, kind, value, until, asked_by, asked_at, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning seq`,
  values: [
    asked.shard,
    asked.account,
    asked.line,
    asked.kind,
    asked.value,
    asked.until,
    asked.askedBy,
    asked.askedAt,
    asked.reason,
  ],
  rows: 1,
})

export interface Word {
  readonly seq: number
  readonly by: string
  readonly at: Instant
  readonly note: string
}

/** Nothing of the transaction happens when somebody else has decided meanwhile. */
export const decideBlock = (state: 'approved' | 'refused', { seq, by, at, note }: Word): Statement => ({
  text: `
    update block_request set state = $2, decided_by = $3, decided_at = $4, decided_note = $5
    where seq = $1 and state = 'asked'`,
  values: [seq, state, by, at, note],
  rows: 1,
})

/** @param from the state in which it was found */
export const liftBlock = (from: 'asked' | 'approved', { seq, by, at, note }: Word): Statement => ({
  text: `
    update block_request set state = 'lifted', lifted_by = $3, lifted_at = $4, lifted_note = $5
    where seq = $1 and state = $2`,
  values: [seq, from, by, at, note],
  rows: 1,
})

export async function readBlock(database: Database, seq: number): Promise<BlockRequest | null> {
  const [row] = await database.read<BlockRequest>({
    text: `select ${columns} from block_request where seq = $1`,
    values: [seq],
  })
  return row ?? null
}

/** Newest first. */
export function readBlocksOf(
  database: Database,
  { shard, account }: AccountKey,
  rowsMax: number,
): Promise<readonly BlockRequest[]> {
  return database.read<BlockRequest>({
    text: `select ${columns} from block_request where shard = $1 and account = $2 order by seq desc limit $3`,
    values: [shard, account, rowsMax],
  })
}

export interface BlocksAsk {
  /** The last `seq` of the page before. */
  readonly before: number
  readonly rowsMax: number
}

/** Those still to be decided on, newest first; not those whose time is over. */
export const readWaitingBlocks = (
  database: Database,
  { before, rowsMax, now }: BlocksAsk & { readonly now: Instant },
): Promise<readonly BlockRequest[]> =>
  database.read<BlockRequest>({
    text: `
      select ${columns} from block_request where state = 'asked' and seq < $1 and until > $2
      order by seq desc limit $3`,
    values: [before, now, rowsMax],
  })

/** All, newest first. */
export const readBlocks = (
  database: Database,
  { before, rowsMax }: BlocksAsk,
): Promise<readonly BlockRequest[]> =>
  database.read<BlockRequest>({
    text: `select ${columns} from block_request where seq < $1 order by seq desc limit $2`,
    values: [before, rowsMax],
  })
