/** Another year with us (NF-30): each line has one agenda entry for its next anniversary, made anew when it falls due. */
import type { Line } from '../account/account.ts'
import { addMonths, monthsBetween } from '../calendar/months.ts'
import { startOfDay } from '../calendar/zone.ts'
import { type Draft, lineOf } from '../draft.ts'
import { raise } from './announcement.ts'

export function ensureAnniversary(draft: Draft, line: Line): void {
  const { rulebook, now } = draft.world
  if (!rulebook.byTrigger.has('anniversary.due') || line.closedAt !== null) return
  const { zone } = rulebook.policy
  const joined = startOfDay(line.openedAt, zone)
  const months = (Math.floor(monthsBetween(joined, now, zone) / 12) + 1) * 12
  draft.agenda.push({
    id: `anniversary/${line.id}`,
    account: draft.id,
    line: line.id,
    due: addMonths(joined, months, zone),
    type: 'anniversary.due',
    body: {},
  })
}

export function anniversaryDue(draft: Draft): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null || line.closedAt !== null) return
  const { rulebook, now } = draft.world
  const joined = startOfDay(line.openedAt, rulebook.policy.zone)
  const years = Math.floor(monthsBetween(joined, now, rulebook.policy.zone) / 12)
  raise(draft, 'anniversary.due', { body: { years }, line: line.id })
  ensureAnniversary(draft, line)
}
