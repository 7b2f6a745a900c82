/** The Database seam: a transaction is a list of statements (docs/decisions/0001). PROVISIONAL until the real drivers land. */

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** The transaction is abandoned unless exactly so many rows are affected. */
  readonly rows?: number
}

export type Row = Record<string, unknown>

export interface Database {
  readonly kind: 'embedded' | 'server'
  /** All or nothing, in order; the rows of each statement. */
  transact(statements: readonly Statement[]): Promise<Row[][]>
  read<T>(statement: Statement): Promise<T[]>
  /** Several reads of one and the same state. */
  snapshot(statements: readonly Statement[]): Promise<Row[][]>
  exec(sql: string): Promise<void>
  maintain(): Promise<void>
  close(): Promise<void>
}

export type DatabaseErrorKind = 'conflict-of-rows' | 'bad-input' | 'retry' | 'unknown-outcome'

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly kind: DatabaseErrorKind
  readonly code: string | null
  constructor(kind: DatabaseErrorKind, message: string, code: string | null = null) {
    super(message)
    this.kind = kind
    this.code = code
  }
}
