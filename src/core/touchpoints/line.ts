/** Lines open, change and close; customers say how they want to be reached. */
import { type Line, linesMax } from '../account/account.ts'
import { dayOf, instantOf } from '../calendar/zone.ts'
import { type Draft, factTime, lineOf, occur, setCold } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { packOf } from '../rule/catalogue.ts'
import type { Facts } from '../reminder.ts'
import type { Instant } from '../units.ts'
import { withholdOpen } from '../planning/withhold.ts'
import { ensureAnniversary } from './anniversary.ts'
import { changeLimit } from './balance.ts'
import { noPreferences, patched } from './preference.ts'
import { beginSchedules, ensureSchedules } from './schedule.ts'

export function openLine(draft: Draft, body: FactOf<'line.opened'>): void {
  const known = draft.cold.lines.some(line => line.id === body.line)
  if (known) return // the same opening under another event id: nothing new
  if (draft.cold.lines.length >= linesMax) throw new RangeError(`an account holds at most ${linesMax} lines`)
  const { line: id, planId, packIds, brand, payMode, star, vip, language, province, city } = body
  const joined = joinedAt(draft, body.joinedOn)
  const line: Line = {
    id,
    brand,
    planId,
    packIds,
    payMode,
    star,
    vip,
    language,
    province,
    city,
    birthYear: body.birthYear ?? null,
    openedAt: joined.at,
    closedAt: null,
    preferences: noPreferences,
    subscriptions: [],
  }
  setCold(draft, { lines: [...draft.cold.lines, line] })
  occur(draft, 'line.opened', {
    line: id,
    event: { ...openingFacts(draft, line), joinedToday: joined.today, via: body.via ?? null },
  })
  ensureSchedules(draft, line)
  ensureAnniversary(draft, line)
}

function joinedAt(
  draft: Draft,
  joinedOn: string | undefined,
): { readonly at: Instant; readonly today: boolean } {
  const at = factTime(draft)
  const { zone } = draft.world.rulebook.policy
  if (joinedOn === undefined || joinedOn === dayOf(at, zone)) return { at, today: true }
  const [year = 1970, month = 1, day = 1] = joinedOn.split('-').map(Number)
  return { at: instantOf({ year, month, day }, zone), today: false }
}

function openingFacts(draft: Draft, line: Line): Facts {
  const { planId, brand, payMode, packIds, language } = line
  const first = packIds[0] === undefined ? null : packOf(draft.world.rulebook, packIds[0], draft.world.now)
  return {
    planId,
    brand,
    payMode,
    packCount: packIds.length,
    firstPack: first?.name[language] ?? null,
    firstPackFeeMicroYuan: first?.monthlyFee ?? null,
  }
}

export function replaceLine(draft: Draft, line: Line): void {
  setCold(draft, { lines: draft.cold.lines.map(other => (other.id === line.id ? line : other)) })
}

export function closeLine(draft: Draft): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null || line.closedAt !== null) return
  const at = factTime(draft)
  // Another line is now the account's first: its brand may have another limit.
  changeLimit(draft, () => replaceLine(draft, { ...line, closedAt: at }))
  withholdOpen(draft, {
    which: open => open.line === line.id,
    reason: 'line-closed',
    note: 'the line was closed',
  })
  occur(draft, 'line.closed', { line: line.id })
}

export function changeProfile(draft: Draft, body: FactOf<'profile.changed'>): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  changeLimit(draft, () => replaceLine(draft, { ...line, ...given }))
  occur(draft, 'profile.changed', { line: line.id })
}

export function changePreference(draft: Draft, body: FactOf<'preference.changed'>): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const preferences = patched(line.preferences, body, factTime(draft))
  const changed = { ...line, preferences }
  replaceLine(draft, changed)
  occur(draft, 'preference.changed', { line: line.id })
  beginSchedules(draft, line, changed)
}
