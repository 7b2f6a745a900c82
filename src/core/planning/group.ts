/**
 * Order within a group (G3, NF-06): a member waits for the former's final outcome, or `waitMax` counted from
 * when it was itself due or the former was attempted, whichever is later.
 */
import type { OpenReminder } from '../reminder.ts'
import type { Instant } from '../units.ts'

/** Group and line: members of other lines do not wait for each other. */
export const groupKey = (group: string, line: string): string => `${group}/${line}`

/** Until when `open` has to wait at `now`; null when it may go. */
export function waitUntil(
  all: readonly OpenReminder[],
  open: OpenReminder,
  ask: { readonly now: Instant; readonly waitMaxMs: number },
): Instant | null {
  if (open.group === null) return null
  const former = all.filter(other => other.group === open.group && other.order < open.order)
  if (former.length === 0) return null
  const since = open.waitingSince === 0 ? ask.now : open.waitingSince
  const until = Math.max(since, ...former.map(other => other.attemptedAt)) + ask.waitMaxMs
  return until > ask.now ? until : null
}

/** The member that waited for `ended`; null when none does. */
export function nextInGroup(all: readonly OpenReminder[], ended: OpenReminder): OpenReminder | null {
  if (ended.group === null) return null
  const after = all.filter(
    open => open.group === ended.group && open.order > ended.order && open.state === 'planned',
  )
  const [next] = after.sort((a, b) => a.order - b.order)
  return next !== undefined && next.waitingSince > 0 ? next : null
}
