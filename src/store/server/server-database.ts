import pg from 'pg'
import type { ClientBase } from 'pg'
import type { Database, Row, Statement } from '../database.ts'
import type { DatabaseLimits } from '../limits.ts'
import { Door } from '../session/door.ts'
import { rethrow } from '../session/failure.ts'
import { ensureSchema } from '../session/schema.ts'
import { StatementNames } from '../session/statement-names.ts'
import { execute, look, lookOnce, transact } from '../session/transaction.ts'
import type { Session } from '../session/transaction.ts'
import { clientOptions, openPool } from './pool.ts'
import type { ServerOptions } from './pool.ts'

/**
 * PostgreSQL 15 or later over the network. Reads have connections of their own, so that a report cannot keep a
 * turn waiting, nor turns a screen. Needs direct connections or a pooler in session mode: settings and prepared
 * statements belong to the session.
 */
export class ServerDatabase implements Database {
  readonly kind = 'server'
  readonly #options: ServerOptions
  readonly #limits: DatabaseLimits
  readonly #writers: pg.Pool
  readonly #readers: pg.Pool
  readonly #names = new StatementNames()
  readonly #door = new Door()

  private constructor(options: ServerOptions) {
    this.#options = options
    this.#limits = options.limits
    const { turnTimeoutMs, readTimeoutMs, snapshotTimeoutMs } = options.limits
    this.#writers = openPool(options, { statementMs: turnTimeoutMs, answerMs: 2 * turnTimeoutMs })
    const lookMs = Math.max(readTimeoutMs, snapshotTimeoutMs)
    this.#readers = openPool(options, { statementMs: readTimeoutMs, answerMs: 2 * lookMs })
  }

  /** Connects once, so that a wrong address or password shows here. */
  static async open(options: ServerOptions): Promise<ServerDatabase> {
    const database = new ServerDatabase(options)
    try {
      await ensureSchema(database, options.schema)
      return database
    } catch (error) {
      await database.close()
      throw error
    }
  }

  transact(statements: readonly Statement[]): Promise<Row[][]> {
    return this.#with(this.#writers, session => transact(session, statements))
  }

  read<T>(statement: Statement): Promise<T[]> {
    return this.#with(this.#readers, session => lookOnce<T>(session, statement))
  }

  snapshot(statements: readonly Statement[]): Promise<Row[][]> {
    const limit = `SET LOCAL statement_timeout = ${this.#limits.snapshotTimeoutMs}`
    const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${limit}`
    return this.#with(this.#readers, session => look(session, begin, statements))
  }

  /** On a connection of its own, so that whatever the commands set or leave behind ends with them. */
  exec(sql: string): Promise<void> {
    return this.#door.enter(async () => {
      const client = new pg.Client(clientOptions(this.#options))
      client.on('error', () => undefined)
      await client.connect().catch(rethrow)
      try {
        await client.query(`SET search_path = "${this.#options.schema}"`).catch(rethrow)
        await execute(client, sql)
      } finally {
        this.#names.renew()
        await client.end()
      }
    })
  }

  /** PostgreSQL has its own checkpointer and autovacuum. */
  maintain(): Promise<void> {
    return this.#door.enter(() => Promise.resolve())
  }

  async close(): Promise<void> {
    await this.#door.shut(async () => {
      await Promise.all([this.#writers.end(), this.#readers.end()])
    })
  }

  #with<T>(pool: pg.Pool, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#door.enter(async () => {
      const client = await pool.connect().catch(rethrow)
      try {
        return await work({ client, names: this.#names })
      } finally {
        client.release(isSpent(client))
      }
    })
  }
}

/** A connection that is still inside a transaction goes back to nobody. */
function isSpent(client: ClientBase): boolean {
  return client.getTransactionStatus() !== 'I'
}
