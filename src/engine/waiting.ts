/**
 * Events that wait for their line (design §5): they return when it appears, as late facts in a following
 * turn; after 24 hours they are set aside as `unknown-line`. Also: what staff want tried again.
 */
import type { Arrival } from '../core/event/arrival.ts'
import type { Event } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import { giveUpWaiting, type KeptRaw, rawAside, releasable } from '../store/set-aside.ts'
import type { Vault } from '../store/vault.ts'
import { patiently } from './patience.ts'
import type { ArrivalItem, ReplayItem } from './turn/item.ts'
import type { TurnParts } from './turn/parts.ts'
import { rawPlace } from './turn/personal.ts'

export const waitForLineMs = 86_400_000

/** Waiting events whose line is known by now. */
export async function released(parts: TurnParts, now: Instant, max: number): Promise<readonly Returning[]> {
  const rows = await patiently(parts, () => releasable(parts.database, max))
  return rows.map(row => itemOf(parts.vault, row, now))
}

/** Set-aside events that staff want tried again. */
export async function replayed(
  parts: TurnParts,
  seqs: readonly number[],
  now: Instant,
): Promise<readonly Returning[]> {
  const rows = await patiently(parts, () => rawAside(parts.database, seqs))
  return rows.map(row => itemOf(parts.vault, row, now))
}

export async function giveUp(parts: TurnParts, now: Instant): Promise<void> {
  const statement = giveUpWaiting({ since: now - waitForLineMs, at: now })
  await patiently(parts, () => parts.database.transact([statement]))
}

export type Returning = ArrivalItem | ReplayItem

function itemOf(vault: Vault, row: KeptRaw, now: Instant): Returning {
  const { seq, origin, raw, time } = row
  const kept = JSON.parse(vault.unsealHouse(raw, rawPlace(time))) as unknown
  return origin === 'outside'
    ? { kind: 'arrival', now, arrival: kept as Arrival, seq }
    : { kind: 'replay', now, event: kept as Event, seq }
}
