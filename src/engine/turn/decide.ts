/**
 * The synchronous middle of a turn: each item in order becomes an event, is decided against the account as
 * the items before it left it, and what follows is gathered. Nothing here waits.
 */
import type { Account } from '../../core/account/account.ts'
import { newAccount } from '../../core/account/account.ts'
import { eventHash, type Recorded, remember } from '../../core/account/duplicates.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Changes } from '../../core/change.ts'
import type { Verdict } from '../../core/event/arrival.ts'
import type { AccountId, Event } from '../../core/event/event.ts'
import type { Instant } from '../../core/units.ts'
import type { DataKey } from '../../store/vault.ts'
import { chanceOf } from '../chance.ts'
import { bodyOf } from './personal.ts'
import type { Records } from './admit.ts'
import type { Gathering } from './gather.ts'
import type { Item, Refusal } from './item.ts'
import type { Loaded } from './load.ts'
import type { TurnParts } from './parts.ts'
import type { Openings, Resolution } from './resolve.ts'

/** The work sheet of a batch. */
export interface Sheet {
  readonly parts: TurnParts
  readonly resolution: Resolution
  loaded: Loaded
  records: Records
  readonly refused: ReadonlyMap<Item, Refusal>
  readonly gathering: Gathering
  readonly openings: Openings
  /** Arrivals decided in this batch, by account, source and id. */
  readonly before: Map<string, Recorded>
  /** Keys of customers who are new in this batch. */
  readonly newKeys: Map<AccountId, DataKey>
}

export type Decided = { readonly changes: Changes } | { readonly failed: string }

/** The account as the batch has left it so far. */
export function accountNow({ gathering, loaded }: Sheet, id: AccountId): Account {
  return gathering.accounts.get(id)?.account ?? loaded.accounts.get(id) ?? newAccount(id)
}

/** Decides one event; our own bug is told, not thrown, so that it stops nobody else (G10). */
export function decideEvent(sheet: Sheet, account: Account, what: { event: Event; now: Instant }): Decided {
  const { parts } = sheet
  const { event, now } = what
  const world = { ...parts.surroundingsAt(now), now, chance: chanceOf(parts.secret, event) }
  try {
    return { changes: parts.decide(account, event, world) }
  } catch (error) {
    const note = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    parts.log.error({ type: event.type, source: event.source, id: event.id, error }, 'a decision failed')
    return { failed: note.slice(0, 500) }
  }
}

/** Gathers a decision with its journal row; what has an id of its own, and may come again, enters the ring. */
export function keep(sheet: Sheet, changes: Changes, what: Kept): void {
  const { event, now, bodyHash, extensions } = what
  const { gathering, loaded } = sheet
  const comesAgain = event.origin === 'outside' || event.origin === 'staff'
  gathering.add(comesAgain ? remembered(changes, event) : changes, {
    now,
    isNew: !loaded.accounts.has(event.account),
  })
  gathering.journal.push({
    shard: shardOf(event.account),
    account: event.account,
    time: event.time,
    source: event.source,
    id: event.id,
    origin: event.origin,
    type: event.type,
    line: event.line ?? lineNamed(event),
    body: JSON.stringify(bodyOf(event)),
    extensions,
    bodyHash,
    decidedAt: now,
    considered: changes.considered.length === 0 ? null : JSON.stringify(changes.considered),
  })
}

export interface Kept {
  readonly event: Event
  readonly now: Instant
  readonly bodyHash: number
  readonly extensions: string | null
}

function remembered(changes: Changes, event: Event): Changes {
  const { account } = changes
  const marks = remember(account.hot, { hash: eventHash(event.source, event.id), time: event.time })
  return { ...changes, account: { ...account, hot: { ...account.hot, ...marks } } }
}

/** An opening is about the line that it names, though its subject is the account. */
const lineNamed = (event: Event): string | null => (event.type === 'line.opened' ? event.body.line : null)

export const setAside = (reason: Refusal['reason'], note: string): Verdict => ({
  state: 'set-aside',
  reason,
  note,
})
