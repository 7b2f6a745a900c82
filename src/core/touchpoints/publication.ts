/**
 * A new version of the rulebook meets what the account already holds: moments counted from its state, and from the
 * bill that is unpaid, are entered anew, schedules that are new to it begin. What would have been said before is not
 * said now (`published-late`).
 */
import { type Draft, occur } from '../draft.ts'
import { ensureAnniversary } from './anniversary.ts'
import { tellOpenBill } from './bill.ts'
import { ensureSchedules } from './schedule.ts'
import { tellEnds } from './subscription.ts'

export function meetRulebook(draft: Draft): void {
  for (const line of draft.cold.lines) {
    ensureSchedules(draft, line)
    ensureAnniversary(draft, line)
    tellEnds(draft, line)
  }
  tellOpenBill(draft)
  const { validity } = draft.hot
  if (validity !== null)
    occur(draft, 'validity.changed', { line: null, event: { validUntil: validity.untilDay } })
}
