/**
 * Receipts come per part; the engine knows messages. Here is remembered which ids belong together:
 *
 * - A message is delivered when each of its parts is; it has failed, or expired, when one of them has. What
 *   says nothing new about the whole goes no further.
 * - A part whose id is not known (its answer stayed out, or the centre gives no ids) is taken to be the one
 *   that an unknown receipt of the same number and minute speaks of, if only one message comes into question:
 *   the rule of G4, one level below. So messages of one part in doubt are here too: they come into question.
 *   Where several do, a part's receipt must not be taken for a whole message's: it goes on without the minute by which
 *   that could happen.
 * - Of an incomplete message (some parts never left) nothing good can be heard; of one that was refused
 *   nothing goes further.
 *
 * Of messages of one part with an id only that is kept: an id of their own. What is here does not outlive the
 * process, except by the ids within a message id (`resume`): a message of which a part was reported before a
 * crash stays unconfirmed.
 */
import type { Instant } from '../../core/units.ts'
import type { Answer, Receipt } from '../channel.ts'

export interface LongMessage {
  readonly attempt: string
  readonly number: string
  /** As answered; null while it is in doubt. */
  readonly messageId: string | null
  /** One per part; null where it is not known. */
  readonly ids: readonly (string | null)[]
  /** When it was handed over. */
  readonly since: Instant
  readonly fate: 'whole' | 'incomplete' | 'refused'
}

interface Known {
  readonly message: LongMessage
  readonly ids: (string | null)[]
  readonly heard: Map<string, Receipt>
}

/** Beyond it the oldest is forgotten: its parts' receipts then speak for nothing. Some 10 MB. */
const messagesMax = 20_000
const minuteMs = 60_000

export class LongMessages {
  /** By attempt, oldest first. */
  readonly #known = new Map<string, Known>()
  readonly #byId = new Map<string, Known>()
  /** Ids that stand for a message of one part, oldest first. */
  readonly #own = new Set<string>()
  /** Those with a part of unknown id. */
  readonly #byNumber = new Map<string, Set<Known>>()

  /** One that is known already is told anew: what was heard of it stays. */
  add(message: LongMessage): void {
    const { attempt } = message
    const heard = this.#known.get(attempt)?.heard ?? new Map<string, Receipt>()
    this.#forget(attempt)
    const known = { message, ids: [...message.ids], heard }
    for (const id of heard.keys()) if (!known.ids.includes(id)) adopt(known, id)
    this.#known.set(attempt, known)
    this.#index(known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > messagesMax && oldest !== undefined) this.#forget(oldest)
  }

  /** One of which nothing has to be remembered, or no more: it has left in one part under a known id, or not at all. */
  settled(attempt: string, verdict: Answer | 'in-doubt'): void {
    this.#forget(attempt)
    if (verdict === 'in-doubt' || verdict.state !== 'accepted') return
    this.#own.add(verdict.messageId)
    const [oldest] = this.#own
    if (this.#own.size > messagesMax && oldest !== undefined) this.#own.delete(oldest)
  }

  knows(id: string): boolean {
    return this.#own.has(id) || this.#byId.has(id)
  }

  /** A message to this number has a part of unknown id. */
  lacks(number: string): boolean {
    return this.#byNumber.has(number)
  }

  /** What the engine is to hear of it: this receipt, one of the whole message, or nothing. */
  heard(receipt: Receipt): Receipt | null {
    if (this.#own.has(receipt.messageId)) return receipt
    const candidates = this.#candidates(receipt)
    const known = this.#byId.get(receipt.messageId) ?? this.#adopted(receipt, candidates)
    if (!known)
      return candidates.some(({ ids }) => ids.length > 1) ? { ...receipt, submittedAt: null } : receipt
    const { message, ids, heard } = known
    heard.set(receipt.messageId, receipt)
    if (message.fate === 'refused') return null
    const all = [...heard.values()]
    // In doubt it goes by the first id that was heard of it, whichever part is spoken of.
    const [first] = heard.keys()
    const messageId = message.messageId ?? first!
    const failed = all.find(({ outcome }) => outcome !== 'delivered')
    if (failed) return { ...failed, messageId }
    if (message.fate === 'incomplete' || all.length < ids.length) return null
    return { ...receipt, messageId, at: Math.max(...all.map(({ at }) => at)) }
  }

  #candidates({ number, submittedAt }: Receipt): readonly Known[] {
    const all = [...(this.#byNumber.get(number) ?? [])]
    return all.filter(({ message }) => isSameMinute(message.since, submittedAt))
  }

  #adopted({ messageId }: Receipt, candidates: readonly Known[]): Known | null {
    const [known] = candidates
    if (!known || candidates.length > 1) return null
    adopt(known, messageId)
    this.#byId.set(messageId, known)
    if (!known.ids.includes(null)) this.#unlist(known)
    return known
  }

  #index(known: Known): void {
    for (const id of known.ids) if (id !== null) this.#byId.set(id, known)
    if (!known.ids.includes(null)) return
    const { number } = known.message
    const same = this.#byNumber.get(number) ?? new Set()
    this.#byNumber.set(number, same.add(known))
  }

  #forget(attempt: string): void {
    const known = this.#known.get(attempt)
    if (!known) return
    this.#known.delete(attempt)
    for (const id of known.ids) if (id !== null && this.#byId.get(id) === known) this.#byId.delete(id)
    this.#unlist(known)
  }

  #unlist(known: Known): void {
    const same = this.#byNumber.get(known.message.number)
    same?.delete(known)
    if (same?.size === 0) this.#byNumber.delete(known.message.number)
  }
}

function adopt({ ids }: Known, id: string): void {
  const place = ids.indexOf(null)
  if (place !== -1) ids[place] = id
}

/** A part may leave just after the minute in which the message began. */
const isSameMinute = (since: Instant, submittedAt: Instant | null): boolean =>
  submittedAt === null || [0, 1].includes(Math.floor(submittedAt / minuteMs) - Math.floor(since / minuteMs))
