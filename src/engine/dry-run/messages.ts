/** What goes between the desk's thread, which reads, and the thread in which a dry run decides. */
import type { AccountId } from '../../core/event/event.ts'
import type { ChannelName } from '../../core/event/facts.ts'
import type { Instant } from '../../core/units.ts'
import type { Bundle } from '../../rulebook/bundle.ts'
import type { PastAttempt, PastEvent } from '../../store/dry-run-history.ts'
import type { DryRunResult } from './result.ts'

/** A version by its files: it is compiled where it is used. */
export interface VersionFiles {
  readonly version: string
  readonly files: Bundle
}

export interface DryRunTask {
  /** In force; null when none is that loads. */
  readonly before: VersionFiles | null
  readonly after: VersionFiles
  readonly secret: Uint8Array
  readonly channels: readonly ChannelName[]
  readonly from: Instant
  readonly until: Instant
}

/** Everything of one account that a dry run needs. */
export interface PastAccount {
  readonly id: AccountId
  /** Its cold state as it stands today. */
  readonly cold: string
  readonly events: readonly PastEvent[]
  readonly attempts: readonly PastAttempt[]
  /** More happened than a dry run goes through: it is counted and left out. */
  readonly tooMuch: boolean
}

export type ToThread =
  { readonly is: 'accounts'; readonly accounts: readonly PastAccount[] } | { readonly is: 'finish' }

export type FromThread =
  | { readonly is: 'ready' }
  | { readonly is: 'taken' }
  | { readonly is: 'result'; readonly result: DryRunResult }
