/** Measuring: the best of some rounds, and a table that goes into docs/performance.md. */

import { type CpuTime, ownCpuTime } from './cpu-time.ts'

export interface Measure {
  readonly what: string
  readonly figure: string
  readonly floor: string
  readonly ratio: string
  readonly target: string
}

export interface Round {
  /** Makes what will be worked on; not measured. */
  readonly prepare: () => void
  /** @returns how many events it has worked on */
  readonly run: () => number
}

/**
 * Events per second over the best of `rounds`; a first round only warms up. By the time of this thread on its core,
 * so that what else the machine does is left out.
 */
export function best(rounds: number, { prepare, run }: Round): number {
  let top = 0
  for (let n = 0; n <= rounds; n += 1) {
    prepare()
    const begin = process.threadCpuUsage()
    const count = run()
    const { user, system } = process.threadCpuUsage(begin)
    if (n > 0) top = Math.max(top, (count * 1e6) / (user + system))
  }
  return top
}

/** Adds up the time that one side takes while two are measured in turns. */
export class Stopwatch {
  readonly #cpuTime: CpuTime
  #totalMs = 0
  #cpuMs = 0
  #resetAt = { totalMs: 0, cpuMs: 0 }
  #since: number | null = null

  constructor(cpuTime: CpuTime = ownCpuTime) {
    this.#cpuTime = cpuTime
  }

  /** Since it was made: only grows, and stands still while nothing is timed. */
  get totalMs(): number {
    return this.#totalMs + (this.#since === null ? 0 : performance.now() - this.#since)
  }

  /** Since the last reset. */
  get ms(): number {
    return this.totalMs - this.#resetAt.totalMs
  }

  /** On all cores, since the last reset; NaN where it cannot be told. */
  get cpuMs(): number {
    return this.#cpuMs - this.#resetAt.cpuMs
  }

  async time<T>(work: () => Promise<T>): Promise<T> {
    const cpuBegin = this.#cpuTime()
    this.#since = performance.now()
    try {
      return await work()
    } finally {
      this.#totalMs = this.totalMs
      this.#since = null
      this.#cpuMs += (this.#cpuTime() ?? Number.NaN) - (cpuBegin ?? Number.NaN)
    }
  }

  reset(): void {
    this.#resetAt = { totalMs: this.totalMs, cpuMs: this.#cpuMs }
  }
}

/** What something costs, by the wall and by the cores. */
export interface Cost {
  readonly perSecond: number
  /** Microseconds of CPU each, ours and the database's; NaN where it cannot be told. */
  readonly cpuUs: number
}

export const costOf = ({ ms, cpuMs }: Stopwatch, count: number): Cost => ({
  perSecond: (count * 1_000) / ms,
  cpuUs: (cpuMs * 1_000) / count,
})

export const costText = (cost: Cost): string =>
  Number.isNaN(cost.cpuUs)
    ? perSecond(cost.perSecond)
    : `${perSecond(cost.perSecond)}, ${whole(cost.cpuUs)} µs CPU`

/** The value below which a share of the sorted values lies: 0.99 for p99. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const whole = (value: number): string => Math.round(value).toLocaleString('en')
export const perSecond = (rate: number): string => `${whole(rate)}/s`
export const percent = (ratio: number): string => `${(100 * ratio).toFixed(ratio < 0.1 ? 1 : 0)} %`

export function table(rows: readonly Measure[]): string {
  const head = ['what', 'measured', 'floor in the same run', 'ratio', 'target']
  const lines = rows.map(({ what, figure, floor, ratio, target }) => [what, figure, floor, ratio, target])
  return [head, head.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
