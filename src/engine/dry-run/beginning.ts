/**
 * Where an account begins (docs/decisions/0009): with nothing, and all that the journal has of it is played; whatever of its
 * lines the journal has not seen opened stands at the beginning as it stands today.
 */
import { type Account, type Line, newAccount } from '../../core/account/account.ts'
import { coldFrom } from '../../core/account/state-text.ts'
import type { Event } from '../../core/event/event.ts'
import type { PastEvent } from '../../store/dry-run-history.ts'
import type { PastAccount } from './messages.ts'
import type { Told } from './played-account.ts'

/** Events that Kairos raised, but not by this account's own rules: they are played as they came. */
export const wordsFromElsewhere = [
  'payment-group.member-joined',
  'payment-group.member-left',
  'family-net.member-joined',
  'family-net.member-left',
  'family-net.other-left',
  'broadband.depends',
  'broadband.stop-ahead',
  'account.erased',
] as const

export interface Beginning {
  readonly account: Account
  /** In the order of their decision. */
  readonly told: readonly Told[]
  /** Its opening is older than the journal. */
  readonly isIncomplete: boolean
}

export function beginningOf({ id, cold: text, events }: PastAccount): Beginning {
  const told = events
    .toSorted((a, b) => a.decidedAt - b.decidedAt || a.turn - b.turn || a.time - b.time)
    .map((row): Told => ({ event: eventOf(id, row), at: row.decidedAt }))
  const cold = coldFrom(text)
  const opened = new Set(told.flatMap(({ event }) => (event.type === 'line.opened' ? [event.body.line] : [])))
  const older = cold.lines.filter(line => !opened.has(line.id))
  const account = newAccount(id)
  if (older.length === 0) return { account, told, isIncomplete: false }
  const closed = new Set(told.flatMap(({ event }) => (event.type === 'line.closed' ? [event.line] : [])))
  const lines = older.map((line): Line => (closed.has(line.id) ? { ...line, closedAt: null } : line))
  return { account: { ...account, cold: { ...cold, lines } }, told, isIncomplete: true }
}

/** An opening was about its account: only the journal's row names the line. */
const eventOf = (account: string, row: PastEvent): Event =>
  ({
    source: row.source,
    id: row.id,
    type: row.type,
    time: row.time,
    origin: row.origin,
    account,
    line: row.type === 'line.opened' ? null : row.line,
    body: JSON.parse(row.body) as unknown,
  }) as Event
