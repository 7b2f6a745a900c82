import { describe, expect, test } from 'vitest'
import type { Message } from '../channel.ts'
import { byStaff, seededReach } from './reach.ts'

const message = (n: number, validForMs = 3_600_000): Message => ({
  attempt: `acc-${n}/opening#1`,
  number: '+8613800000001',
  text: 'x',
  encoding: 'gsm7',
  parts: 1,
  class: 'notice',
  now: 1_000,
  validUntil: 1_000 + validForMs,
})

test('the fate of an attempt follows from seed and attempt id', () => {
  const fates = (seed: string) => Array.from({ length: 50 }, (_, n) => seededReach(seed)(message(n)))
  expect(fates('a')).toEqual(fates('a'))
  expect(fates('a')).not.toEqual(fates('b'))
})

test('the odds are kept within the noise of 10,000 messages', () => {
  const reach = seededReach('odds', { never: 0.1, failed: 0.2, expired: 0.3 })
  const counts = { never: 0, delivered: 0, failed: 0, expired: 0 }
  for (let n = 0; n < 10_000; n += 1) {
    const fate = reach(message(n))
    counts[fate === 'never' ? fate : fate.outcome] += 1
  }
  const near = (share: number, n: number) => expect(Math.abs(n / 10_000 - share)).toBeLessThan(0.02)
  near(0.1, counts.never)
  near(0.2, counts.failed)
  near(0.3, counts.expired)
  near(0.4, counts.delivered)
})

test('nothing is delivered after its validity: it expires when that ends', () => {
  const reach = seededReach('late', { never: 0, failed: 0, expired: 0 })
  for (let n = 0; n < 50; n += 1) {
    expect(reach(message(n, 500))).toEqual({ outcome: 'expired', afterMs: 500, code: 'EXPIRED' })
  }
})

describe('TP9-10: a call by staff', () => {
  const day = 12 * 3_600_000
  const always = byStaff(seededReach('staff', { never: 0, failed: 0, expired: 0 }))

  test('is made some time of the day, the same in each telling, and not all at once', () => {
    const fates = Array.from({ length: 200 }, (_, n) => always(message(n, day)))
    expect(fates).toEqual(Array.from({ length: 200 }, (_, n) => always(message(n, day))))
    const after = fates.map(fate => (fate === 'never' ? -1 : fate.afterMs / 60_000))
    expect(Math.min(...after)).toBeGreaterThanOrEqual(10)
    expect(Math.max(...after)).toBeLessThanOrEqual(310)
    expect(Math.max(...after) - Math.min(...after)).toBeGreaterThan(240)
    expect(new Set(fates.map(fate => fate !== 'never' && fate.code))).toEqual(new Set(['CALLED']))
  })

  test('that no time was left for is not made', () => {
    const fate = { outcome: 'expired', afterMs: 300_000, code: 'NOT-CALLED' }
    for (let n = 0; n < 20; n += 1) expect(always(message(n, 300_000))).toEqual(fate)
  })

  test('to whom the network does not reach has no answer, however soon the network would have said so', () => {
    for (const odds of [
      { never: 0, failed: 1, expired: 0 },
      { never: 0, failed: 0, expired: 1 },
    ]) {
      const fate = byStaff(seededReach('off', odds))(message(1, day))
      expect(fate).toMatchObject({ outcome: 'failed', code: 'NO-ANSWER' })
    }
  })
})
