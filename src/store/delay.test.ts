import { expect, test } from 'vitest'
import { delayAt, delayBound } from './delay.ts'

test.each([
  [0, 1_000],
  [999, 1_000],
  [1_000, 2_000],
  [86_399_999, 86_400_000],
  [86_400_000, Infinity],
])('%i ms stands below %d', (delayMs, bound) => {
  expect(delayBound(delayMs)).toBe(bound)
})

test.each<[string, [number, number][], number, number | null]>([
  ['of none', [], 0.5, null],
  ['of counts taken back', [[1_000, 0]], 0.5, null],
  ['half of one bucket', [[2_000, 10]], 0.5, 1_500],
  [
    'in the second bucket',
    [
      [5_000, 20],
      [1_000, 80],
    ],
    0.9,
    4_000,
  ],
  ['beyond the last bound', [[Infinity, 3]], 0.99, 86_400_000],
])('a percentile %s', (...[, counts, share, delay]) => {
  expect(delayAt(new Map(counts), share)).toBe(delay)
})
