/** Facts in the order of their arrival, one looked at ahead (for the discrete clock). */
import type { Arrival } from '../core/event/arrival.ts'
import type { Instant } from '../core/units.ts'

export interface Timed {
  readonly arrival: Arrival
  /** When it arrives: not before the fact ahead of it, which is seen to. */
  readonly at: Instant
}

export class Feed {
  readonly #facts: AsyncIterator<Timed> | Iterator<Timed>
  #ahead: Timed | null = null
  #latest: Instant = -Infinity
  #ended = false

  constructor(facts: AsyncIterable<Timed> | Iterable<Timed>) {
    this.#facts = Symbol.asyncIterator in facts ? facts[Symbol.asyncIterator]() : facts[Symbol.iterator]()
  }

  /** When the next fact comes; null after the last. */
  async next(): Promise<Instant | null> {
    if (this.#ahead === null && !this.#ended) await this.#pull()
    return this.#ahead?.at ?? null
  }

  /** All that arrive before `end`. */
  async until(end: Instant): Promise<readonly Timed[]> {
    const taken: Timed[] = []
    for (;;) {
      const at = await this.next()
      if (at === null || at >= end) return taken
      taken.push(this.#ahead!)
      this.#ahead = null
    }
  }

  async #pull(): Promise<void> {
    const { done, value } = await this.#facts.next()
    if (done === true) {
      this.#ended = true
      return
    }
    this.#latest = Math.max(this.#latest, value.at)
    this.#ahead = { arrival: value.arrival, at: this.#latest }
  }
}
