/** The Clock seam: the one place, beside `src/main`, where the present moment is read. */
import type { Instant } from '../core/units.ts'

export interface Clock {
  /** The present moment: real, or simulated. */
  now(): Instant
  /** Real milliseconds that only grow: for transport, back-off and rates, whatever `now` says. */
  elapsed(): number
}

export const realClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }

/** For the discrete clock and for tests: the present moment is told. */
export class SettableClock implements Clock {
  #now: Instant

  constructor(now: Instant) {
    this.#now = now
  }

  now(): Instant {
    return this.#now
  }

  elapsed(): number {
    return performance.now()
  }

  /** Time never goes back. */
  advance(to: Instant): void {
    if (to > this.#now) this.#now = to
  }
}

/** The real clock, moved ahead by hand: for a demo in which days may pass in seconds. */
export class ShiftedClock implements Clock {
  #aheadMs = 0

  /** How far it is ahead of the real one. */
  get aheadMs(): number {
    return this.#aheadMs
  }

  now(): Instant {
    return Date.now() + this.#aheadMs
  }

  elapsed(): number {
    return performance.now()
  }

  /** Time never goes back. Instants are whole milliseconds. */
  moveTo(at: Instant): void {
    this.#aheadMs += Math.max(0, Math.ceil(at - this.now()))
  }
}
