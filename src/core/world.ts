/** What a decision may know beside the account and the event. */
import type { AccountId, LineId } from './event/event.ts'
import type { ChannelName } from './event/facts.ts'
import type { Rulebook } from './rule/rule.ts'
import type { Instant } from './units.ts'

/** `all`, or what is stopped: a rule id, a channel name, a scope such as `city/taizhou`, a rulebook version (G12). */
export interface Pause {
  readonly kind: 'all' | 'rule' | 'channel' | 'scope' | 'version'
  readonly value: string
}

export interface World {
  /** The present moment of this event, not of the turn. */
  readonly now: Instant
  /** The version in force. */
  readonly rulebook: Rulebook
  /** Versions under which reminders are still open, the current one included. */
  readonly versions: ReadonlyMap<string, Rulebook>
  readonly recalled: ReadonlySet<string>
  readonly pauses: readonly Pause[]
  /** Channels that have a gateway here; other rungs are passed over. */
  readonly channels: ReadonlySet<ChannelName>
  /** Who may be sent to (G11): everyone, or the lines named as `account/line`. */
  readonly sendTo: 'everyone' | ReadonlySet<`${AccountId}/${LineId}`>
  /** A number in [0, 1) from install secret, event id and salt: the same at every replay. */
  chance(salt: string): number
}
