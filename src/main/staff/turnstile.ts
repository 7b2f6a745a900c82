/** Lets a few pass at once and a few wait; whoever comes beyond that is sent away. */
import { Busy } from '../../engine/inbox.ts'

const retryAfterS = 2

export class Turnstile {
  readonly #limits: { readonly insideMax: number; readonly waitingMax: number }
  readonly #waiting: (() => void)[] = []
  #inside = 0

  constructor(limits: { readonly insideMax: number; readonly waitingMax: number }) {
    this.#limits = limits
  }

  /** @throws Busy when too many wait already */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    const { insideMax, waitingMax } = this.#limits
    if (this.#inside < insideMax) this.#inside += 1
    else if (this.#waiting.length >= waitingMax) throw new Busy(retryAfterS)
    // Whoever leaves gives the place on.
    else await new Promise<void>(resolve => void this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#inside -= 1
      else next()
    }
  }
}
