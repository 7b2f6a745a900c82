/** Credit standing as BOSS reports it. A restriction without a delivered warning is flagged (G6). */
import { type Draft, factTime, occur, setHot } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'

export function takeStanding(draft: Draft, body: FactOf<'standing.reported'>): void {
  const { standing, reason } = body
  const at = factTime(draft)
  const before = draft.hot.standing
  if (at < Math.max(before.since, before.asOf)) return // older than what we know
  occur(draft, 'standing.reported', { event: { standing, reason } })
  const since = before.state === standing ? before.since : at
  setHot(draft, { standing: { state: standing, since, asOf: at } })
  if (before.state === standing) return
  if (before.state === 'normal' && reason === 'arrears' && draft.hot.warnedAt === null) {
    const note = `${standing} for arrears although no warning of this spell had been delivered`
    draft.alarms.push({ kind: 'restricted-unwarned', account: draft.id, line: draft.event.line, at, note })
  }
  occur(draft, 'standing.changed', { event: { from: before.state, to: standing, reason } })
}
