/** An inbox without an engine, for tests and trials: it remembers what it was given and answers at once. */
import type { Arrival, Verdict } from '../core/event/arrival.ts'
import type { Inbox } from '../engine/inbox.ts'

export class FakeInbox implements Inbox {
  readonly taken: Arrival[] = []
  readonly offers: number[] = []
  /** Thrown, first to last, by the next offers. */
  readonly troubles: Error[] = []
  /** Called before each offer that is taken. */
  onOffer: (arrivals: readonly Arrival[]) => void | Promise<void> = () => {}
  readonly #known = new Set<string>()

  async offer(arrivals: readonly Arrival[]): Promise<readonly Verdict[]> {
    const trouble = this.troubles.shift()
    if (trouble !== undefined) throw trouble
    this.offers.push(arrivals.length)
    await this.onOffer(arrivals)
    return arrivals.map(arrival => this.#verdict(arrival))
  }

  /** Ids that begin with `waiting` or `aside` get these verdicts. */
  #verdict(arrival: Arrival): Verdict {
    const key = `${arrival.source} ${arrival.id}`
    if (this.#known.has(key)) return { state: 'duplicate' }
    this.#known.add(key)
    this.taken.push(arrival)
    if (arrival.id.startsWith('waiting')) return { state: 'waiting' }
    if (arrival.id.startsWith('aside'))
      return { state: 'set-aside', reason: 'from-the-future', note: 'two hours ahead' }
    return { state: 'decided' }
  }
}
