import { expect, test } from 'vitest'
import { Redial, usualRedial } from './redial.ts'

const failed = { refused: false, boundMs: 0 }

test('failures in a row double the wait up to its limit; a steady link begins anew', () => {
  const redial = new Redial(usualRedial, () => 1)
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(() => redial.waitAfter(failed))
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  expect(redial.waitAfter({ refused: false, boundMs: 9_999 })).toBe(60_000)
  expect(redial.waitAfter({ refused: false, boundMs: 10_000 })).toBe(1_000)
  for (let i = 0; i < 5_000; i += 1) redial.waitAfter(failed)
  expect(redial.waitAfter(failed)).toBe(60_000)
})

test('chance spreads the wait over its second half', () => {
  expect(new Redial(usualRedial, () => 0).waitAfter(failed)).toBe(500)
  expect(new Redial(usualRedial, () => 0.5).waitAfter(failed)).toBe(750)
})

test('a wrong password waits long at once', () => {
  expect(new Redial(usualRedial, () => 1).waitAfter({ refused: true, boundMs: 0 })).toBe(300_000)
})
