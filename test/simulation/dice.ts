/** Randomness by seed only: the same seed throws the same dice on every machine. */

/** mulberry32: 32 bits of state, good enough to make trouble with. */
export class Dice {
  #state: number

  constructor(seed: string) {
    let hash = 0x811c9dc5
    for (const letter of seed) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
    this.#state = hash >>> 0
    for (let n = 0; n < 4; n += 1) this.fraction()
  }

  /** In [0, 1). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1))
  }

  happens(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list]
    return list.map(() => rest.splice(this.between(0, rest.length - 1), 1)[0]!)
  }
}
