/**
 * A reminder's life
 *
 *     planned ──► attempted ──► delivered | failed | expired | unconfirmed
 *        │  ▲         │
 *        │  └─────────┘ next rung of its ladder, or the hand-over came back
 *        └──► withheld (reason)
 *
 * `planned` is entered by planning and left when `reminder.due` is decided: to `attempted` when it goes
 * out, to `withheld` when it has become moot, too old or unwanted, or back to `planned` with a later due
 * time. `attempted` is left by the attempt's outcome. All others are final, but for one thing: a message that
 * was taken for silent may turn out to have arrived, and its reminder, having ended without, is then `delivered`.
 */
import type { AccountId, LineId } from './event/event.ts'
import type { ChannelName, Language } from './event/facts.ts'
import type { Instant } from './units.ts'

export const classes = ['code', 'real-time', 'notice', 'courtesy', 'marketing'] as const
/** Timeliness class (NF-01); its index is its lane, 0 leaves first. */
export type ReminderClass = (typeof classes)[number]

export const withheldReasons = [
  'not-allowed', // not on the allow-list (G11)
  'no-consent', // marketing without consent (FP-02, NF-19)
  'unsubscribed', // a kind that the customer switched off, or never ordered (NF-17)
  'blocked', // kept from this customer by staff for a time (NF-12)
  'once-per', // said already in this period or spell
  'superseded', // a later or higher one says it better
  'merged', // told within another message
  'told-recently', // a sister reminder said so within the rule's span (CO-39)
  'frequency-cap', // too many today and no later day within its use (NF-05)
  'moot', // its condition no longer holds at the moment of sending
  'too-late', // older than it is useful for
  'published-late', // its moment had passed when its rule was published
  'stale-facts', // rests on facts older than their limit (G13)
  'recalled', // its rulebook version was taken back
  'paused', // still paused when its usefulness ended (G12)
  'no-channel', // no rung of its ladder can reach this customer
  'incomplete', // a variable had no value (NF-10)
  'too-long', // more parts than the policy allows (NF-08)
  'line-closed',
  'erased', // the person was erased before it left (BC-01)
  'maybe-sent', // a backup was restored, and it may have left in the time that was lost (G14)
  'held-back', // staff withheld it after an outage or a restore (G14)
] as const
export type WithheldReason = (typeof withheldReasons)[number]

export type FinalState = 'delivered' | 'failed' | 'expired' | 'unconfirmed' | 'withheld'
export type ReminderState = 'planned' | 'attempted' | FinalState

/** The trigger's facts as kept with the reminder: JSON of numbers, strings, booleans; no personal data. */
export type Facts = { readonly [name: string]: FactValue }
export type FactValue = string | number | boolean | null | Facts | readonly FactValue[]

/** What is kept in the account's hot state while a reminder is open. */
export interface OpenReminder {
  readonly id: string
  readonly rule: string
  readonly version: string
  readonly line: LineId
  readonly class: ReminderClass
  readonly state: 'planned' | 'attempted'
  readonly due: Instant
  readonly usefulUntil: Instant
  /** `null`, or the group and place in it; the next waits for the former's outcome (G3). */
  readonly group: string | null
  readonly order: number
  readonly rung: number
  readonly channel: ChannelName
  /** Channels that it has left by or passed over; the next rung is the first that is not among them. */
  readonly tried: readonly ChannelName[]
  /** Attempts so far; the running one is `<reminder>#<attempts>`. */
  readonly attempts: number
  /** When the running attempt was decided, 0 when none is. */
  readonly attemptedAt: Instant
  /** When rest hours end the running attempt's validity, 0 when something else does. */
  readonly restAt: Instant
  /** Since when it has been due but waits for a former member of its group, 0 when it does not. */
  readonly waitingSince: Instant
  /** The customer asked for it and waits: it keeps no rest hours. */
  readonly isAwaited: boolean
}

/** The whole row, written once at planning; why it exists can be read from it alone (G9). */
export interface ReminderRow {
  readonly id: string
  readonly account: AccountId
  readonly line: LineId
  readonly rule: string
  readonly touchpoint: string
  readonly template: string
  readonly version: string
  readonly class: ReminderClass
  readonly cause: { readonly source: string; readonly id: string; readonly time: Instant }
  readonly facts: Facts
  /** The planning steps passed, in order, e.g. `time: held to 08:07 by rest hours`. */
  readonly steps: readonly string[]
  readonly plannedAt: Instant
  /** The account's decision number: ties among equal due times are broken by it (G3). */
  readonly decision: number
  readonly group: string | null
  readonly order: number
  readonly step: ReminderStep
}

/** The part of a reminder that moves; the last step of a turn wins. */
export interface ReminderStep {
  readonly id: string
  readonly state: ReminderState
  readonly reason: WithheldReason | null
  /** A sentence for `explain`: the inputs of this step. */
  readonly note: string
  readonly due: Instant
  readonly usefulUntil: Instant
  readonly channel: ChannelName
  readonly rung: number
  readonly concludedAt: Instant | null
}

/** A message about to be handed to a gateway. */
export interface AttemptRow {
  /** `<reminder>#<n>`, n from 1. */
  readonly id: string
  readonly reminder: string
  readonly account: AccountId
  readonly line: LineId
  readonly channel: ChannelName
  readonly gateway: string
  readonly class: ReminderClass
  readonly language: Language
  readonly text: string
  readonly encoding: 'gsm7' | 'ucs2'
  readonly parts: number
  readonly decidedAt: Instant
  readonly validUntil: Instant
}

/** Event E for account A at time T: a timer and a word to another account are one thing. */
export interface AgendaEntry {
  /** Unique within its account; inserting an id again replaces it. */
  readonly id: string
  readonly account: AccountId
  readonly line: LineId | null
  readonly due: Instant
  readonly type: string
  readonly body: unknown
}
