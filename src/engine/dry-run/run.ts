/**
 * A dry run, from the side that reads: accounts are sampled, their past is read in small pages through the queue that
 * turns go first in, and handed to a thread that decides. While the thread decides on one slice the next is read.
 */
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Instant } from '../../core/units.ts'
import { type AccountKey, loadAccounts } from '../../store/account.ts'
import type { Database } from '../../store/database.ts'
import {
  journalReach,
  pageRowsMax,
  type PastAttempt,
  pastAttempts,
  type PastEvent,
  pastEvents,
} from '../../store/dry-run-history.ts'
import { wordsFromElsewhere } from './beginning.ts'
import type { DryRunTask, FromThread, PastAccount, ToThread } from './messages.ts'
import type { DryRunResult } from './result.ts'
import { sampleOf } from './sample.ts'

/** As the file of this module: `.ts` in development, `.js` in the package. */
const threadFile = new URL(`./thread${extname(import.meta.url)}`, import.meta.url)

const sliceAccounts = 10
/** An account of which more has happened is left out. */
export const eventsPerAccountMax = 20_000
/** Heap of the thread: it holds two rulebooks, sums and one slice of accounts. */
const heapMaxMb = 1_024

export interface DryRunAsk {
  readonly database: Database
  readonly task: DryRunTask
  readonly sample: number
  readonly onProgress: (done: number, of: number) => void
  readonly signal: AbortSignal
}

export interface DryRunAnswer {
  readonly all: number
  readonly sampled: number
  readonly result: DryRunResult
}

/** @throws whatever `signal` was aborted with; Error when the thread fails; DatabaseError */
export async function runDry({
  database,
  task,
  sample,
  onProgress,
  signal,
}: DryRunAsk): Promise<DryRunAnswer> {
  const { all, chosen } = await sampleOf(database, sample, signal)
  const { from } = await journalReach(database)
  onProgress(0, chosen.length)
  const thread = new Thread(task)
  const stop = (): void => thread.stop(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  try {
    await thread.next('ready')
    for (let done = 0; done < chosen.length; done += sliceAccounts) {
      const keys = chosen.slice(done, done + sliceAccounts)
      const accounts = await pastOf(database, keys, { from, until: task.until })
      signal.throwIfAborted()
      if (done > 0) await thread.next('taken')
      thread.tell({ is: 'accounts', accounts })
      onProgress(done, chosen.length)
    }
    if (chosen.length > 0) await thread.next('taken')
    thread.tell({ is: 'finish' })
    const { result } = await thread.next('result')
    onProgress(chosen.length, chosen.length)
    return { all, sampled: chosen.length, result }
  } finally {
    signal.removeEventListener('abort', stop)
    await thread.end()
  }
}

interface Span {
  readonly from: Instant
  readonly until: Instant
}

async function pastOf(
  database: Database,
  keys: readonly AccountKey[],
  span: Span,
): Promise<readonly PastAccount[]> {
  const states = new Map((await loadAccounts(database, keys)).map(row => [row.account, row.cold]))
  const past: PastAccount[] = []
  for (const key of keys) {
    const cold = states.get(key.account)
    if (cold === undefined) continue
    const events = await eventsOf(database, key, span)
    const attempts = events === null ? [] : await attemptsOf(database, key, span)
    past.push({ id: key.account, cold, events: events ?? [], attempts, tooMuch: events === null })
  }
  return past
}

/** Null when there are too many. */
async function eventsOf(database: Database, key: AccountKey, span: Span): Promise<PastEvent[] | null> {
  const ask = { ...key, ...span, words: wordsFromElsewhere }
  const events: PastEvent[] = []
  for (;;) {
    const page = await pastEvents(database, ask, events.at(-1) ?? null)
    events.push(...page)
    if (page.length < pageRowsMax) return events
    if (events.length > eventsPerAccountMax) return null
  }
}

/** The latest are not needed more than others: beyond the limit the usual outcome stands for the rest. */
async function attemptsOf(database: Database, key: AccountKey, span: Span): Promise<PastAttempt[]> {
  const attempts: PastAttempt[] = []
  while (attempts.length < eventsPerAccountMax) {
    const page = await pastAttempts(database, { ...key, ...span }, attempts.at(-1)?.id ?? '')
    attempts.push(...page)
    if (page.length < pageRowsMax) break
  }
  return attempts
}

/** The thread's messages, one at a time; its end, whatever the reason, ends whoever waits. */
class Thread {
  readonly #worker: Worker
  readonly #heard: FromThread[] = []
  #waiting: PromiseWithResolvers<FromThread> | null = null
  #failure: Error | null = null

  constructor(task: DryRunTask) {
    this.#worker = new Worker(threadFile, {
      name: 'dry-run',
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMaxMb },
      // Options of the process, a test runner's for instance, are not for this thread.
      execArgv: [],
    })
    this.#worker.on('message', (message: FromThread) => {
      this.#heard.push(message)
      this.#give()
    })
    this.#worker.on('error', error => this.#fail(error as Error))
    this.#worker.on('exit', code => this.#fail(new Error(`the thread of the dry run ended with ${code}`)))
  }

  tell(message: ToThread): void {
    this.#worker.postMessage(message, [])
  }

  async next<Is extends FromThread['is']>(is: Is): Promise<Extract<FromThread, { is: Is }>> {
    this.#waiting = Promise.withResolvers<FromThread>()
    const { promise } = this.#waiting
    this.#give()
    const message = await promise
    if (message.is !== is) throw new Error(`the dry run's thread said ${message.is} where ${is} was due`)
    return message as Extract<FromThread, { is: Is }>
  }

  stop(reason: Error): void {
    this.#fail(reason)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  /** The first reason counts. */
  #fail(error: Error): void {
    this.#failure ??= error
    this.#give()
  }

  #give(): void {
    const waiting = this.#waiting
    if (waiting === null) return
    const message = this.#heard.shift()
    if (message === undefined && this.#failure === null) return
    this.#waiting = null
    if (message === undefined) waiting.reject(this.#failure!)
    else waiting.resolve(message)
  }
}
