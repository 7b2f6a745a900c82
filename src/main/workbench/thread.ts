/**
 * A rulebook is read and compiled in some 200 ms. While somebody writes one, that happens every second: in a thread of its own,
 * so that no turn of the engine waits for it. It starts when it is first needed and ends when nobody has asked for a while.
 */
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Busy } from '../../engine/inbox.ts'
import type { Bundle } from '../../rulebook/bundle.ts'
import { Turnstile } from '../staff/turnstile.ts'
import type { JobName, Jobs } from './job.ts'
import type { Order } from './worker.ts'

const limits = { insideMax: 1, waitingMax: 8 }
/** A draft that takes longer is given up: nobody waits for it any more. */
const jobMaxMs = 20_000
const idleMaxMs = 5 * 60_000
const retryAfterS = 2
const heapMaxMb = 512

export class Workbench {
  readonly #turnstile = new Turnstile(limits)
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | null = null

  /** @throws Busy when too many wait already, or the job took too long */
  run<K extends JobName>(job: K, bundle: Bundle, ask: Jobs[K]['ask']): Promise<Jobs[K]['answer']> {
    return this.#turnstile.pass(() => this.#work({ job, bundle, ask }))
  }

  async #work<K extends JobName>(order: Order<K>): Promise<Jobs[K]['answer']> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#start())
    const { promise, resolve, reject } = Promise.withResolvers<Jobs[K]['answer']>()
    const tooLong = setTimeout(() => reject(new Busy(retryAfterS)), jobMaxMs)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.postMessage(order, [])
    try {
      return await promise
    } catch (error) {
      await this.#stop()
      throw error
    } finally {
      clearTimeout(tooLong)
      worker.removeAllListeners('message').removeAllListeners('error')
      this.#idle = setTimeout(() => void this.#stop(), idleMaxMs)
      this.#idle.unref()
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
      name: 'workbench',
      resourceLimits: { maxOldGenerationSizeMb: heapMaxMb },
      // Options of the process, a test runner's for instance, are not for this thread.
      execArgv: [],
    })
    // Nothing is lost when the process ends in the middle of a job.
    worker.unref()
    return worker
  }

  async #stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}
