/** What a turn takes: events still on their way to becoming one, each with its own present moment. */
import type { Arrival, Verdict } from '../../core/event/arrival.ts'
import type { AccountId, Event, LineId } from '../../core/event/event.ts'
import type { AttemptOutcome, StaffEvents, StaffType, Withholding } from '../../core/event/inner.ts'
import type { Instant } from '../../core/units.ts'
import type { AgendaRow } from '../../store/agenda.ts'
import type { Statement } from '../../store/database.ts'
import type { MessageKey } from '../../store/handed.ts'
import type { DueReminder } from '../../store/reminder.ts'

export interface Holder {
  readonly account: AccountId
  readonly line: LineId | null
}

/** A fact from outside. */
export interface ArrivalItem {
  readonly kind: 'arrival'
  readonly now: Instant
  readonly arrival: Arrival
  /** The set-aside row from which it returns, null for a first arrival. */
  readonly seq: number | null
  /** Who its subject is, when that has been looked up before; else the turn does it. */
  readonly holder?: Holder
}

/** An agenda entry that fell due. */
export interface EntryItem {
  readonly kind: 'entry'
  readonly now: Instant
  readonly entry: AgendaRow
}

/** A planned reminder for which a gateway has room. */
export interface DueItem {
  readonly kind: 'due'
  readonly now: Instant
  readonly reminder: DueReminder
  readonly gateway: string
  /** It is only asked so that it is withheld (G14). */
  readonly withhold?: Withholding
}

/** Word of an attempt. */
export interface OutcomeItem {
  readonly kind: 'outcome'
  readonly now: Instant
  readonly shard: number
  readonly account: AccountId
  readonly attempt: string
  readonly outcome: AttemptOutcome
  readonly code: string
  readonly at: Instant
  /** The stray receipt that it was, to be taken away with it. */
  readonly stray: MessageKey | null
}

/** An event of our own that had been set aside and is tried again. */
export interface ReplayItem {
  readonly kind: 'replay'
  readonly now: Instant
  readonly event: Event
  readonly seq: number
}

/** Staff erase the person behind an account; it must be alone in its turn (see `machine.ts`). */
export interface ErasureItem {
  readonly kind: 'erasure'
  readonly now: Instant
  readonly account: AccountId
  /** The name of who does it, and why. */
  readonly by: string
  readonly reason: string
}

/** Staff act upon one account. */
export interface ActItem {
  readonly kind: 'act'
  readonly now: Instant
  readonly account: AccountId
  readonly line: LineId | null
  /** The act's own id: one that comes again is known by it. */
  readonly id: string
  readonly deed: Deed
  /** What is put on record with it, in the same commit or not at all. */
  readonly record: readonly Statement[]
}

/** What is done, as the event has it. */
export type Deed = {
  readonly [T in StaffType]: { readonly type: T; readonly body: StaffEvents[T] }
}[StaffType]

/** The source of what staff do. */
export const staffSource = '/kairos/desk'

export type Item = ArrivalItem | EntryItem | DueItem | OutcomeItem | ReplayItem | ErasureItem | ActItem

/** Why an item must not be decided: found out by trying (G10). */
export interface Refusal {
  readonly reason: 'commit-refused' | 'decision-failed'
  readonly note: string
}

/** What became of an item; of our own events `duplicate` means overtaken: there was nothing left to decide. */
export type ItemVerdict = Verdict

/** The account of our own events; null for an arrival, which must be resolved first. */
export function accountOf(item: Item): AccountId | null {
  switch (item.kind) {
    case 'arrival':
      return (
        item.holder?.account ??
        (item.arrival.subject.kind === 'account' ? item.arrival.subject.account : null)
      )
    case 'entry':
      return item.entry.account
    case 'due':
      return item.reminder.account
    case 'outcome':
    case 'erasure':
    case 'act':
      return item.account
    case 'replay':
      return item.event.account
  }
}
