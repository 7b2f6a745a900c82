/** The operator's systems: they send what they have, and again what was not acknowledged. */
import type { Arrival } from '../../../src/core/event/arrival.ts'
import type { Inbox } from '../../../src/engine/inbox.ts'
import type { Fact, Moment, Sent } from '../chronicle.ts'
import { Dice } from '../dice.ts'
import type { Plot } from '../plot/plot.ts'

interface Waiting {
  readonly at: Moment
  readonly fact: Fact
}

export class Sender {
  readonly #plot: Plot
  readonly #sent: Sent[]
  readonly #dice: Dice
  #post: Waiting[]
  #offers = 0

  constructor(plot: Plot, sent: Sent[]) {
    this.#plot = plot
    this.#sent = sent
    this.#post = [...plot.deliveries]
    this.#dice = new Dice(`sender ${plot.seed}`)
  }

  /** Offers are under way. */
  get waits(): boolean {
    return this.#offers > 0
  }

  get next(): Moment {
    return this.#post.reduce((least, { at }) => Math.min(least, at), Infinity)
  }

  /** Sends what is due, in offers of any size. */
  send(inbox: Inbox, now: Moment): void {
    const due = this.#post.filter(({ at }) => at <= now).map(({ fact }) => fact)
    this.#post = this.#post.filter(({ at }) => at > now)
    for (let from = 0; from < due.length;) {
      const size = this.#dice.between(1, this.#plot.batchMax)
      void this.#offer(inbox, due.slice(from, from + size), now)
      from += size
    }
  }

  async #offer(inbox: Inbox, facts: readonly Fact[], now: Moment): Promise<void> {
    this.#offers += 1
    try {
      const verdicts = await inbox.offer(facts.map(fact => arrivalOf(this.#plot, fact)))
      for (const [n, fact] of facts.entries()) this.#sent.push({ fact, at: now, verdict: verdicts[n]!.state })
    } catch {
      for (const fact of facts) {
        this.#sent.push({ fact, at: now, verdict: null })
        this.#post.push({ fact, at: now + this.#dice.between(1, 300) * 1_000 })
      }
    } finally {
      this.#offers -= 1
    }
  }
}

/** The fact as it arrives: about a number where it is about a line. */
export function arrivalOf(plot: Plot, { source, id, type, time, account, line, body }: Fact): Arrival {
  const number = plot.setting.numbers.get(`${account}/${line}`)
  const subject =
    number === undefined ? ({ kind: 'account', account } as const) : ({ kind: 'number', number } as const)
  return { source, id, type, time, subject, data: { ...body }, extensions: {} }
}
