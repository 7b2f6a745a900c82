/** Measuring: the best of some rounds, and a table that goes into docs/performance.md. */

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
  #totalMs = 0
  #resetAtMs = 0
  #since: number | null = null

  /** Since it was made: only grows, and stands still while nothing is timed. */
  get totalMs(): number {
    return this.#totalMs + (this.#since === null ? 0 : performance.now() - this.#since)
  }

  /** Since the last reset. */
  get ms(): number {
    return this.totalMs - this.#resetAtMs
  }

  async time<T>(work: () => Promise<T>): Promise<T> {
    this.#since = performance.now()
    try {
      return await work()
    } finally {
      this.#totalMs = this.totalMs
      this.#since = null
    }
  }

  reset(): void {
    this.#resetAtMs = this.totalMs
  }
}

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
