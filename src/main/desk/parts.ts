/** What the desk works with, and how it says no. */
import type { Logger } from 'pino'
import type { Refusal } from '../../api/refusal.ts'
import type { SessionLimits } from '../../api/sessions.ts'
import type { Clock } from '../../engine/clock.ts'
import type { ActItem } from '../../engine/turn/item.ts'
import type { Measured } from '../../engine/monitors.ts'
import type { Recent } from '../../engine/recent.ts'
import type { Gateway } from '../../channels/channel.ts'
import type { Verdict } from '../../core/event/arrival.ts'
import type { AccountId } from '../../core/event/event.ts'
import { parsedJson } from '../../intake/json.ts'
import type { Database } from '../../store/database.ts'
import type { Vault } from '../../store/vault.ts'
import type { IdentityProvider } from '../staff/identity-provider.ts'
import type { SurroundingsKeeper } from '../surroundings.ts'

/** What the desk may ask of the running engine. */
export interface EnginePort {
  readonly gateways: readonly Gateway[]
  /** Messages handed to a gateway and not answered yet. */
  unanswered(gateway: string): number
  /** Hands nothing more to these gateways, and to all others again. */
  drain(gateways: readonly string[]): void
  readonly recent: Pick<Recent, 'of' | 'rates' | 'minutes'>
  /** What its monitors measured last. */
  measured(): readonly Measured[]
  /** Null where no engine runs. */
  readonly startedAt: number | null
  /** Tries set-aside events again, in the order given; one verdict each. */
  replay(seqs: readonly number[]): Promise<readonly Verdict[]>
  /** Erases the person behind an account, in a turn. */
  erase(order: {
    readonly account: AccountId
    readonly by: string
    readonly reason: string
  }): Promise<Verdict>
  /** What staff do about one account, in a turn. */
  act(order: Omit<ActItem, 'kind' | 'now'>): Promise<Verdict>
  /** Tells it that pauses or versions changed. */
  changed(): void
  state(): {
    readonly ok: boolean
    readonly note: string
    readonly queued: number
    /** How long the oldest of them has waited. */
    readonly lagMs: number | null
    readonly lastTurnAt: number | null
  }
}

export interface DeskParts {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly surroundings: SurroundingsKeeper
  readonly engine: EnginePort
  readonly log: Logger
  /** Where the settings say something else than the API's own. */
  readonly sessionLimits?: Partial<SessionLimits>
  /** Through which staff may sign in beside name and password. */
  readonly provider?: IdentityProvider | null
}

export const refuse = (refusal: Refusal['refusal'], detail: string, field?: string): Refusal =>
  field === undefined ? { refusal, detail } : { refusal, detail, field }

type Kinds = readonly ('number' | 'string')[]
type MarksOf<K extends Kinds> = { readonly [I in keyof K]: K[I] extends 'number' ? number : string }

/** Where a page ended, as text that means nothing outside. */
export const cursorOf = (...marks: readonly (number | string)[]): string =>
  Buffer.from(JSON.stringify(marks)).toString('base64url')

/** What a cursor of ours holds; null for the first page, `bad` for one that we did not make. */
export function readCursor<const K extends Kinds>(
  text: string | undefined,
  kinds: K,
): MarksOf<K> | null | 'bad' {
  if (text === undefined) return null
  const marks = parsedJson(Buffer.from(text, 'base64url').toString('utf8'))
  const isOurs =
    Array.isArray(marks) &&
    marks.length === kinds.length &&
    kinds.every((kind, at) =>
      kind === 'number' ? Number.isSafeInteger(marks[at]) : typeof marks[at] === kind,
    )
  return isOurs ? (marks as unknown as MarksOf<K>) : 'bad'
}

export const badCursor = refuse(
  'invalid-input',
  'the cursor is not one of ours: send the value of "next" unchanged',
  'after',
)

/** A page of `limit` rows out of `limit + 1` read: what follows, if anything. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
