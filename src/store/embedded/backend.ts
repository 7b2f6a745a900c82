import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { columnTypes } from '../session/column-values.ts'
import { settingsSql } from '../session/settings.ts'
import type { BackendTask, FromBackend, ToBackend } from './backend-messages.ts'
import { BackendSocket } from './backend-socket.ts'
import { stackSizeMb } from './parameters.ts'

/** As the file of this module: `.ts` in development, `.js` in the package. */
const workerFile = new URL(`./backend-worker${extname(import.meta.url)}`, import.meta.url)

/** Opening recovers what the last process left, at most some 64 MB of WAL: seconds. */
const openMaxMs = 120_000

export function startWorker(task: BackendTask): Worker {
  return new Worker(workerFile, {
    name: 'pglite',
    workerData: task,
    transferList: task.cluster === null ? [] : [task.cluster.buffer as ArrayBuffer],
    resourceLimits: { stackSizeMb },
    // Options of the process, a test runner's for instance, are not for this thread.
    execArgv: [],
  })
}

/**
 * One PGlite in its thread, with the driver's client on top of it: to everything above, a PostgreSQL session.
 *
 * starting → open → stopped (asked to) | broken (the thread died, or was killed because it hung). Once broken,
 * all calls under way reject, as after a lost connection, and no call succeeds any more.
 */
export class Backend {
  readonly client: pg.Client
  readonly #worker: Worker
  readonly #socket: BackendSocket
  readonly #gone: Promise<unknown>
  #broken = false

  private constructor(worker: Worker) {
    this.#worker = worker
    this.#socket = new BackendSocket(worker)
    this.client = new pg.Client({
      user: 'postgres',
      database: 'postgres',
      application_name: 'kairos',
      types: columnTypes,
      pipeline: true,
      // Whatever PGSSLMODE says of servers.
      ssl: false,
      stream: () => this.#socket,
    })
    // Each call under way rejects by itself; nobody listening to this would end the process.
    this.client.on('error', () => undefined)
    this.#gone = new Promise(resolve => {
      worker.on('message', (message: FromBackend) => this.#hear(message, resolve))
      worker.on('error', error => this.kill(error.message))
      worker.on('exit', () => {
        this.kill('its thread ended')
        resolve(null)
      })
    })
  }

  /** @throws Error when PGlite cannot open the folder */
  static async open(task: Omit<BackendTask, 'make'>, schema: string): Promise<Backend> {
    const worker = startWorker({ ...task, make: 'session' })
    const first = await firstMessage(worker)
    if (first.is === 'broken') throw new Error(`the embedded database does not open: ${first.reason}`)
    const backend = new Backend(worker)
    try {
      await backend.client.connect()
      await backend.client.query(settingsSql({ schema }))
      return backend
    } catch (error) {
      await backend.stop()
      throw error
    }
  }

  get isBroken(): boolean {
    return this.#broken
  }

  /** Ends the thread where it stands, as `kill -9` would end the process. */
  kill(reason: string): void {
    if (this.#broken) return
    this.#broken = true
    this.#socket.destroy(new Error(`the embedded database stopped: ${reason}`))
    void this.#worker.terminate()
  }

  /** Shuts PostgreSQL down in good order. @returns when the thread is gone, and nobody writes any more */
  async stop(): Promise<void> {
    if (!this.#broken) {
      this.#worker.postMessage({ is: 'close' } satisfies ToBackend, [])
      await this.#gone
    }
    this.#broken = true
    this.#socket.destroy()
    await this.#worker.terminate()
  }

  #hear(message: FromBackend, gone: (value: null) => void): void {
    if (message.is === 'answer') this.#socket.receive(message.bytes)
    if (message.is === 'broken') this.kill(message.reason)
    if (message.is === 'done') gone(null)
  }
}

/** What the thread says when it is done, or ready. @throws Error when it says nothing, in which case it is ended */
export async function firstMessage(worker: Worker): Promise<FromBackend> {
  const { promise, resolve, reject } = Promise.withResolvers<FromBackend>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', code => reject(new Error(`the thread of the embedded database ended with ${code}`)))
  const late = new Error(`the embedded database is not open after ${openMaxMs} ms`)
  const alarm = setTimeout(() => reject(late), openMaxMs)
  try {
    return await promise
  } catch (error) {
    await worker.terminate()
    throw error
  } finally {
    clearTimeout(alarm)
  }
}
