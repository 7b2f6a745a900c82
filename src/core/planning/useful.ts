/**
 * Until when a reminder is of use: so long after its moment as its rule says, and never after that which it was
 * to come before (an expiry notice is of no use once the thing has expired).
 */
import { isMonth } from '../calendar/months.ts'
import { instantOf, startOfNextDay, startOfNextMonth } from '../calendar/zone.ts'
import type { Draft } from '../draft.ts'
import { valueAt, viewOf } from '../rule/view-tree.ts'
import type { Instant } from '../units.ts'
import type { Intent } from './plan.ts'

export function usefulUntil(draft: Draft, intent: Intent): Instant {
  return Math.min(intent.moment + intent.rule.usefulForMs, endOfFact(draft, intent))
}

/** The end of what `-7d before …` counts back from: a day and a month are ends known to the day and the month. */
function endOfFact(draft: Draft, { rule: { at }, line, kept }: Intent): Instant {
  if (at.kind !== 'from-fact' || at.shift.count >= 0) return Infinity
  const { now, rulebook } = draft.world
  const anchor = valueAt(viewOf({ account: draft, line, kept, rulebook, now }), at.anchor)
  if (typeof anchor === 'number') return anchor
  if (typeof anchor !== 'string') return Infinity
  const [year = 0, month = 0, day = 1] = anchor.split('-').map(Number)
  const { zone } = rulebook.policy
  const start = instantOf({ year, month, day }, zone)
  return isMonth(anchor) ? startOfNextMonth(start, zone) : startOfNextDay(start, zone)
}
