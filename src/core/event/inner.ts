/**
 * Events that Kairos itself raises. They take the same road as the facts from outside.
 *
 * - *agenda*: a moment that fell due, a schedule, a word from another account, a publication;
 * - *outcome*: what became of a message handed over;
 * - *staff*: what a member of staff has done about one account, each under an id of its own.
 *
 * Derived events (`usage.crossed` …) are not here: they live only inside one decision, see `derived.ts`.
 */
import type { BlockKind } from '../account/account.ts'
import type { Instant } from '../units.ts'
import type { Facts, ReminderState } from '../reminder.ts'
import type { LineId } from './event.ts'
import type { ChannelName } from './facts.ts'

/** Who leaves a family net, and when: what each audience is told. */
export interface Leaving {
  readonly when: 'now' | 'next-cycle'
  readonly lastDay: string
  readonly headMasked: string
  readonly memberMasked: string
  readonly shortNumber: string
}

export interface Withholding {
  readonly reason: 'maybe-sent' | 'held-back'
  readonly note: string
}

export interface AgendaEvents {
  /** A rule's later moment has come; the facts of its trigger were kept, never text. */
  'moment.due': { readonly rule: string; readonly facts: Facts }
  /** A periodic reminder's day has come, e.g. the twice-monthly summary (SI-19). */
  'schedule.due': { readonly schedule: string }
  /** A version was published: meet what the account already holds. */
  'rulebook.published': { readonly version: string }
  /** Word from another account of the same payment group. */
  'payment-group.member-joined': { readonly member: string; readonly memberMasked?: string }
  'payment-group.member-left': { readonly member: string; readonly memberMasked?: string }
  /** A member's word to the head of its family net, and the head's to the other members (TP2-15…19). */
  'family-net.member-joined': { readonly member: string }
  'family-net.member-left': { readonly member: string } & Leaving
  'family-net.other-left': Leaving
  /** Broadband that stops with this account's number asks to be told of it, and is told (CO-47). */
  'broadband.depends': { readonly account: string }
  'broadband.stop-ahead': { readonly balanceMicroYuan: number }
  /** Another year with us (NF-30). */
  'anniversary.due': Readonly<Record<string, never>>
  /** Staff have erased the person behind the account; who and why stands in the table of erasures. */
  'account.erased': Readonly<Record<string, never>>
  /** A gateway has room: shall this reminder really go, now? */
  'reminder.due': {
    readonly reminder: string
    readonly gateway: string
    readonly facts: Facts
    /** It is not to leave any more, as staff or a comparison after a restore have found (G14). */
    readonly withhold?: Withholding
  }
  /** No word about an attempt until its validity and ten minutes more had passed. */
  'attempt.silent': { readonly attempt: string }
}

/** What a channel can say about an attempt. `returned`: it was not handed over; ask again. */
export type AttemptOutcome = 'delivered' | 'failed' | 'expired' | 'refused' | 'returned'

export interface OutcomeEvents {
  'attempt.concluded': {
    readonly attempt: string
    readonly outcome: AttemptOutcome
    /** The gateway's own code or text, kept raw. */
    readonly code: string
    /** When the handset had it, by our clock. */
    readonly at: Instant
    /** Only of an attempt that had been taken for silent. */
    readonly silent?: SilentAttempt
  }
}

/** What is no longer in the account's state: how the attempt had left, and the reminder as it stands. */
export interface SilentAttempt {
  readonly line: LineId
  readonly rule: string
  readonly version: string
  readonly channel: ChannelName
  readonly state: ReminderState
  readonly rung: number
  readonly due: Instant
  readonly usefulUntil: Instant
}

export interface StaffEvents {
  /** The customer wants to be told once more. */
  'reminder.asked-again': {
    readonly reminder: string
    readonly rule: string
    /** Those of the reminder, as kept. */
    readonly facts: Facts
    /** The name of who asks for them. */
    readonly by: string
    /** The customer is there and waits for it: rest hours do not hold it. */
    readonly isPresent: boolean
  }
  /** A second person has approved that these reminders are kept from the customer for a time (NF-12). */
  'reminders.blocked': {
    /** The request. */
    readonly block: string
    readonly kind: BlockKind
    readonly value: string
    readonly until: Instant
    readonly askedBy: string
    /** The name of who approved it. */
    readonly by: string
  }
  /** Before its time. */
  'reminders.unblocked': { readonly block: string; readonly by: string }
}

export type StaffType = keyof StaffEvents
export type InnerEvents = AgendaEvents & OutcomeEvents & StaffEvents
export type InnerType = keyof InnerEvents
