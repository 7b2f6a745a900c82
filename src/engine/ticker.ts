/** Says yes once per period of real time, the first time at once. */
export class Ticker {
  readonly #periodMs: number
  #last = -Infinity

  constructor(periodMs: number) {
    this.#periodMs = periodMs
  }

  due(elapsed: number): boolean {
    if (elapsed - this.#last < this.#periodMs) return false
    this.#last = elapsed
    return true
  }
}
