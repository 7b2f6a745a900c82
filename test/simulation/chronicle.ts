/**
 * What was seen of one run: all that the model is told. Facts as they were sent and answered, hand-overs as the far side
 * saw them, and the rows that were left. Types only; names and ids are shared with the product, nothing else.
 */
import type { FactOf, FactType } from '../../src/core/event/facts.ts'

/** Epoch milliseconds. */
export type Moment = number

/** A fact from outside. `line` null: its subject is the account. */
export type Fact<T extends FactType = FactType> = T extends FactType
  ? {
      readonly source: string
      readonly id: string
      readonly type: T
      readonly time: Moment
      readonly account: string
      readonly line: string | null
      readonly body: FactOf<T>
    }
  : never

export type Verdict = 'decided' | 'duplicate' | 'waiting' | 'set-aside'

/** One delivery of a fact; `verdict` null when no answer came, so that it was sent again. */
export interface Sent {
  readonly fact: Fact
  readonly at: Moment
  readonly verdict: Verdict | null
}

/** A decision, as the journal has it. `order` is the account's own decision number. */
export interface Decided {
  readonly account: string
  readonly order: number
  readonly at: Moment
  /** The event's own time. */
  readonly time: Moment
  readonly source: string
  readonly id: string
  readonly type: string
  /** The fact that was sent under this source, id, time and body; null for what Kairos raised itself. */
  readonly fact: Fact | null
  readonly line: string | null
  readonly body: Readonly<Record<string, unknown>>
}

export interface Aside {
  readonly source: string
  readonly id: string
  readonly time: Moment
  readonly state: 'waiting' | 'set-aside'
  readonly reason: string | null
}

/** A message as the gateway got it. */
export interface Handed {
  readonly attempt: string
  readonly account: string
  readonly gateway: string
  readonly number: string
  readonly text: string
  readonly class: string
  readonly at: Moment
  readonly validUntil: Moment
}

export interface Answered {
  readonly attempt: string
  readonly account: string
  readonly state: 'accepted' | 'refused' | 'returned'
  readonly at: Moment
}

/** A receipt as the gateway brought it; `kept` when the engine confirmed that it has it. */
export interface Brought {
  readonly attempt: string
  readonly account: string
  readonly outcome: 'delivered' | 'failed' | 'expired'
  readonly at: Moment
  readonly kept: boolean
}

/** The moment at which a handset showed a message. */
export interface Shown {
  readonly attempt: string
  readonly account: string
  readonly at: Moment
}

export interface Step {
  readonly at: Moment
  readonly state: string
  readonly reason: string | null
  readonly note: string
  readonly due: Moment
  readonly channel: string
}

export interface ReminderSeen {
  readonly id: string
  readonly account: string
  readonly line: string
  readonly rule: string
  readonly touchpoint: string
  readonly template: string
  readonly version: string
  readonly class: string
  readonly causeSource: string
  readonly causeId: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly steps: readonly string[]
  readonly plannedAt: Moment
  readonly decision: number
  readonly usefulUntil: Moment
  readonly state: string
  readonly reason: string | null
  readonly trail: readonly Step[]
}

export interface AttemptSeen {
  readonly id: string
  readonly reminder: string
  readonly account: string
  readonly line: string
  readonly channel: string
  readonly gateway: string
  readonly decidedAt: Moment
  readonly validUntil: Moment
  readonly text: string
  /** In doubt: handed over perhaps, and never answered (G4). */
  readonly state: 'decided' | 'accepted' | 'in-doubt' | 'concluded'
  readonly outcome: string | null
  readonly concludedAt: Moment | null
}

export interface AlarmSeen {
  readonly kind: string
  readonly account: string | null
  readonly at: Moment
}

/** A receipt that a gateway was ready to bring: nothing else may be believed of a message. */
export interface Reported {
  readonly attempt: string
  readonly account: string
  readonly outcome: string
  readonly at: Moment
}

export interface Books {
  readonly accepted: number
  readonly decided: number
  readonly duplicate: number
  readonly setAside: number
  readonly planned: number
  /** What the product's own reconciliation finds wrong. */
  readonly differences: readonly string[]
}

/** From and until: [from, until). */
export interface Span {
  readonly from: Moment
  readonly until: Moment
}

/** What the operator had set, and what went wrong on purpose. */
export interface Setting {
  /** Null: everyone. Else `account/line` and when it stood on the list. */
  readonly allowed: readonly (Span & { readonly who: string })[] | null
  readonly pauses: readonly (Span & { readonly kind: string; readonly value: string })[]
  /** In force from `from`; `recalledAt` null: never. */
  readonly versions: readonly {
    readonly version: string
    readonly from: Moment
    readonly recalledAt: Moment | null
  }[]
  /** Nothing worked: neither facts nor messages. */
  readonly down: readonly Span[]
  /** No gateway took messages. */
  readonly closed: readonly Span[]
  /** Messages that a gateway takes before it answers the first. */
  readonly window: number
  readonly numbers: ReadonlyMap<string, string>
}

export interface Chronicle {
  readonly seed: string
  readonly setting: Setting
  readonly start: Moment
  /** The last fact was sent about here; from then on it was quiet until `end`. */
  readonly quietFrom: Moment
  readonly end: Moment
  readonly sent: readonly Sent[]
  readonly decided: readonly Decided[]
  readonly asides: readonly Aside[]
  readonly handed: readonly Handed[]
  readonly answered: readonly Answered[]
  readonly brought: readonly Brought[]
  readonly reported: readonly Reported[]
  readonly shown: readonly Shown[]
  readonly reminders: readonly ReminderSeen[]
  readonly attempts: readonly AttemptSeen[]
  readonly alarms: readonly AlarmSeen[]
  readonly books: Books
  /** Source and id of events that decide was made to choke on. */
  readonly poisoned: ReadonlySet<string>
  /** An alarm is raised when a source falls silent (G13). */
  readonly watchesSources: boolean
  /**
   * Senders were told what became of their facts, and waiting for answers took simulated time. Not so under the discrete
   * clock, which plays a feed and lets transport take real time.
   */
  readonly isLive: boolean
}
