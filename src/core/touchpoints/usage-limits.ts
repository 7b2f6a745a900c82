/** Which limits a counter passed on its way from one report to the next. No state, no I/O. */
import type { Meter } from '../account/account.ts'
import type { UsageLimits } from '../rule/rule.ts'

export interface Crossing {
  readonly measure: 'percent' | 'used' | 'left'
  /** Percent, or bytes. */
  readonly limit: number
  /** The farthest of its measure in this step: only this one is worth saying. */
  readonly highest: boolean
}

/** Multiples passed in one step that are still named; a jump over more names the farthest. */
export const multiplesMax = 8

/** Whole percent used, rounded down, so that 80 means that 80 % has really been reached. */
export const percentOf = (used: number, allowance: number): number => Math.floor((used * 100) / allowance)

type Counter = Pick<Meter, 'kind' | 'used' | 'allowance'>

/**
 * All limits with `previous < limit <= current` (for `left`: `previous > limit >= current`), nearest first.
 * `before` null is the start of a period. Where the allowance changed between the two, a limit was ahead when it was
 * so by either: a pack that ends may carry a counter past a limit without a byte more.
 */
export function limitsPassed(
  limits: readonly UsageLimits[],
  before: Counter | null,
  now: Counter,
): readonly Crossing[] {
  const usedBefore = before?.used ?? 0
  const allowedBefore = Math.max(before?.allowance ?? 0, now.allowance)
  if (now.used === usedBefore && before !== null && before.allowance === now.allowance) return []
  const mine = limits.filter(set => set.kind === now.kind && fits(set.allowance, now.allowance))
  return mine.flatMap(set => [
    ...inOrder('percent', now.allowance > 0 ? percents(set, percentOf(usedBefore, allowedBefore), now) : []),
    ...inOrder('used', used(set, usedBefore, now.used)),
    ...inOrder('left', now.allowance > 0 ? left(set, allowedBefore - usedBefore, now) : []),
  ])
}

const fits = (wanted: UsageLimits['allowance'], allowance: number): boolean =>
  wanted === 'any' || (wanted === 'some') === allowance > 0

function percents(set: UsageLimits, from: number, now: Counter): readonly number[] {
  const to = percentOf(now.used, now.allowance)
  const named = set.percent.filter(limit => from < limit && limit <= to)
  const last = set.percent.at(-1) ?? 0
  return [...named, ...multiples(set.percentEvery, Math.max(from, last), to)]
}

function used(set: UsageLimits, from: number, to: number): readonly number[] {
  return [
    ...set.usedBytes.filter(limit => from < limit && limit <= to),
    ...multiples(set.usedEveryBytes, from, to),
  ]
}

function left(set: UsageLimits, from: number, now: Counter): readonly number[] {
  const to = Math.max(0, now.allowance - now.used)
  const passed = set.leftBytes.filter(limit => from > limit && limit >= to)
  return passed.sort((a, b) => b - a)
}

/** Multiples m of `step` with `from < m <= to`; the last few of them. */
function multiples(step: number, from: number, to: number): readonly number[] {
  if (step <= 0) return []
  const last = Math.floor(to / step)
  const first = Math.max(Math.floor(from / step) + 1, last - multiplesMax + 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => (first + n) * step)
}

function inOrder(measure: Crossing['measure'], limits: readonly number[]): readonly Crossing[] {
  return limits.map((limit, n) => ({ measure, limit, highest: n === limits.length - 1 }))
}
