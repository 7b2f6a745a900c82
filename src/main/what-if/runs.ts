/** What-if runs: one at a time, the last few kept in memory. Whoever wants an old one again repeats it by its seed. */
import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import type { Instant } from '../../core/units.ts'
import type { Order, PlainFigures, Word } from './player.ts'

export type RunState = 'running' | 'done' | 'failed' | 'cancelled'

/** Who wants to know what of which versions. */
export interface RunAsk {
  readonly by: string
  readonly versions: readonly string[]
  readonly seed: string
  readonly customers: number
  /** `2026-10`. */
  readonly month: string
  readonly months: number
}

export interface Run extends RunAsk {
  readonly id: string
  readonly at: Instant
  readonly state: RunState
  /** 0 to 1. */
  readonly share: number
  readonly facts: number
  /** In the order of the versions; null until it is done. */
  readonly figures: readonly PlainFigures[] | null
  readonly failure: string | null
}

const keptMax = 20

/** TypeScript from source, JavaScript once built: whatever this file is. */
const player = new URL(`./player${extname(import.meta.url)}`, import.meta.url)

export class Runs {
  /** Newest first. */
  #runs: readonly Run[] = []
  #child: ChildProcess | null = null
  #count = 0
  readonly #now: () => Instant

  constructor(now: () => Instant) {
    this.#now = now
  }

  get all(): readonly Run[] {
    return this.#runs
  }

  get busy(): Run | undefined {
    return this.#runs.find(({ state }) => state === 'running')
  }

  /** Not while another is `busy`. */
  start(ask: RunAsk, order: Order): Run {
    this.#count += 1
    const id = `${this.#now().toString(36)}-${this.#count}`
    const fresh = { state: 'running', share: 0, facts: 0, figures: null, failure: null } as const
    const run: Run = { ...ask, ...fresh, id, at: this.#now() }
    this.#runs = [run, ...this.#runs].slice(0, keptMax)
    const child = fork(player, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.#child = child
    this.#listen(id, child)
    child.send(order)
    return run
  }

  #listen(id: string, child: ChildProcess): void {
    let lastWords = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = `${lastWords}${text}`.slice(-500)
    })
    child.on('message', word => this.#hear(id, word as Word))
    child.once('error', error => this.#end(id, { state: 'failed', failure: error.message }))
    child.once('exit', () =>
      this.#end(id, { state: 'failed', failure: `it ended early: ${lastWords.trim()}` }),
    )
  }

  #hear(id: string, word: Word): void {
    switch (word.kind) {
      case 'progress':
        return this.#change(id, { share: word.share, facts: word.facts })
      case 'done':
        return this.#end(id, { state: 'done', share: 1, figures: word.figures })
      case 'failed':
        return this.#end(id, { state: 'failed', failure: word.message })
    }
  }

  /** What has ended stays as it ended. */
  #end(id: string, how: Partial<Run>): void {
    if (this.#runs.find(run => run.id === id)?.state === 'running') this.#change(id, how)
  }

  #change(id: string, how: Partial<Run>): void {
    this.#runs = this.#runs.map(run => (run.id === id ? { ...run, ...how } : run))
  }

  /** True when it ran until now. */
  cancel(id: string): boolean {
    if (this.busy?.id !== id) return false
    this.#end(id, { state: 'cancelled' })
    this.#child?.kill('SIGTERM')
    return true
  }
}
