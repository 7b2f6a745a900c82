import { expect, it } from 'vitest'
import { nextReturn, returnDayOf, returnDays } from './return-day.ts'

it.each([
  [0, [7, 8]],
  [1, [9, 10]],
  [3, [13, 14]],
  [8, [23, 24]],
  [9, [25, 26]],
] as const)('TX-39 TP5-03: last digit %d comes back on %o', (digit, days) => {
  expect(returnDays(digit)).toEqual(days)
})

it('CO-16: one of the two days, always the same for one customer, each about as often', () => {
  const chosen = Array.from({ length: 1000 }, (_, n) => returnDayOf({ lastDigit: 3, who: `A${n}/L1` }))
  expect(new Set(chosen)).toEqual(new Set([13, 14]))
  expect(chosen.filter(day => day === 13).length).toBeGreaterThan(400)
  const one = { lastDigit: 3, who: 'A1/L1' }
  expect(returnDayOf(one)).toBe(returnDayOf(one))
  expect(returnDayOf({ who: 'A1/L1' })).toBeNull()
})

it('TP5-10: the day that BOSS names counts, whatever the digit says', () => {
  expect(returnDayOf({ returnDay: 20, lastDigit: 3, who: 'A1/L1' })).toBe(20)
  expect(returnDayOf({ returnDay: 20, who: 'A1/L1' })).toBe(20)
})

it.each([
  ['2012-12-01', 13, '2012-12-13'],
  ['2012-12-13', 13, '2012-12-13'],
  ['2012-12-14', 13, '2013-01-13'],
  ['2013-01-31', 26, '2013-02-26'],
  ['2013-02-10', 31, '2013-02-28'],
  ['2013-02-28', 31, '2013-02-28'],
  ['2013-04-30', 31, '2013-04-30'],
  ['2012-12-31', 30, '2013-01-30'],
  ['2013-01-31', 30, '2013-02-28'],
])('TP5-10: from %s on, the first %dth is %s', (from, day, expected) => {
  expect(nextReturn(from, day, 'Asia/Shanghai')).toBe(expected)
})
