import { expect, test } from 'vitest'
import { localOf } from '../../core/calendar/zone.ts'
import type { ReceiptClock } from '../channel.ts'
import { CentreClock } from './centre-clock.ts'

const zone = 'Asia/Shanghai'
const morning = Date.UTC(2026, 10, 21, 2)
const [second, minute, hour] = [1_000, 60_000, 3_600_000]

/** The minute that a centre's clock shows when it is so far ahead. */
function dated(at: number, aheadMs: number) {
  const { year, month, day, hour, minute } = localOf(at + aheadMs, zone)
  return { year, month, day, hour, minute, second: 0 }
}

/** A clock that has been told of receipts: when each was concluded, and how long it then took to come. */
function told(aheadMs: number, waits: readonly number[], skewMs = 0) {
  const verdicts: ReceiptClock[] = []
  const clock = new CentreClock(zone, skewMs, news => verdicts.push(news))
  const delays = waits.map((waitMs, n) => {
    const at = morning + n * 7 * second
    return clock.concluded(dated(at, aheadMs), at + waitMs) - at
  })
  return { clock, delays, verdicts: verdicts.map(({ verdict }) => verdict) }
}

const quick = Array.from({ length: 20 }, () => 2 * second)

const rows = [
  ['a right clock', 0, quick, 'agrees', []],
  ['two minutes of difference are not worth a word', 2 * minute, quick, 'agrees', []],
  ['behind by an hour', -hour, quick, 'behind', ['behind']],
  ['ahead by eight hours: another zone', 8 * hour, quick, 'ahead', ['ahead']],
  [
    'half of the receipts late: the quick ones show that it is right',
    0,
    quick.map((ms, n) => (n % 2 ? ms : hour)),
    'agrees',
    [],
  ],
  ['too few to tell', -hour, quick.slice(0, 9), 'unknown', []],
] as const
test.each(rows)('%s', (...[, aheadMs, waits, verdict, news]) => {
  const { clock, verdicts } = told(aheadMs, waits)
  expect(clock.shown()).toMatchObject({ zone, skewMs: 0, receipts: waits.length, verdict })
  expect(verdicts).toEqual(news)
})

test('the gap that is shown is about what zone and skew are wrong by', () => {
  for (const aheadMs of [-hour, 8 * hour]) {
    const { gapMs } = told(aheadMs, quick).clock.shown()
    expect(Math.abs(gapMs! + aheadMs)).toBeLessThan(minute)
  }
})

test('with the skew set right there is nothing to say', () => {
  expect(told(8 * hour, quick, 8 * hour).verdicts).toEqual([])
})

test('one odd date makes no verdict', () => {
  const { clock, verdicts } = told(0, quick)
  clock.concluded(dated(morning, 4_000 * hour), morning)
  clock.concluded(dated(morning, -4_000 * hour), morning)
  expect(clock.shown()).toMatchObject({ verdict: 'agrees' })
  expect(verdicts).toEqual([])
})

test('a clock that is put right is said, once the receipts from before have passed', () => {
  const verdicts: string[] = []
  const clock = new CentreClock(zone, 0, ({ verdict }) => verdicts.push(verdict))
  for (const aheadMs of [-hour, 0]) {
    for (let n = 0; n < 60; n += 1) clock.concluded(dated(morning, aheadMs), morning + 2 * second)
  }
  expect(verdicts).toEqual(['behind', 'agrees'])
})

test('whatever the dates say, nothing is concluded after its arrival', () => {
  for (const aheadMs of [-hour, -minute, 0, minute, hour]) {
    const { delays } = told(aheadMs, quick)
    for (const delay of delays) expect(delay).toBeLessThanOrEqual(2 * second)
  }
})

test('a clock that is wrong by hours is not believed: the arrival counts', () => {
  for (const aheadMs of [-hour, 8 * hour])
    expect(new Set(told(aheadMs, quick).delays)).toEqual(new Set([2 * second]))
})

test('a receipt without a date is as old as its arrival, and tells nothing of the clock', () => {
  const clock = new CentreClock(zone, 0)
  expect(clock.concluded(null, morning)).toBe(morning)
  expect(clock.shown()).toMatchObject({ receipts: 0, gapMs: null, verdict: 'unknown' })
})
