import { expect, test } from 'vitest'
import { createReach, type Fate } from './handsets.ts'
import { contactNumber, numberOf } from './numbers.ts'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const hourMs = 3_600_000
const reach = createReach({ seed: 'reach' })

function fates(now: number, validMs = 24 * hourMs): Exclude<Fate, 'never'>[] {
  return Array.from({ length: 20_000 }, (_, i) =>
    reach({ attempt: `r${i}#1`, number: numberOf(i, 0), now, validUntil: now + validMs }),
  ).filter(fate => fate !== 'never')
}
const share = (list: ReturnType<typeof fates>, is: (fate: Exclude<Fate, 'never'>) => boolean): number =>
  list.filter(is).length / list.length

test('the same message meets the same fate, also in another process', () => {
  const message = {
    attempt: 'a#1',
    number: numberOf(7, 0),
    now: at('2026-11-12T10:00'),
    validUntil: at('2026-11-12T16:00'),
  }
  expect(reach(message)).toEqual(createReach({ seed: 'reach' })(message))
})

test('at noon nine in ten are there within seconds, some come on later, few never', () => {
  const noon = fates(at('2026-11-12T12:00'))
  const isSoon = (fate: Exclude<Fate, 'never'>): boolean =>
    fate.outcome === 'delivered' && fate.afterMs < 15_000
  expect(share(noon, isSoon)).toBeGreaterThan(0.9)
  expect(share(noon, isSoon)).toBeLessThan(0.97)
  expect(share(noon, fate => fate.outcome === 'delivered' && fate.afterMs > hourMs)).toBeGreaterThan(0.005)
  expect(share(noon, fate => fate.outcome === 'expired')).toBeCloseTo(0.015, 2)
  expect(share(noon, fate => fate.outcome === 'failed')).toBeCloseTo(0.007, 2)
  expect(new Set(noon.map(fate => fate.code)).size).toBeGreaterThanOrEqual(5)
})

test('at three in the night more are off, and have it in the morning if it is valid so long', () => {
  const night = fates(at('2026-11-12T03:00'))
  const isMorning = (fate: Exclude<Fate, 'never'>): boolean =>
    fate.outcome === 'delivered' && fate.afterMs > 2 * hourMs && fate.afterMs < 6 * hourMs
  expect(share(night, isMorning)).toBeGreaterThan(0.12)
  expect(share(fates(at('2026-11-12T03:00'), hourMs), fate => fate.outcome === 'expired')).toBeGreaterThan(
    0.14,
  )
})

test('TP9-04: a contact who is no customer has a handset like anybody, so that a message to it gets its receipt', () => {
  const now = at('2026-11-12T12:00')
  const outcomes = Array.from({ length: 2_000 }, (_, i) =>
    reach({ attempt: `c${i}#1`, number: contactNumber(i, i % 2 === 1), now, validUntil: now + 24 * hourMs }),
  )
  const delivered = outcomes.filter(fate => fate !== 'never' && fate.outcome === 'delivered')
  expect(delivered.length / outcomes.length).toBeGreaterThan(0.95)
  expect(delivered.length).toBeLessThan(outcomes.length)
})

test('nothing arrives before it was handed over or after its validity', () => {
  for (const validMs of [0, 60_000, 40 * hourMs]) {
    const wrong = fates(at('2026-11-12T21:30'), validMs).filter(
      ({ outcome, afterMs }) =>
        !Number.isInteger(afterMs) || afterMs < 0 || (outcome !== 'failed' && afterMs > validMs),
    )
    expect(wrong).toEqual([])
  }
})

test('a dead phone stays dead, whatever is tried', () => {
  const tries = (i: number): Fate[] =>
    Array.from({ length: 8 }, (_, n) => {
      const now = at('2026-11-05T09:00') + n * 70 * hourMs
      return reach({ attempt: `d${i}#${n}`, number: numberOf(i, 0), now, validUntil: now + 48 * hourMs })
    })
  const lives = Array.from({ length: 2_000 }, (_, i) => tries(i))
  const dead = lives.filter(life => life.every(fate => fate === 'never' || fate.code === 'EXPIRED:027'))
  expect(dead.length / lives.length).toBeCloseTo(0.012, 2)
})
