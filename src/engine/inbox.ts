/** The door through which facts enter the engine. */
import type { Arrival, Verdict } from '../core/event/arrival.ts'

export interface Inbox {
  /**
   * Resolves once the turns that hold them have committed: one verdict each, in order (G1).
   * Rejects with `Busy` when the bounded queue has no room for all of them (nothing is taken then), and
   * with `Unavailable` when the turn could not be committed for a reason outside the events (G10): the
   * caller may send them again, they will be recognised.
   */
  offer(arrivals: readonly Arrival[]): Promise<readonly Verdict[]>
}

export class Busy extends Error {
  override readonly name = 'Busy'
  readonly retryAfterS: number
  constructor(retryAfterS: number) {
    super(`the queue is full; try again in ${retryAfterS} s`)
    this.retryAfterS = retryAfterS
  }
}

export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}
