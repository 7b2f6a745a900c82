import { expect, test } from 'vitest'
import { ShiftedClock } from './clock.ts'

test('a shifted clock goes on like the real one, ahead of it, by whole milliseconds, and never back', () => {
  const clock = new ShiftedClock()
  expect(clock.aheadMs).toBe(0)
  const before = clock.now()
  clock.moveTo(before + 86_400_000.4)
  expect(clock.now()).toBeGreaterThanOrEqual(before + 86_400_000)
  expect(Number.isInteger(clock.now())).toBe(true)
  const { aheadMs } = clock
  clock.moveTo(before)
  expect(clock.aheadMs).toBe(aheadMs)
})
