/** What `decide` answers with: all of it is committed in one transaction, or none of it. */
import type { Account } from './account/account.ts'
import type { AccountId, LineId } from './event/event.ts'
import type { AgendaEntry, AttemptRow, ReminderRow, ReminderStep } from './reminder.ts'
import type { Instant } from './units.ts'

/** Something that staff should look at (G6, G12, G13; design §5). */
export interface Alarm {
  readonly kind:
    | 'restricted-unwarned'
    | 'source-quiet'
    | 'journal-gap'
    | 'held-after-outage'
    | 'held-after-restore'
    | 'told-late'
    | 'blast-guard'
  readonly account: AccountId | null
  readonly line: LineId | null
  readonly at: Instant
  readonly note: string
}

/** Alarms of the account that are over: those of a kind from between two moments, both included. */
export interface AlarmsOver {
  readonly kind: Alarm['kind']
  readonly from: Instant
  readonly until: Instant
}

/** A rule that was asked and what it said, for "why not": `planned`, `later`, or the reason it did not. */
export interface Considered {
  readonly rule: string
  readonly outcome: string
}

export interface Changes {
  readonly account: Account
  /** True when the cold row must be written too. */
  readonly coldChanged: boolean
  readonly reminders: readonly ReminderRow[]
  readonly steps: readonly ReminderStep[]
  readonly attempts: readonly AttemptRow[]
  /** How an attempt ended; the row itself stays. */
  readonly concluded: readonly {
    readonly attempt: string
    readonly outcome: string
    readonly code: string
    readonly at: Instant
  }[]
  readonly agenda: readonly AgendaEntry[]
  /** Ids of agenda entries of this account that are no longer wanted. */
  readonly dropped: readonly string[]
  readonly alarms: readonly Alarm[]
  readonly alarmsOver: readonly AlarmsOver[]
  readonly considered: readonly Considered[]
}

/** Entries for other accounts per decision (design: larger fan-outs continue themselves). */
export const fanOutMax = 100
