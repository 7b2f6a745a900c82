/**
 * Order within a group (G3, NF-06): a member waits for the former's final outcome, or `waitMax` counted from
 * when both could have gone: since it was itself due, since the former was attempted, or is to be. So what
 * rest hours hold overnight leaves in order too, though each has its own minute of the morning.
 */
import type { OpenReminder } from '../reminder.ts'
import type { Instant } from '../units.ts'

/** Group and line: members of other lines do not wait for each other. */
export const groupKey = (group: string, line: string): string => `${group}/${line}`

interface Ask {
  readonly now: Instant
  readonly waitMaxMs: number
  /** A pause may last: its due time moves on and on, and nobody waits for that. */
  isPaused(open: OpenReminder): boolean
}

/** Until when `open` has to wait at `now`; null when it may go. */
export function waitUntil(all: readonly OpenReminder[], open: OpenReminder, ask: Ask): Instant | null {
  if (open.group === null) return null
  const former = all.filter(other => other.group === open.group && other.order < open.order)
  if (former.length === 0) return null
  const since = open.waitingSince === 0 ? ask.now : open.waitingSince
  const until = Math.max(since, ...former.map(other => leaves(other, ask))) + ask.waitMaxMs
  return until > ask.now ? until : null
}

function leaves(former: OpenReminder, ask: Ask): Instant {
  if (former.state === 'attempted') return former.attemptedAt
  return ask.isPaused(former) ? former.attemptedAt : former.due
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
