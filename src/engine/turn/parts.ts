/** What a turn needs beside its items. */
import type { Logger } from 'pino'
import type { Account } from '../../core/account/account.ts'
import type { Changes } from '../../core/change.ts'
import type { Event } from '../../core/event/event.ts'
import type { Instant } from '../../core/units.ts'
import type { World } from '../../core/world.ts'
import type { Database } from '../../store/database.ts'
import type { Vault } from '../../store/vault.ts'
import type { Fences } from '../fences.ts'
import type { JournalDays } from '../journal-days.ts'
import type { Meter } from '../meter.ts'

export type Decide = (account: Account, event: Event, world: World) => Changes

/** The world without what belongs to one event. */
export type Surroundings = Omit<World, 'now' | 'chance'>

/** Rulebook in force, versions, pauses and allow-list at a moment. Called for every event: must be quick. */
export type SurroundingsAt = (now: Instant) => Surroundings

export interface TurnParts {
  readonly database: Database
  readonly vault: Vault
  /** Passed in, so that a simulation can plant bugs. */
  readonly decide: Decide
  readonly surroundingsAt: SurroundingsAt
  /** The install secret, or the seed of a simulation. */
  readonly secret: Uint8Array
  readonly fences: Fences
  readonly days: JournalDays
  readonly meter: Meter
  readonly log: Logger
  /** Ends waiting for a database that does not come back. */
  readonly signal: AbortSignal
}
