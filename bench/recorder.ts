import type { Database, Row, Statement } from '../src/store/database.ts'

/** A database that keeps what is committed, so that a twin can be given the same. */
export class Recorder implements Database {
  readonly kind: Database['kind']
  readonly #database: Database
  #kept: (readonly Statement[])[] = []

  constructor(database: Database) {
    this.#database = database
    this.kind = database.kind
  }

  /** The transactions committed since it was last asked, in order. */
  take(): readonly (readonly Statement[])[] {
    const kept = this.#kept
    this.#kept = []
    return kept
  }

  async transact(statements: readonly Statement[]): Promise<Row[][]> {
    const answers = await this.#database.transact(statements)
    this.#kept.push(statements)
    return answers
  }

  read<T>(statement: Statement): Promise<T[]> {
    return this.#database.read<T>(statement)
  }

  snapshot(statements: readonly Statement[]): Promise<Row[][]> {
    return this.#database.snapshot(statements)
  }

  exec(sql: string): Promise<void> {
    return this.#database.exec(sql)
  }

  maintain(): Promise<void> {
    return this.#database.maintain()
  }

  close(): Promise<void> {
    return this.#database.close()
  }
}

/** A statement whose columns are lists of cells again, as who writes by bare SQL has them. */
export interface Apart {
  readonly statement: Statement
  readonly columns: readonly unknown[]
}

export const takenApart = (statement: Statement): Apart => ({
  statement,
  columns: statement.values.map(value => (typeof value === 'string' ? value.split('\n') : value)),
})

/** The same bytes anew. */
export const putTogether = ({ statement, columns }: Apart): Statement => ({
  ...statement,
  values: columns.map(column =>
    Array.isArray(column) && typeof column[0] === 'string' ? column.join('\n') : column,
  ),
})
