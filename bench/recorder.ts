import type { Database, Row, Statement } from '../src/store/database.ts'

/**
 * A database that keeps what is committed, so that the same statements with the same values can be sent to a twin:
 * that is the floor, the same bytes in the same batches by bare SQL.
 */
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
