/** A bucket of tokens that fills with real time: parts that a gateway may be given. */
export class Tokens {
  readonly #perSecond: number
  #tokens: number
  #filledAt: number

  /** Full at the start: one second's worth, at least one. */
  constructor(perSecond: number, at: number) {
    this.#perSecond = perSecond
    this.#tokens = Math.max(1, perSecond)
    this.#filledAt = at
  }

  whole(at: number): number {
    const filled = this.#tokens + ((at - this.#filledAt) * this.#perSecond) / 1000
    this.#tokens = Math.min(Math.max(1, this.#perSecond), filled)
    this.#filledAt = at
    return Math.max(0, Math.floor(this.#tokens))
  }

  /** May go below zero: a message of four parts is not cut, what follows waits. */
  spend(parts: number): void {
    this.#tokens -= parts
  }
}
