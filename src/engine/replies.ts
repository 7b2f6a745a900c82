/**
 * What handsets write to us, on its way into a turn: each becomes a fact `reply.received` about the number that wrote.
 *
 * A centre that gets no answer brings a message again, and gives it no name by which to know it: the same words from
 * the same number to the same number within ten minutes are one reply. What comes again therefore gets the id and time of
 * the first; whether that one was really kept is the journal's to say (G2), so nothing is lost when it was not.
 */
import type { Reply } from '../channels/channel.ts'
import type { Arrival } from '../core/event/arrival.ts'
import { keptReplies, type KeptReply, wordsOf } from '../store/reply.ts'
import { patiently } from './patience.ts'
import type { TurnParts } from './turn/parts.ts'

/** From one reply to the next that is a reply of its own, though it says the same. */
export const sameWithinMs = 600_000
/** A handset that writes more than this at once is cut short. */
const textMax = 2_000
/** Replies kept in memory, so that the tables need not be asked; some 100 bytes each. */
const recentMax = 10_000

export interface WaitingReply {
  readonly reply: Reply
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

export class Replies {
  readonly #parts: TurnParts
  readonly #wake: () => void
  /** The last of each, by source and words; the longest unheard first. */
  readonly #recent = new Map<string, KeptReply>()
  #waiting: WaitingReply[] = []

  constructor(parts: TurnParts, wake: () => void) {
    this.#parts = parts
    this.#wake = wake
  }

  get length(): number {
    return this.#waiting.length
  }

  /** Resolves when the reply is on disk; at once when nothing was said. */
  receive(reply: Reply): Promise<void> {
    const text = reply.text.replaceAll('\0', '').toWellFormed().slice(0, textMax)
    if (text === '') return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ reply: { ...reply, text }, resolve, reject })
      this.#wake()
    })
  }

  take(max: number): readonly WaitingReply[] {
    return this.#waiting.splice(0, max)
  }

  reject(why: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(why))
  }

  /** The facts that they are, in order: of one that came before, the fact that it was then. */
  async facts(taken: readonly WaitingReply[]): Promise<readonly (readonly [WaitingReply, Arrival])[]> {
    const heard = taken.map(waiting => ({ waiting, ...this.#nameOf(waiting.reply) }))
    await this.#lookUp(heard)
    return heard.map(one => [one.waiting, arrivalOf(one.waiting.reply, this.#identify(one))])
  }

  #nameOf({ gateway, number, to, text }: Reply): Named {
    // A keyed hash: what is in the journal must not let a number be found by trying (BC-01).
    const words = this.#parts.vault.bodyHash(JSON.stringify([number, to, text])).toString(36)
    return { source: `/gateway/${gateway}`, words }
  }

  /** Of those that memory does not know, what a former process may have kept. */
  async #lookUp(heard: readonly Heard[]): Promise<void> {
    const unknown = heard.filter(one => this.#before(one) === null)
    if (unknown.length === 0) return
    const times = unknown.map(({ waiting }) => waiting.reply.at)
    const span = { after: Math.min(...times) - sameWithinMs, before: Math.max(...times) + sameWithinMs }
    const { database } = this.#parts
    const rows = await patiently(this.#parts, () => keptReplies(database, unknown, span))
    for (const row of rows) this.#remember({ source: row.source, words: wordsOf(row.id) }, row)
  }

  #identify(one: Heard): KeptReply {
    const { waiting, source, words } = one
    const { at } = waiting.reply
    const kept = this.#before(one) ?? { source, id: `${words}/${at}`, time: at }
    this.#remember(one, kept)
    return kept
  }

  #before({ waiting, ...named }: Heard): KeptReply | null {
    const last = this.#recent.get(keyOf(named))
    return last !== undefined && Math.abs(waiting.reply.at - last.time) < sameWithinMs ? last : null
  }

  #remember(named: Named, kept: KeptReply): void {
    const key = keyOf(named)
    this.#recent.delete(key)
    this.#recent.set(key, kept)
    const [oldest] = this.#recent.keys()
    if (this.#recent.size > recentMax && oldest !== undefined) this.#recent.delete(oldest)
  }
}

interface Named {
  readonly source: string
  /** A hash of who wrote what to whom. */
  readonly words: string
}

interface Heard extends Named {
  readonly waiting: WaitingReply
}

const keyOf = ({ source, words }: Named): string => `${source}\0${words}`

const arrivalOf = ({ channel, number, to, text }: Reply, { source, id, time }: KeptReply): Arrival => ({
  source,
  id,
  type: 'reply.received',
  time,
  subject: { kind: 'number', number },
  data: { channel, text, ...(to === '' ? {} : { to }) },
  extensions: {},
})
