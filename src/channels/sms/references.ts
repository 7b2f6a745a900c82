/**
 * Reference numbers of long messages. A handset joins parts of one sender by their reference, so two messages
 * to one number must not share one while either may be under way: each number counts on its own, from a
 * beginning left to chance.
 */
const numbersMax = 10_000

export class References {
  readonly #last = new Map<string, number>()
  readonly #chance: () => number
  readonly #size: number

  constructor(bits: 8 | 16, chance: () => number) {
    this.#size = 2 ** bits
    this.#chance = chance
  }

  next(number: string): number {
    const last = this.#last.get(number) ?? Math.floor(this.#chance() * this.#size)
    const next = (last + 1) % this.#size
    this.#last.delete(number)
    this.#last.set(number, next)
    const [oldest] = this.#last.keys()
    if (this.#last.size > numbersMax && oldest !== undefined) this.#last.delete(oldest)
    return next
  }
}
