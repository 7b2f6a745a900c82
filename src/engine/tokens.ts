/** A bucket of tokens that fills with real time: parts that a gateway may be given. */
export class Tokens {
  readonly #perSecond: number
  readonly #most: number
  #tokens: number
  #filledAt: number

  /**
   * Full at the start.
   * @param most how many it holds: one second's worth, at least one, unless told
   */
  constructor(perSecond: number, at: number, most = Math.max(1, perSecond)) {
    this.#perSecond = perSecond
    this.#most = most
    this.#tokens = most
    this.#filledAt = at
  }

  whole(at: number): number {
    const filled = this.#tokens + ((at - this.#filledAt) * this.#perSecond) / 1000
    this.#tokens = Math.min(this.#most, filled)
    this.#filledAt = at
    return Math.max(0, Math.floor(this.#tokens))
  }

  /** May go below zero: a message of four parts is not cut, what follows waits. */
  spend(parts: number): void {
    this.#tokens -= parts
  }
}
