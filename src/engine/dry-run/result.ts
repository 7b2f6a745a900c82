/**
 * What a draft would change, in figures of the sample. Nothing personal: internal ids alone, in a bounded list of examples.
 *
 * *Before* is the version in force throughout; *after* is the same until the period begins, and the draft from then on,
 * as if it had been published at that moment.
 */
import type { AccountId } from '../../core/event/event.ts'
import type { WithheldReason } from '../../core/reminder.ts'
import type { Instant } from '../../core/units.ts'

/** Of one side, within the period. */
export interface Sum {
  /** Handed over, each rung of a ladder by itself. */
  readonly messages: number
  readonly parts: number
  readonly costMicroYuan: number
  readonly withheld: number
}

export interface BeforeAfter<T> {
  readonly before: T
  readonly after: T
}

export interface NamedSums extends BeforeAfter<Sum> {
  readonly of: string
}

/** Lines that were told something at all, and those told more often than `disturbedOver` times. */
export interface Disturbed {
  readonly told: number
  readonly often: number
}

/** The fullest hour of the sample; null where nothing was sent. */
export interface Peak {
  readonly at: Instant
  readonly messages: number
}

export interface Example {
  readonly account: AccountId
  readonly rule: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly at: Instant
}

export interface DryRunResult {
  /** Decided for in the thread. */
  readonly accounts: number
  /** Of these, opened before the journal begins: they start from their lines as they stand today. */
  readonly startIncomplete: number
  /** Left out: more happened than a dry run goes through. */
  readonly leftOut: number
  /** Facts of the period that were decided. */
  readonly facts: number
  /** Decisions that threw, of either side: a fault of ours. */
  readonly failed: number
  readonly outcomes: { readonly recorded: number; readonly assumed: number }
  readonly total: BeforeAfter<Sum>
  readonly touchpoints: readonly NamedSums[]
  readonly rules: readonly NamedSums[]
  readonly brands: readonly NamedSums[]
  readonly channels: readonly NamedSums[]
  readonly reasons: readonly ({ readonly reason: WithheldReason } & BeforeAfter<number>)[]
  readonly lines: BeforeAfter<Disturbed>
  /** By Beijing day, each day of the period. */
  readonly days: readonly ({ readonly day: string } & BeforeAfter<number>)[]
  readonly peak: BeforeAfter<Peak | null>
  readonly examples: readonly Example[]
  readonly examplesLeftOut: number
}

/** A line told more often than this within the period counts as told often. */
export const disturbedOver = 10
export const examplesMax = 200
