/** An event: one fact about one account, in the shape that `decide` sees (CloudEvents 1.0 outside). */
import type { Instant } from '../units.ts'
import type { FactOf, FactType } from './facts.ts'
import type { InnerEvents, InnerType } from './inner.ts'

export type EventType = FactType | InnerType
export type Origin = 'outside' | 'agenda' | 'outcome' | 'staff'

/** The account's own id in BOSS: internal, not personal. */
export type AccountId = string
/** A line's own id in BOSS (not its number: numbers are given to others in time, PW-24). */
export type LineId = string

type BodyOf<T extends EventType> = T extends InnerType
  ? InnerEvents[T]
  : T extends FactType
    ? FactOf<T>
    : never

type Of<T extends EventType> = {
  readonly source: string
  readonly id: string
  readonly type: T
  readonly time: Instant
  readonly origin: Origin
  readonly account: AccountId
  /** The line that it is about; null when the subject was the account. */
  readonly line: LineId | null
  readonly body: BodyOf<T>
}

/** Discriminated by `type`. */
export type Event<T extends EventType = EventType> = T extends EventType ? Of<T> : never
