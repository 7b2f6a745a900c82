/**
 * Not too many a day (NF-05): what a full day cannot hold is put off to the next one while it is useful,
 * never silently lost. Counted per line and calendar day in the customer's zone.
 */
import { dayOf, startOfNextDay } from '../calendar/zone.ts'
import { type Draft, setHot } from '../draft.ts'
import type { Instant } from '../units.ts'
import type { Intent, No } from './plan.ts'
import { allowedAt, type Time, zoneOf } from './time.ts'

/** A courtesy lives three days, a rule's own usefulness may be longer: look no further than this. */
const daysMax = 7

export function underCap(
  draft: Draft,
  { rule, line }: Intent,
  wish: Time & { usefulUntil: Instant },
): Time | No {
  const { capped, capPerDay } = draft.world.rulebook.policy
  if (!capped.includes(rule.class)) return wish
  const zone = zoneOf(draft, line)
  let time: Time = wish
  for (let n = 0; n < daysMax && time.due < wish.usefulUntil; n += 1) {
    const day = dayOf(time.due, zone)
    const count = draft.hot.days.find(entry => entry.line === line.id && entry.day === day)?.count ?? 0
    if (count < capPerDay) {
      countOne(draft, line.id, day)
      return time
    }
    const morning = allowedAt(draft, line, startOfNextDay(time.due, zone))
    time = { due: morning.due, note: `put off: ${capPerDay} a day are enough on ${day}` }
  }
  return time === wish
    ? wish
    : { reason: 'frequency-cap', note: `${capPerDay} a day, and no later day within its use` }
}

function countOne(draft: Draft, line: string, day: string): void {
  const known = draft.hot.days.find(entry => entry.line === line && entry.day === day)
  const others = draft.hot.days.filter(entry => entry !== known)
  setHot(draft, { days: [...others, { line, day, count: (known?.count ?? 0) + 1 }] })
}
