/** Measuring: the best of some rounds, and a table that goes into docs/performance.md. */

export interface Measure {
  readonly what: string
  readonly figure: string
  readonly floor: string
  readonly ratio: string
  readonly target: string
}

/** Events per second over the best of `rounds`; the first round only warms up. */
export function best(rounds: number, run: () => number): number {
  let top = 0
  run()
  for (let n = 0; n < rounds; n += 1) {
    const begin = performance.now()
    const count = run()
    top = Math.max(top, (count * 1000) / (performance.now() - begin))
  }
  return top
}

export const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`

export function table(rows: readonly Measure[]): string {
  const head = ['what', 'measured', 'floor in the same run', 'ratio', 'target']
  const lines = rows.map(({ what, figure, floor, ratio, target }) => [what, figure, floor, ratio, target])
  return [head, head.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

export const share = (ratio: number): string => `${(100 * ratio).toFixed(ratio < 0.1 ? 1 : 0)} %`
