/**
 * Counter reports as a charging system sends them, account after account in a shuffled order: of a hundred one
 * carries its counter past the next limit (80 %, 100 %, 200 %, …), the others move it by some kilobytes.
 */
import type { Arrival } from '../src/core/event/arrival.ts'
import type { Instant } from '../src/core/units.ts'
import { allowanceBytes, numberOf, periodOf, usedAtFirst } from './population.ts'

/** A prime far from any size, so that one account after the other lies on another page. */
const stride = 15_485_863
const smallStepBytes = 4_096

/** "One in a hundred" as a prime, so that in time each account gets its turn. */
const crossingEvery = 101

/** Percent passed at the n-th crossing of an account. */
const limitPercent = (n: number): number => (n === 0 ? 80 : n * 100)

export class Facts {
  readonly #size: number
  readonly #used: Float64Array
  readonly #crossings: Uint16Array
  #count = 0
  #told: Instant | null = null

  constructor(size: number) {
    this.#size = size
    this.#used = Float64Array.from({ length: size }, (_, index) => usedAtFirst(index))
    this.#crossings = new Uint16Array(size)
  }

  /** When the last one happened; null before the first. */
  get last(): Instant | null {
    return this.#told
  }

  /**
   * The next ones, spread over the time from the last of the former ones until `until`.
   * @param crossing which of them cross a limit: about one in a hundred, or each
   */
  next(count: number, until: Instant, crossing: 'some' | 'each' = 'some'): readonly Arrival[] {
    const period = periodOf(until)
    const from = this.#told ?? until - count
    this.#told = until
    return Array.from({ length: count }, (_, i) => {
      this.#count += 1
      const index = (this.#count * stride) % this.#size
      const crosses = crossing === 'each' || this.#count % crossingEvery === 0
      const usedBytes = this.#advance(index, crosses)
      return {
        source: 'ocs',
        id: crosses ? `crossing-${this.#count}` : `u-${this.#count}`,
        type: 'usage.reported',
        time: from + Math.ceil(((until - from) * (i + 1)) / count),
        subject: { kind: 'number', number: numberOf(index) },
        data: { bucketId: 'data', kind: 'data', ...period, usedBytes, allowanceBytes },
        extensions: {},
      }
    })
  }

  #advance(index: number, crosses: boolean): number {
    if (!crosses) {
      this.#used[index]! += smallStepBytes
    } else {
      const limit = limitPercent(this.#crossings[index]!)
      this.#crossings[index]! += 1
      this.#used[index] = Math.ceil((allowanceBytes * limit) / 100) + smallStepBytes
    }
    return this.#used[index]!
  }
}

export const isCrossing = ({ id }: Pick<Arrival, 'id'>): boolean => id.startsWith('crossing-')

/** As it stands in the body of a request (CloudEvents 1.0, structured). */
export function cloudEventOf(arrival: Arrival): Record<string, unknown> {
  const { id, source, type, time, subject, data } = arrival
  const named = subject.kind === 'number' ? `tel:${subject.number}` : `account:${subject.account}`
  return { specversion: '1.0', id, source, type, time: new Date(time).toISOString(), subject: named, data }
}
