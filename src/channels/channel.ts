/**
 * The Channel seam: one driver per kind of gateway.
 *
 * The contract, which `test/contracts/channel-suite.ts` checks for every driver:
 *
 * - `submit` must not block: it starts the hand-over and returns at once. It is called only while
 *   `room()` is at least one, and never for more messages than that; a message submitted nevertheless (the
 *   link went between looking and submitting) is `returned` with code `no-room`.
 * - For every message submitted at most one answer is given, by `listener.answered`: `accepted` with the
 *   gateway's message id, `refused` (this message will never be taken), or `returned` (certainly not handed
 *   over: the engine may ask again). When the driver cannot know whether the gateway has it (the link broke
 *   after the hand-over), it gives *no* answer: the attempt stays in doubt (G4), and its place in the
 *   window is free again once the link is back. No answer is given before `submit` has returned.
 * - Receipts arrive by `listener.receipt`, early (before the answer), late, twice or never; the driver
 *   neither joins nor filters them, except that a message which travels in parts is spoken of as a whole:
 *   delivered when all its parts are, failed or expired when one is. The promise it gets back resolves when the receipt is on disk (SMPP
 *   answers deliver_sm then); when it rejects, the driver lets the gateway bring the receipt again later.
 * - Replies of handsets arrive by `listener.reply`, whole: one that travels in parts when all of them are here, or
 *   what is here of them after a while. Its promise is kept as a receipt's is.
 * - `resume` names the attempts that have no outcome, perhaps none, so that a driver whose gateway lives in this process
 *   (the `log` twin) can take up their receipts again, and one of messages in parts knows which belong together. It is
 *   called once, after `start` and before the first `submit`; what a gateway brings before it is told on after it. `ended` are those that
 *   have an outcome and stand close to one in doubt, of the same number: their receipts may come again, and be taken for
 *   that one's.
 * - `close` stops taking messages, waits for answers within `limitMs`, then lets go: once it has resolved,
 *   the listener is not called again, and what was unanswered is in doubt.
 */
import type { ChannelName } from '../core/event/facts.ts'
import type { ReminderClass } from '../core/reminder.ts'
import type { Instant } from '../core/units.ts'

export interface Message {
  /** The attempt's id: unique for ever, usable as a reference towards the gateway. */
  readonly attempt: string
  /** E.164 with "+". */
  readonly number: string
  readonly text: string
  readonly encoding: 'gsm7' | 'ucs2'
  readonly parts: number
  readonly class: ReminderClass
  readonly validUntil: Instant
  /** The engine's present moment at hand-over (simulated or real). */
  readonly now: Instant
}

export type Answer =
  | { readonly state: 'accepted'; readonly messageId: string }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'returned'; readonly code: string }

export interface Receipt {
  readonly gateway: string
  readonly messageId: string
  readonly number: string
  readonly outcome: 'delivered' | 'failed' | 'expired'
  readonly code: string
  /**
   * When the gateway says it took the message, to its own precision (SMPP: the minute); null when it does
   * not say. A receipt whose id matches nothing is joined by gateway, number and this minute (G4).
   */
  readonly submittedAt: Instant | null
  /** When the gateway says it was concluded; the engine never lets it precede the hand-over. */
  readonly at: Instant
}

/** A handset's own message. */
export interface Reply {
  readonly gateway: string
  readonly channel: 'sms'
  /** Who wrote; E.164 with "+". */
  readonly number: string
  /** The number written to; empty when the gateway does not say. */
  readonly to: string
  readonly text: string
  readonly at: Instant
}

export interface Listener {
  answered(attempt: string, answer: Answer): void
  receipt(receipt: Receipt): Promise<void>
  reply(reply: Reply): Promise<void>
}

/** What the dates in a gateway's receipts are worth, held against their arrival. */
export interface ReceiptClock {
  /** The zone that its dates are read in. */
  readonly zone: string
  /** How far its clock is taken to be ahead of ours. */
  readonly skewMs: number
  /** Dated receipts so far. */
  readonly receipts: number
  /**
   * How old a receipt's date is when it arrives: the middle one of the last receipts; below 0: dated after its arrival.
   * Dates name the minute, which counts to its end, so down to -60,000 is as it should be. Null before the first.
   */
  readonly gapMs: number | null
  /** `behind`, `ahead`: implausibly far, so zone or skew must be wrong; `unknown`: too few receipts to tell. */
  readonly verdict: 'unknown' | 'agrees' | 'behind' | 'ahead'
}

/** A protocol message as staff may see it: numbers masked, texts told by their length, passwords left out. */
export interface Traced {
  /** Counts up by one. */
  readonly n: number
  readonly at: Instant
  readonly direction: 'in' | 'out'
  readonly command: string
  readonly sequence: number
  readonly status: number
  /** Of the status, in the words of the standard. */
  readonly meaning: string
  readonly octets: number
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  /** As many of its octets as hold nothing personal; "…" stands for more. */
  readonly hex: string
}

export interface Tracing {
  /** What came before was not written down. */
  readonly since: Instant
  /** Oldest first. */
  readonly messages: readonly Traced[]
}

/** What a delivered receipt proves (design §7). */
export type Confirms = 'handset' | 'gateway' | 'nothing'

/** An attempt of a former process, as far as a gateway needs to know it. */
export interface OpenAttempt {
  readonly attempt: string
  readonly messageId: string | null
  readonly number: string
  readonly parts: number
  /** When it was decided to hand it over. */
  readonly handedAt: Instant
  readonly validUntil: Instant
}

export interface Gateway {
  readonly name: string
  readonly channel: ChannelName
  readonly confirms: Confirms
  /** Parts per second that it may be given. */
  readonly partsPerSecond: number
  start(listener: Listener): Promise<void>
  resume(open: readonly OpenAttempt[], ended: readonly OpenAttempt[]): Promise<void>
  /** Free places in the window now; 0 while not connected. */
  room(): number
  submit(message: Message): void
  close(limitMs: number): Promise<void>
  /** Only for gateways whose receipts carry dates by another's clock. */
  receiptClock?(): ReceiptClock
  /**
   * Only for gateways that speak a protocol: its messages after the one of this number. They are written down only while somebody
   * looks: for a while after each call.
   */
  trace?(after: number): Tracing
  /**
   * Only for gateways that live in this process: the next moment at which they will act by themselves (a
   * receipt under way), for the discrete clock; null when nothing is under way.
   */
  nextMoment?(): Instant | null
  /** Told the time by the discrete clock: everything due until then happens now. */
  advance?(now: Instant): Promise<void>
  /**
   * Resolves when the listener has been told of what the last `advance` let happen, kept or not yet: for a
   * gateway with a wire between, which takes real time. Absent: it has been told as soon as `advance` returned.
   */
  brought?(): Promise<void>
}
