import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, DatabaseError, type Row, type Statement } from '../database.ts'
import type { DatabaseLimits } from '../limits.ts'
import { Door } from '../session/door.ts'
import { rethrow } from '../session/failure.ts'
import { ensureSchema } from '../session/schema.ts'
import { settingsSql } from '../session/settings.ts'
import { StatementNames } from '../session/statement-names.ts'
import { execute, look, lookOnce, type Session, transact } from '../session/transaction.ts'
import { Backend } from './backend.ts'
import { clusterForMemory, makeCluster } from './cluster.ts'
import { FolderLock } from './folder-lock.ts'
import { Queue } from './queue.ts'
import { Upkeep } from './upkeep.ts'

export interface EmbeddedOptions {
  /** Null: in memory. */
  readonly dataDir: string | null
  readonly schema: string
  readonly limits: DatabaseLimits
  readonly elapsed: () => number
}

/** Whoever waits, the reads of a snapshot or of one statement see a single state: there is one session. */
const beginSnapshot = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

/**
 * PGlite, PostgreSQL 18 as WebAssembly, in a thread of this process. What is committed survives the death of the
 * process, `kill -9` too, but not a power cut: PGlite never calls fsync.
 *
 * It has one session, so everything waits in one queue, and it ignores `statement_timeout`: a read that takes too
 * long gives up its caller and runs on. When its thread dies, or hangs longer than `hungAfterMs`, the calls under
 * way reject and the next one opens the folder again, as after a crash; a database in memory is lost by that.
 */
export class EmbeddedDatabase implements Database {
  readonly kind = 'embedded'
  readonly #options: EmbeddedOptions
  readonly #lock: FolderLock | null
  readonly #names = new StatementNames()
  readonly #queue = new Queue()
  readonly #door = new Door()
  readonly #upkeep: Upkeep
  #backend: Backend

  private constructor(options: EmbeddedOptions, lock: FolderLock | null, backend: Backend) {
    this.#options = options
    this.#lock = lock
    this.#backend = backend
    this.#upkeep = new Upkeep(options.elapsed)
  }

  /** @throws FolderInUse when another process works on the folder; Error when it cannot be opened */
  static async open(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
    const lock = options.dataDir === null ? null : FolderLock.take(options.dataDir)
    const backend = await openBackend(options).catch((error: unknown) => {
      lock?.release()
      throw error
    })
    const database = new EmbeddedDatabase(options, lock, backend)
    await ensureSchema(database, options.schema).catch(async (error: unknown) => {
      await database.close()
      throw error
    })
    return database
  }

  transact(statements: readonly Statement[]): Promise<Row[][]> {
    return this.#run('turn', session => transact(session, statements))
  }

  read<T>(statement: Statement): Promise<T[]> {
    const { readTimeoutMs } = this.#options.limits
    return inTime(
      readTimeoutMs,
      this.#run('read', session => lookOnce<T>(session, statement)),
    )
  }

  snapshot(statements: readonly Statement[]): Promise<Row[][]> {
    const { snapshotTimeoutMs } = this.#options.limits
    return inTime(
      snapshotTimeoutMs,
      this.#run('read', session => look(session, beginSnapshot, statements)),
    )
  }

  exec(sql: string): Promise<void> {
    return this.#runUnlimited('turn', async ({ client, names }) => {
      await client.query('SET default_transaction_read_only = off').catch(rethrow)
      try {
        await execute(client, sql)
      } finally {
        names.renew()
        await client.query(`RESET ALL; ${settingsSql(this.#options)}`).catch(rethrow)
      }
    })
  }

  maintain(): Promise<void> {
    return this.#runUnlimited('read', ({ client }) => this.#upkeep.run(client).catch(rethrow))
  }

  async close(): Promise<void> {
    await this.#door.shut(async () => {
      await this.#backend.stop()
      this.#lock?.release()
    })
  }

  #run<T>(lane: 'turn' | 'read', work: (session: Session) => Promise<T>): Promise<T> {
    return this.#runUnlimited(lane, async session => {
      const backend = this.#backend
      const { hungAfterMs } = this.#options.limits
      const alarm = setTimeout(() => backend.kill(`no answer for ${hungAfterMs} ms`), hungAfterMs)
      try {
        return await work(session)
      } finally {
        clearTimeout(alarm)
      }
    })
  }

  #runUnlimited<T>(lane: 'turn' | 'read', work: (session: Session) => Promise<T>): Promise<T> {
    const job = async (): Promise<T> => {
      if (this.#backend.isBroken) await this.#reopen().catch(rethrow)
      return work({ client: this.#backend.client, names: this.#names })
    }
    return this.#door.enter(() => this.#queue.run(lane, job))
  }

  async #reopen(): Promise<void> {
    if (this.#options.dataDir === null) {
      throw new DatabaseError('retry', 'the database was in memory, and is lost since its thread ended')
    }
    await this.#backend.stop()
    this.#backend = await openBackend(this.#options)
  }
}

async function openBackend({ dataDir, schema }: EmbeddedOptions): Promise<Backend> {
  if (dataDir === null) return Backend.open({ folder: null, cluster: await clusterForMemory() }, schema)
  const folder = join(dataDir, 'cluster')
  if (!existsSync(folder)) await makeCluster(folder)
  return Backend.open({ folder, cluster: null }, schema)
}

async function inTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const alarm = setTimeout(() => {
    reject(new DatabaseError('retry', `no answer within ${limitMs} ms; the read still runs`))
  }, limitMs)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(alarm)
  }
}
