/**
 * One message on its way to the centre, in its parts.
 *
 *     part:  waiting ──► sent ──► taken (id) | refused (code) | lost (no answer)
 *               ▲          │
 *               └──────────┘ throttled: certainly not taken
 *
 * The first part goes alone: almost everything that a centre has against a message it says of the first, and
 * then nothing of it is on any handset. The others follow together once it is taken. From the parts follows
 * the one answer for the message:
 *
 * - `accepted` when all are taken;
 * - `returned` when the first was not taken now, so nothing was handed over;
 * - `refused` when any part will never be taken, once those under way have their answers: until then the line is busy
 *   (G3). After others were taken, this is said too (`…:part-2-of-3`): the centre holds a fragment, but the message can
 *   never be whole at the handset, which is what is asked. For the same reason when a part was turned away until the
 *   patience with it ended (`incomplete`);
 * - none, in doubt (G4), as soon as the answer to any part stays out; parts not sent yet stay unsent. An
 *   answer that comes after all may still settle it.
 */
import { status, statusOf } from '../../../packages/smpp/src/index.ts'
import type { Outcome, PduOf } from '../../../packages/smpp/src/index.ts'
import type { Answer, Message } from '../channel.ts'
import { messageIdOf, spelled } from './ids.ts'
import type { LongMessage } from './long-messages.ts'
import type { IdBase } from './settings.ts'

type Part =
  | { readonly is: 'waiting' }
  | { readonly is: 'sent' }
  | { readonly is: 'taken'; readonly id: string | null }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'lost' }

export type Verdict = Answer | 'in-doubt' | 'open'

export class Sending {
  readonly message: Message
  readonly submits: readonly PduOf<'submit_sm'>[]
  /** Real milliseconds: no part is tried again after it. */
  readonly deadline: number
  readonly #parts: Part[]
  readonly #idBase: IdBase
  #returned: string | null = null

  constructor(what: {
    readonly message: Message
    readonly submits: readonly PduOf<'submit_sm'>[]
    readonly deadline: number
    readonly ids: IdBase
  }) {
    this.message = what.message
    this.submits = what.submits
    this.deadline = what.deadline
    this.#idBase = what.ids
    this.#parts = what.submits.map(() => ({ is: 'waiting' }))
  }

  /** Parts that may go now. */
  ready(): readonly number[] {
    const [first] = this.#parts
    if (first?.is === 'waiting') return this.#returned === null ? [0] : []
    if (first?.is !== 'taken' || this.#parts.some(({ is }) => is === 'refused' || is === 'lost')) return []
    return this.#parts.flatMap(({ is }, n) => (is === 'waiting' ? [n] : []))
  }

  sent(n: number): void {
    this.#parts[n] = { is: 'sent' }
  }

  settle(n: number, outcome: Outcome): void {
    if (outcome.state === 'in-doubt') this.#parts[n] = { is: 'lost' }
    else if (outcome.state === 'no-room') this.#turnedAway(n, 'no-room')
    else this.#answered(n, outcome.answer)
  }

  /** The time for further tries is over. */
  giveUp(): void {
    for (const n of this.ready()) this.#refuse(n, 'incomplete')
  }

  verdict(): Verdict {
    const refused = this.#parts.find(({ is }) => is === 'refused')
    if (refused?.is === 'refused') {
      return this.#parts.some(({ is }) => is === 'sent') ? 'open' : { state: 'refused', code: refused.code }
    }
    if (this.#returned !== null) return { state: 'returned', code: this.#returned }
    if (this.#parts.some(({ is }) => is === 'lost')) return 'in-doubt'
    if (!this.#parts.every(({ is }) => is === 'taken')) return 'open'
    return { state: 'accepted', messageId: messageIdOf(this.message.attempt, this.#ids()) }
  }

  /**
   * What must be remembered for its receipts, once it is concluded; null when its id says it all, or when nothing of it
   * has left. Parts that did not leave have no receipts.
   */
  long(): LongMessage | null {
    const verdict = this.verdict()
    if (verdict === 'open') return null
    const left = this.#parts.filter(({ is }) => is !== 'waiting' && is !== 'refused')
    const ids = left.map(part => (part.is === 'taken' ? part.id : null))
    if (ids.length === 0 || (this.#parts.length === 1 && ids[0] !== null)) return null
    const messageId = verdict !== 'in-doubt' && verdict.state === 'accepted' ? verdict.messageId : null
    const { attempt, number, now: since } = this.message
    return { attempt, number, messageId, ids, since, fate: this.#fate(verdict) }
  }

  #fate(verdict: Answer | 'in-doubt'): LongMessage['fate'] {
    if (verdict === 'in-doubt') return this.#parts.some(({ is }) => is === 'waiting') ? 'incomplete' : 'whole'
    return verdict.state === 'accepted' ? 'whole' : 'refused'
  }

  /** The centre's id of each part, null where it is not known. */
  #ids(): readonly (string | null)[] {
    return this.#parts.map(part => (part.is === 'taken' ? part.id : null))
  }

  #answered(n: number, { status: code, ...answer }: (Outcome & { state: 'answered' })['answer']): void {
    const { kind, name } = statusOf(code)
    if (answer.command === 'submit_sm_resp' && code === status.ok) {
      const { messageId } = answer.body
      this.#parts[n] = { is: 'taken', id: messageId === '' ? null : spelled(messageId, this.#idBase) }
    } else if (kind === 'permanent' || kind === 'ok') this.#refuse(n, name)
    else this.#turnedAway(n, name)
  }

  #refuse(n: number, code: string): void {
    const place = this.#parts.length > 1 ? `:part-${n + 1}-of-${this.#parts.length}` : ''
    this.#parts[n] = { is: 'refused', code: `${code}${place}` }
  }

  #turnedAway(n: number, code: string): void {
    this.#parts[n] = { is: 'waiting' }
    if (n === 0) this.#returned = code
  }
}
