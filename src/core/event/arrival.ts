/**
 * A fact as it arrives, checked by its schema but not yet resolved to an account: it may still hold
 * personal data, so it never reaches `decide`, the journal or a log.
 */
import type { AccountId } from './event.ts'
import type { FactType } from './facts.ts'
import type { Instant } from '../units.ts'

/** `tel:+8613812345678` (RFC 3966) or `account:A17`. Numbers are E.164 with "+". */
export type Subject =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'account'; readonly account: AccountId }

export interface Arrival {
  readonly source: string
  readonly id: string
  readonly type: FactType
  readonly time: Instant
  readonly subject: Subject
  /** As its schema in `facts.ts` has it, personal fields included, defaults filled in. */
  readonly data: Readonly<Record<string, unknown>>
  /** CloudEvents extension attributes: legal, and kept. */
  readonly extensions: Readonly<Record<string, string | number | boolean>>
}

export const setAsideReasons = [
  'from-the-future', // more than ten minutes ahead of now
  'too-late-to-check', // older than the oldest journal partition: a duplicate could not be told
  'conflict', // a known source and id with another time or body (G2)
  'unknown-line', // no such line or account within 24 h
  'too-many-lines', // an account holds at most 16 lines
  'number-in-use', // an opening names a number that another open line holds since later
  'decision-failed', // decide threw: our bug, kept with its message (G10)
  'commit-refused', // the database refused its data (G10)
] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

/** What became of an arrival once its turn had committed. `waiting`: for its line, up to 24 h. */
export type Verdict =
  | { readonly state: 'decided' | 'duplicate' | 'waiting' }
  | { readonly state: 'set-aside'; readonly reason: SetAsideReason; readonly note: string }
