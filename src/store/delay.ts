/** How long messages took, kept as counts in fixed buckets, so that any span of days has its percentiles. */

/** Upper bounds in milliseconds, each exclusive; what took longer than the last is in a bucket of its own. */
export const delayBoundsMs: readonly number[] = [
  1_000, 2_000, 3_000, 5_000, 7_000, 10_000, 15_000, 20_000, 30_000, 45_000, 60_000, 120_000, 300_000,
  600_000, 1_200_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 28_800_000, 43_200_000, 86_400_000,
]

/** By upper bound in milliseconds; Infinity for the last bucket. */
export type DelayCounts = ReadonlyMap<number, number>

export const delayBound = (delayMs: number): number =>
  delayBoundsMs.find(bound => delayMs < bound) ?? Infinity

/**
 * The delay that `share` of them did not exceed, in milliseconds, as if each bucket were filled evenly; null of none. What
 * took longer than the last bound counts as having taken just that.
 */
export function delayAt(counts: DelayCounts, share: number): number | null {
  const buckets = [...counts].filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b)
  const total = buckets.reduce((sum, [, count]) => sum + count, 0)
  let left = total * share
  for (const [bound, count] of buckets) {
    if (left <= count) return Math.round(within(bound, left / count))
    left -= count
  }
  return null
}

function within(bound: number, share: number): number {
  const at = delayBoundsMs.indexOf(bound)
  if (at < 0) return delayBoundsMs.at(-1)!
  const from = at === 0 ? 0 : delayBoundsMs[at - 1]!
  return from + (bound - from) * share
}
