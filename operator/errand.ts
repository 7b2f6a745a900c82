/** What a customer, or a system of the operator on the customer's account, is going to do at some moment. */
import type { Instant } from '../src/core/units.ts'
import { type Civil, hourMs } from './civil.ts'
import type { Customer } from './customer.ts'
import type { Statement } from './envelope.ts'
import type { Person } from './person.ts'
import type { Place } from './places.ts'

export type Errand =
  /** An older customer is introduced at the start; a new one comes to the counter. */
  | { readonly kind: 'load' | 'join' }
  /** Local midnight: the day is planned. */
  | { readonly kind: 'dawn' }
  /** Data is used; `portionBytes` is the most that passes between two reports. */
  | { readonly kind: 'session'; readonly line: 0 | 1; readonly bytes: number; readonly portionBytes: number }
  | { readonly kind: 'session-abroad'; readonly bytes: number }
  | { readonly kind: 'calls'; readonly yuan: number }
  | { readonly kind: 'monthly-fee' }
  | { readonly kind: 'opening-payment' | 'payment' }
  | { readonly kind: 'balance-report' }
  | { readonly kind: 'credit-check' | 'validity-check' | 'reopening' }
  /** The phone is seen by a network: abroad, or back at home. */
  | { readonly kind: 'registration'; readonly place: Place | null; readonly mnc: string }
  | { readonly kind: 'query' | 'preference' | 'profile' | 'pack-order' }
  | { readonly kind: 'loss' | 'replacement' | 'closing' }
  | { readonly kind: 'usage-correction' | 'balance-correction' }
  | { readonly kind: 'group-joining' | 'group-leaving' }
  /** A step of an affair that a file of its own tells: an order, a return, a visit. */
  | { readonly kind: 'step'; readonly take: (life: Life) => void }

/** What follows some time later. */
export const step = (take: (life: Life) => void): Errand => ({ kind: 'step', take })

export interface Stage {
  readonly civil: Civil
  readonly from: Instant
  readonly until: Instant
  /** Somebody else of the population, as CRM knows them. */
  person(index: number): Person
  /** The customer comes back to this errand then; nothing happens after the span. */
  wake(customer: Customer, at: Instant, errand: Errand): void
  /** A system states a fact, unless the customer's facts of this month are used up. */
  state(life: Life, statement: Statement): void
}

/** A share of the span: 0 its beginning, 1 its end. */
export type Share = number

/** A working hour of the day on which this share of the span has passed: the same for all who know the share. */
export function momentInSpan(
  { civil, from, until }: Pick<Stage, 'civil' | 'from' | 'until'>,
  share: Share,
): Instant {
  return civil.dayAt(from + share * (until - from)).start + (9 + ((share * 1000) % 8)) * hourMs
}

/** One customer at one moment. */
export interface Life {
  readonly stage: Stage
  readonly customer: Customer
  readonly at: Instant
}
