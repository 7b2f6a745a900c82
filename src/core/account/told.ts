/** What has been said, and when it may be said once more. */
import { type Draft, setHot } from '../draft.ts'
import type { Told } from './account.ts'

/** Marks per account: far above what a year of every rule needs; the oldest go first. */
export const toldMax = 200

export const markOf = (draft: Draft, key: string): Told | undefined =>
  draft.hot.told.find(mark => mark.key === key)

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
