/**
 * Arrivals on their way into a turn: a bounded queue in memory. An offer resolves when all of it has been
 * decided and committed; what is not committed is still the caller's (G1).
 */
import type { Arrival, Verdict } from '../core/event/arrival.ts'
import { Busy, type Inbox, Unavailable } from './inbox.ts'
import type { Meter } from './meter.ts'

export const queueMax = 20_000
/** What a busy engine certainly decides in a second, to tell callers when to come again. */
const slowestPerS = 2_000
const retryAfterMaxS = 60

interface Offer {
  /** Real milliseconds. */
  readonly since: number
  readonly verdicts: Verdict[]
  left: number
  readonly resolve: (verdicts: readonly Verdict[]) => void
  readonly reject: (error: Error) => void
}

export interface Queued {
  readonly arrival: Arrival
  readonly offer: Offer
  readonly place: number
}

export class Queue implements Inbox {
  readonly #meter: Meter
  readonly #wake: () => void
  readonly #elapsed: () => number
  readonly #queueMax: number
  #queued: Queued[] = []
  #head = 0
  /** Taken, and not settled yet. */
  readonly #taken = new Set<Offer>()
  #closed = false

  constructor(what: {
    readonly meter: Meter
    readonly wake: () => void
    /** Real milliseconds now. */
    readonly elapsed: () => number
    readonly queueMax?: number
  }) {
    this.#meter = what.meter
    this.#wake = what.wake
    this.#elapsed = what.elapsed
    this.#queueMax = what.queueMax ?? queueMax
  }

  get length(): number {
    return this.#queued.length - this.#head
  }

  /** How long the oldest arrival has waited for its turn, in real milliseconds; null when none waits. */
  get lagMs(): number | null {
    const oldest = this.#queued[this.#head]
    return oldest === undefined ? null : this.#elapsed() - oldest.offer.since
  }

  offer(arrivals: readonly Arrival[]): Promise<readonly Verdict[]> {
    if (this.#closed) return Promise.reject(new Unavailable('the engine is stopping'))
    if (arrivals.length === 0) return Promise.resolve([])
    // More than the queue ever holds is let in when it is empty, else it could never enter.
    const full = this.length + arrivals.length > this.#queueMax && this.length > 0
    if (full) {
      this.#meter.busy += 1
      const retryAfterS = Math.ceil(this.length / slowestPerS)
      return Promise.reject(new Busy(Math.min(retryAfterMaxS, Math.max(1, retryAfterS))))
    }
    return new Promise((resolve, reject) => {
      const since = this.#elapsed()
      const offer: Offer = { since, verdicts: [], left: arrivals.length, resolve, reject }
      for (const [place, arrival] of arrivals.entries()) this.#queued.push({ arrival, offer, place })
      this.#meter.queued = this.length
      this.#wake()
    })
  }

  /** The next ones in order. */
  take(max: number): readonly Queued[] {
    const end = Math.min(this.#queued.length, this.#head + max)
    const taken = this.#queued.slice(this.#head, end)
    this.#head = end
    if (this.#head === this.#queued.length || this.#head > this.#queueMax) {
      this.#queued = this.#queued.slice(this.#head)
      this.#head = 0
    }
    for (const { offer } of taken) this.#taken.add(offer)
    this.#meter.queued = this.length
    return taken
  }

  settle({ offer, place }: Queued, verdict: Verdict): void {
    offer.verdicts[place] = verdict
    offer.left -= 1
    if (offer.left > 0) return
    this.#taken.delete(offer)
    offer.resolve(offer.verdicts)
  }

  /** Gives everything back to the callers: they may send it again, it will be recognised. */
  reject(why: string): void {
    const error = new Unavailable(why)
    for (const { offer } of this.#queued.slice(this.#head)) offer.reject(error)
    for (const offer of this.#taken) offer.reject(error)
    this.#taken.clear()
    this.#queued = []
    this.#head = 0
    this.#meter.queued = 0
  }

  /** Nothing more is taken in; what is queued is still decided. */
  close(): void {
    this.#closed = true
  }
}
