import { describe, expect, it } from 'vitest'
import type { UsageLimits } from '../rule/rule.ts'
import { type Bytes, kilobytes, megabytes } from '../units.ts'
import { limitsPassed } from './usage-limits.ts'

const none = { percent: [], percentEvery: 0, usedBytes: [], usedEveryBytes: 0 as Bytes, leftBytes: [] }
const limits: readonly UsageLimits[] = [
  {
    ...none,
    kind: 'data',
    allowance: 'some',
    percent: [80, 100],
    percentEvery: 100,
    leftBytes: [megabytes(5)],
  },
  {
    ...none,
    kind: 'data',
    allowance: 'none',
    usedBytes: [kilobytes(100), megabytes(2), megabytes(5), megabytes(10)],
  },
  { ...none, kind: 'roaming-data', allowance: 'any', usedEveryBytes: megabytes(20) },
]

type Row = readonly [
  kind: 'data' | 'roaming-data',
  allowanceMB: number,
  from: number | null,
  to: number,
  passed: string,
]

const passed = ([kind, allowanceMB, from, to]: Row): string => {
  const counter = (mb: number) => ({ kind, used: megabytes(mb), allowance: megabytes(allowanceMB) })
  const found = limitsPassed(limits, from === null ? null : counter(from), counter(to))
  return found
    .map(({ measure, limit, highest }) => {
      const amount =
        measure === 'percent' ? `${limit}%` : `${measure} ${Math.round((limit / 1048576) * 100) / 100}`
      return highest ? `${amount}!` : amount
    })
    .join(' ')
}

describe('limits passed between two reports', () => {
  const rows: readonly Row[] = [
    ['data', 500, 0, 399, ''],
    ['data', 500, 399, 400, '80%!'],
    ['data', 500, 400, 500, '100%! left 5!'],
    ['data', 500, 500, 1000, '200%!'],
    ['data', 500, 1000, 1500, '300%!'],
    ['data', 500, 0, 1500, '80% 100% 200% 300%! left 5!'],
    ['data', 500, 400, 400, ''],
    ['data', 500, 490, 494, ''],
    ['data', 500, 494, 495, 'left 5!'],
    ['data', 500, null, 400, '80%!'],
    ['data', 500, null, 0, ''],
    ['data', 1, null, 2000, '80% 100% 199300% 199400% 199500% 199600% 199700% 199800% 199900% 200000%!'],
    ['data', 0, 0, 0.09, ''],
    ['data', 0, 0, 0.1, 'used 0.1!'],
    ['data', 0, 0.1, 10, 'used 2 used 5 used 10!'],
    ['data', 0, 10, 5000, ''],
    ['roaming-data', 0, 0, 19, ''],
    ['roaming-data', 0, 19, 20, 'used 20!'],
    ['roaming-data', 0, 20, 41, 'used 40!'],
    ['roaming-data', 0, 41, 60, 'used 60!'],
    ['roaming-data', 0, 0, 60, 'used 20 used 40 used 60!'],
  ]
  it.each(rows)('TX-44 TX-45 TP10-01 TP10-07: %s of %d MB from %s to %d MB passes "%s"', (...row) => {
    expect(passed(row)).toBe(row[4])
  })
})
