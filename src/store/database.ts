export { DatabaseError, type DatabaseErrorKind } from './database-error.ts'

/**
 * One SQL statement with its values: string, number, bigint, boolean, null, Uint8Array (`bytea`) or an array of
 * them. The text must be the same each time a call site runs, for it is prepared once per connection (a one-row
 * upsert on PGlite: 80 µs prepared, 250 µs otherwise).
 */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** Abandon the whole transaction unless exactly so many rows are affected or returned. */
  readonly rows?: number
}

export type Row = Record<string, unknown>

/**
 * The seam between Kairos and PostgreSQL: a server, or PGlite embedded in this process (docs/decisions/0001). A
 * turn reads, decides in memory, then commits one list of statements; no transaction stays open while it thinks.
 *
 * Values come back the same from both: int2, int4 and int8 as number (an int8 beyond ±2^53 is refused as
 * `bad-input`), float as number, numeric as string, date as YYYY-MM-DD, timestamp and timestamptz as epoch ms,
 * bytea as Uint8Array, json and jsonb parsed, bool as boolean, arrays of these as arrays, the rest as text.
 *
 * All methods throw `DatabaseError`, after `close` too (`retry`).
 */
export interface Database {
  readonly kind: 'embedded' | 'server'

  /** All or nothing, in order; the rows that each statement returns. */
  transact(statements: readonly Statement[]): Promise<Row[][]>

  /**
   * One statement that only reads. Embedded: turns go first, though reads never starve; a caller who has waited
   * too long gets `retry` while the query still runs and holds up the queue, so long reports go in slices.
   */
  read<T>(statement: Statement): Promise<T[]>

  /** Several reads of one and the same state. On a server writers go on meanwhile; embedded they wait. */
  snapshot(statements: readonly Statement[]): Promise<Row[][]>

  /**
   * One or several commands without values and without a time limit. For all or nothing write BEGIN and COMMIT;
   * CHECKPOINT or VACUUM must stand alone.
   */
  exec(sql: string): Promise<void>

  /**
   * What an embedded database needs somebody to do: CHECKPOINT, VACUUM, ANALYZE, each when it is due. The engine
   * calls it every few seconds. A server does this by itself; there it does nothing.
   */
  maintain(): Promise<void>

  /** Waits for what is under way, then lets go of the database. Later calls are refused. */
  close(): Promise<void>
}
