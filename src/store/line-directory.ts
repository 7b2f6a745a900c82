/**
 * Which line a number meant at a moment, and which number a line has. A row without account: who held the number since
 * then was erased, and whoever held it before has it no more.
 */
import type { AccountId, LineId } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import { type AccountKey } from './account.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { inPieces } from './in-pieces.ts'

export interface Asked {
  readonly hash: Uint8Array
  readonly time: Instant
}

export interface Found {
  /** Place in the list that was asked. */
  readonly i: number
  readonly account: AccountId
  readonly line: LineId
}

/** The line that held each number at its time; numbers that nobody held are left out. */
export function findLines(database: Database, asked: readonly Asked[]): Promise<readonly Found[]> {
  return inPieces(asked, async (piece, start) => {
    const found = await findPiece(database, piece)
    return found.map(({ i, account, line }) => ({ i: start + i, account, line }))
  })
}

const findPiece = (database: Database, asked: readonly Asked[]): Promise<readonly Found[]> =>
  database.read<Found>({
    text: `
      select (asked.i - 1)::integer as i, held.account, held.line
      from unnest(${split(1)}, $2::bigint[]) with ordinality as asked (hash, time, i)
      cross join lateral (
        select account, line from line_directory
        where number_hash = decode(asked.hash, 'hex') and since <= asked.time
        order by since desc limit 1
      ) as held
      where held.account <> ''`,
    values: [hexes(asked, a => a.hash), numbers(asked, a => a.time)],
  })

/** The first holder of each number since its time, for openings that come late. */
export function findLaterLines(database: Database, asked: readonly Asked[]): Promise<readonly Found[]> {
  return database.read<Found>({
    text: `
      select (asked.i - 1)::integer as i, held.account, held.line
      from unnest(${split(1)}, $2::bigint[]) with ordinality as asked (hash, time, i)
      cross join lateral (
        select account, line from line_directory
        where number_hash = decode(asked.hash, 'hex') and since >= asked.time
        order by since limit 1
      ) as held`,
    values: [hexes(asked, a => a.hash), numbers(asked, a => a.time)],
  })
}

export interface DirectoryRow extends AccountKey {
  readonly hash: Uint8Array
  readonly since: Instant
  readonly line: LineId
  readonly numberEnc: Uint8Array
}

export function insertLines(rows: readonly DirectoryRow[]): Statement {
  return {
    text: `
      insert into line_directory (number_hash, since, shard, account, line, number_enc)
      select decode(hash, 'hex'), since, shard, account, line, decode(number_enc, 'hex')
      from unnest(${split(1)}, $2::bigint[], $3::smallint[], ${split(4)}, ${split(5)}, ${split(6)})
        as new (hash, since, shard, account, line, number_enc)
      on conflict (number_hash, since) do update
      set shard = excluded.shard, account = excluded.account, line = excluded.line, number_enc = excluded.number_enc`,
    values: [
      hexes(rows, r => r.hash),
      numbers(rows, r => r.since),
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.line),
      hexes(rows, r => r.numberEnc),
    ],
    rows: rows.length,
  }
}

export interface LineKey extends AccountKey {
  readonly line: LineId
}

export interface NumberRow {
  readonly account: AccountId
  readonly line: LineId
  readonly numberEnc: Uint8Array
  readonly hash: Uint8Array
}

/** The present number of each line. */
export function readNumbers(database: Database, keys: readonly LineKey[]): Promise<readonly NumberRow[]> {
  return database.read<NumberRow>({
    text: `
      select wanted.account, wanted.line, held.number_enc as "numberEnc", held.number_hash as hash
      from unnest($1::smallint[], ${split(2)}, ${split(3)}) as wanted (shard, account, line)
      cross join lateral (
        select number_enc, number_hash from line_directory d
        where d.shard = wanted.shard and d.account = wanted.account and d.line = wanted.line
        order by since desc limit 1
      ) as held`,
    values: [numbers(keys, k => k.shard), texts(keys, k => k.account), texts(keys, k => k.line)],
  })
}
