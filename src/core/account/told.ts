/** What has been said, and when it may be said once more. */
import { type Draft, setHot } from '../draft.ts'
import type { Told } from './account.ts'

/** The time of a mark whose reminder was withheld: it is owed. */
const neverSaid = 0

/** Marks per account: far above what a year of every rule needs; the oldest go first. */
export const toldMax = 200

export const markOf = (draft: Draft, key: string): Told | undefined =>
  draft.hot.told.find(mark => mark.key === key)

/** The reminder that a mark stands for: its key, numbered from the second time on. */
export const reminderOf = ({ key, times }: Pick<Told, 'key' | 'times'>): string =>
  times === 1 ? key : `${key}~${times}`

/** Whether it was said, and its spell or period has not ended since. */
export const stands = (draft: Draft, reminder: string): boolean =>
  draft.hot.told.some(mark => !mark.armed && reminderOf(mark) === reminder)

/** It was to be said and did not leave: nothing has been said, so it may be, under its next number. */
export function unsay(draft: Draft, reminder: string): void {
  if (!stands(draft, reminder)) return
  const told = draft.hot.told.map(mark =>
    reminderOf(mark) === reminder ? { ...mark, armed: true, at: neverSaid } : mark,
  )
  setHot(draft, { told })
}

/** Settles what `which` picks of that which could not be said; returns whether there was any. */
export function settle(draft: Draft, which: (mark: Told) => boolean): boolean {
  const owed = draft.hot.told.filter(mark => mark.at === neverSaid && which(mark))
  if (owed.length === 0) return false
  const at = draft.world.now
  setHot(draft, { told: draft.hot.told.map(mark => (owed.includes(mark) ? { ...mark, at } : mark)) })
  return true
}

/** Notes that `key` is said now; returns how many times it has been, this one included. */
export function markTold(draft: Draft, mark: Omit<Told, 'times' | 'armed'>): number {
  const before = markOf(draft, mark.key)
  const times = (before?.times ?? 0) + 1
  const others = draft.hot.told.filter(other => other.key !== mark.key)
  setHot(draft, { told: [...others.slice(1 - toldMax), { ...mark, times, armed: false }] })
  return times
}

/** Lets the marks that `which` picks be said once more; returns those that were not armed before. */
export function rearm(draft: Draft, which: (mark: Told) => boolean): readonly Told[] {
  const hit = draft.hot.told.filter(mark => !mark.armed && which(mark))
  if (hit.length === 0) return hit
  setHot(draft, { told: draft.hot.told.map(mark => (hit.includes(mark) ? { ...mark, armed: true } : mark)) })
  return hit
}
