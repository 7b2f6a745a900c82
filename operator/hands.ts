/**
 * Handsets that somebody holds in hand: on or off as they say, not by habits of their own.
 *
 *     taken ──► arrived ──► delivered        while it is on, a moment after it was taken
 *       └─────► waits ────► arrived          while it is off; in order, once it is on again
 *                  └──────► expired          when its validity ends first
 */
import type { PlannedReceipt, Submitted } from '../packages/smpp/src/index.ts'
import type { Instant } from '../src/core/units.ts'
import type { Handed } from './handsets.ts'

/** What a handset shows: a whole message, however many parts it came in. */
export interface Shown {
  /** Of the handset. */
  readonly number: string
  readonly from: string
  readonly at: Instant
  readonly text: string
  readonly parts: number
}

export interface Around {
  /** In message time. */
  readonly after: (afterMs: number, act: () => void) => void
  readonly report: (
    message: Submitted,
    receipt: Omit<PlannedReceipt, 'afterMs'>,
    submittedAt: Instant,
  ) => void
  readonly shown: (shown: Omit<Shown, 'at'>) => void
}

interface Waiting {
  readonly message: Submitted
  readonly handed: Handed
  /** Of a message that is whole with this part. */
  readonly whole: { readonly text: string; readonly parts: number } | null
}

/** From the centre to the screen; between two messages that waited. */
const arrivesAfterMs = 1_200
const betweenMs = 900
/** Beyond it a handset that is off loses the oldest, as a centre does when its store is full. */
const waitingMax = 200

export class Hands {
  readonly #around: Around
  readonly #held = new Map<string, { isOn: boolean; readonly waiting: Set<Waiting> }>()

  constructor(around: Around) {
    this.#around = around
  }

  /** From now on it is in somebody's hand, switched on or off. */
  turn(number: string, isOn: boolean): void {
    const hand = this.#held.get(number) ?? { isOn, waiting: new Set() }
    this.#held.set(number, hand)
    hand.isOn = isOn
    if (!isOn) return
    const inOrder = [...hand.waiting]
    for (const [at, waiting] of inOrder.entries())
      this.#around.after(arrivesAfterMs + at * betweenMs, () => this.#arrive(waiting))
  }

  has(number: string): boolean {
    return this.#held.has(number)
  }

  isOn(number: string): boolean {
    return this.#held.get(number)?.isOn ?? true
  }

  /** @param whole the text, when nothing of the message is missing any more. */
  receive(message: Submitted, handed: Handed, whole: string | null): void {
    const hand = this.#held.get(handed.number)
    if (hand === undefined) return
    const parts = message.mark?.total ?? 1
    const waiting = { message, handed, whole: whole === null ? null : { text: whole, parts } }
    hand.waiting.add(waiting)
    const [oldest] = hand.waiting
    if (hand.waiting.size > waitingMax && oldest !== undefined) this.#expire(oldest)
    const { after } = this.#around
    after(arrivesAfterMs, () => this.#arrive(waiting))
    after(Math.max(0, handed.validUntil - handed.now), () => this.#expire(waiting))
  }

  /** Unless it has, or is off: then it waits. */
  #arrive(waiting: Waiting): void {
    const { message, handed, whole } = waiting
    const hand = this.#held.get(handed.number)
    if (hand === undefined || !hand.isOn || !hand.waiting.delete(waiting)) return
    this.#report(waiting, { state: 'delivered', err: '000', form: 'both' })
    if (whole !== null) this.#around.shown({ number: handed.number, from: message.source.number, ...whole })
  }

  #expire(waiting: Waiting): void {
    const hand = this.#held.get(waiting.handed.number)
    if (hand?.waiting.delete(waiting) !== true) return
    this.#report(waiting, { state: 'expired', err: '027', form: 'both' })
  }

  #report({ message, handed }: Waiting, receipt: Omit<PlannedReceipt, 'afterMs'>): void {
    if (message.wantsReceipt) this.#around.report(message, receipt, handed.now)
  }
}
