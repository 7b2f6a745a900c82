import { expect, it } from 'vitest'
import { HourWindow } from './hour-window.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 20, 8)

it('sums the last six steps of ten minutes', () => {
  const window = new HourWindow()
  for (let at = 0; at < 120; at += 10) window.add(1, start + at * minute)
  expect(window.sum(start + 110 * minute)).toBe(6)
  expect(window.sum(start + 139 * minute)).toBe(4)
  expect(window.sum(start + 170 * minute)).toBe(0)
})

it('one that comes late counts with the newest step', () => {
  const window = new HourWindow()
  window.add(1, start + 30 * minute)
  window.add(2, start)
  expect(window.sum(start + 85 * minute)).toBe(3)
})
