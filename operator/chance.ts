/**
 * The operator's only source of randomness: sfc32 (Chris Doty-Humphrey, PractRand), seeded from text.
 *
 * Each customer draws from a stream of its own, so that a larger population leaves all others as they were.
 */

type Word = number

/** Four 32-bit words from a text: four multiplicative hashes run side by side, then mixed. */
function wordsOf(text: string): [Word, Word, Word, Word] {
  let a = 0x6a09e667
  let b = 0xbb67ae85
  let c = 0x3c6ef372
  let d = 0xa54ff53a
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x9e3779b1) ^ (b >>> 15)
    b = Math.imul(b ^ unit, 0x85ebca77) ^ (c >>> 13)
    c = Math.imul(c ^ unit, 0xc2b2ae3d) ^ (d >>> 16)
    d = Math.imul(d ^ unit, 0x27d4eb2f) ^ (a >>> 14)
  }
  return [a | 0, b | 0, c | 0, d | 0]
}

/** Rounds thrown away after seeding, until every bit of the seed has reached every word. */
const warmUpRounds = 12

export class Chance {
  private a: Word
  private b: Word
  private c: Word
  private d: Word

  private constructor([a, b, c, d]: readonly [Word, Word, Word, Word]) {
    this.a = a
    this.b = b
    this.c = c
    this.d = d
    for (let i = 0; i < warmUpRounds; i++) this.unit()
  }

  /** The stream that belongs to these names; the same names give the same stream. */
  static of(...names: readonly (string | number)[]): Chance {
    return new Chance(wordsOf(names.join('/')))
  }

  /** A number in [0, 1), of 32 bits. */
  unit(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }

  yes(probability: number): boolean {
    return this.unit() < probability
  }

  between(low: number, high: number): number {
    return low + this.unit() * (high - low)
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)]!
  }

  /** One of the entries, by its share; shares need not sum to one. */
  share<T>(entries: readonly (readonly [T, number])[]): T {
    let rest = this.unit() * entries.reduce((sum, [, share]) => sum + share, 0)
    for (const [value, share] of entries) {
      rest -= share
      if (rest < 0) return value
    }
    return entries.at(-1)![0]
  }

  /** Many small things multiplied: `median`, two thirds of all within a factor of e^`sigma`. */
  logNormal(median: number, sigma: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()))
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.unit()))
  }

  /** Even on a logarithmic scale: as often 1 to 10 as 10 to 100. */
  logBetween(low: number, high: number): number {
    return low * Math.exp(this.unit() * Math.log(high / low))
  }

  /** How often something happens that happens `mean` times on average (Poisson), at most `max`. */
  times(mean: number, max: number): number {
    const floor = Math.exp(-mean)
    let product = this.unit()
    let count = 0
    while (product > floor && count < max) {
      product *= this.unit()
      count++
    }
    return count
  }
}
