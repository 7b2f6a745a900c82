/**
 * Which reminders are held after an outage or a restore (G14): those of before the return (by their cause, or planned then from a fact
 * that a fast clock dated ahead), as far as they should have left by then, were planned only after it, or had been handed over
 * before.
 */
import type { Instant } from '../core/units.ts'
import type { HoldKind } from './hold.ts'

/** What tells held ones from others. */
export interface HeldSpan {
  readonly kind: HoldKind
  readonly lostFrom: Instant
  readonly until: Instant
}

/** A code asked for before an outage is of no use to hold: it goes, or is too old. After a restore it may have gone already. */
export const firstHeldLane = ({ kind }: Pick<HeldSpan, 'kind'>): number => (kind === 'outage' ? 1 : 0)

/** In SQL, of a row of `reminder`; `until` is a parameter. */
export const isHeld = (until: string): string => `
  ((cause_time < ${until} or planned_at < ${until}) and (coalesce(leaves_at, due) <= ${until} or planned_at >= ${until}
    or exists (
      select from attempt tried
      where tried.shard = reminder.shard and tried.account = reminder.account and tried.id = reminder.id || '#1')))`
