/**
 * Facts in the order of their arrival, one looked at ahead (for the discrete clock).
 *
 * A feed whose facts may hang on what was sent (customers who act on messages) must not be asked too far ahead: it says
 * until when nothing comes, and is asked again then.
 */
import type { Arrival } from '../core/event/arrival.ts'
import type { Instant } from '../core/units.ts'

export interface Timed {
  readonly arrival: Arrival
  /** When it arrives: not before the fact ahead of it, which is seen to. */
  readonly at: Instant
}

/** Nothing comes until then. */
export interface Lull {
  readonly arrival: null
  readonly at: Instant
}

export type Facts = AsyncIterable<Timed | Lull> | Iterable<Timed | Lull>

export class Feed {
  readonly #facts: AsyncIterator<Timed | Lull> | Iterator<Timed | Lull>
  #ahead: Timed | Lull | null = null
  #latest: Instant = -Infinity
  #ended = false

  constructor(facts: Facts) {
    this.#facts = Symbol.asyncIterator in facts ? facts[Symbol.asyncIterator]() : facts[Symbol.iterator]()
  }

  /**
   * When the next fact comes, or when that can be known; null after the last.
   *
   * @param quietUntil nothing else happens before it, so the feed may be asked on past it.
   */
  async next(quietUntil: Instant = -Infinity): Promise<Instant | null> {
    if (this.#ahead === null && !this.#ended) await this.#pull()
    while (this.#ahead?.arrival === null && this.#ahead.at <= quietUntil) await this.#pull()
    return this.#ahead?.at ?? null
  }

  /** All that arrive before `end`. */
  async until(end: Instant): Promise<readonly Timed[]> {
    const taken: Timed[] = []
    for (;;) {
      const at = await this.next()
      if (at === null || at >= end) return taken
      if (this.#ahead!.arrival !== null) taken.push(this.#ahead!)
      this.#ahead = null
    }
  }

  async #pull(): Promise<void> {
    const { done, value } = await this.#facts.next()
    if (done === true) {
      this.#ended = true
      this.#ahead = null
      return
    }
    this.#latest = Math.max(this.#latest, value.at)
    this.#ahead = { ...value, at: this.#latest }
  }
}
