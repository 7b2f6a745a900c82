import { expect, it } from 'vitest'
import { daysOf, isDay, monthOf, spanOf } from './span.ts'

it.each([
  ['2026-10-31', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['yesterday', false],
  ['', false],
])('%j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is)
})

it('a month has all its days, also in leap years and at the end of a year', () => {
  expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
  expect(monthOf('2026-12-31')).toEqual({ from: '2026-12-01', until: '2026-12-31' })
  expect(daysOf(monthOf('2026-10-05'))).toHaveLength(31)
})

it('beside a day stands the day before, beside a month the month before', () => {
  expect(spanOf('day', '2026-03-01').before).toEqual({ from: '2026-02-28', until: '2026-02-28' })
  expect(spanOf('month', '2026-01-15').before).toEqual({ from: '2025-12-01', until: '2025-12-31' })
})
