import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { minuteOfDay } from './clock-time.ts'
import {
  defaultRestHours,
  isRest,
  nextActive,
  nextAllowed,
  nextRestStart,
  type RestHours,
} from './rest-hours.ts'

const zone = 'Asia/Shanghai'
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
const siesta: RestHours = { from: '12:30', to: '14:00' }
const none: RestHours = { from: '08:00', to: '08:00' }
const midnight: RestHours = { from: '00:00', to: '07:00' }

describe('rest hours', () => {
  it.for([
    [defaultRestHours, '2026-11-20T20:59:59.999', '2026-11-20T20:59:59.999', '2026-11-20T21:00'],
    [defaultRestHours, '2026-11-20T21:00', '2026-11-21T08:00', '2026-11-20T21:00'],
    [defaultRestHours, '2026-11-21T00:00', '2026-11-21T08:00', '2026-11-21T00:00'],
    [defaultRestHours, '2026-11-21T07:59:59.999', '2026-11-21T08:00', '2026-11-21T07:59:59.999'],
    [defaultRestHours, '2026-11-21T08:00', '2026-11-21T08:00', '2026-11-21T21:00'],
    [defaultRestHours, '2026-12-31T23:00', '2027-01-01T08:00', '2026-12-31T23:00'],
    [siesta, '2026-11-20T12:29', '2026-11-20T12:29', '2026-11-20T12:30'],
    [siesta, '2026-11-20T13:00', '2026-11-20T14:00', '2026-11-20T13:00'],
    [siesta, '2026-11-20T14:00', '2026-11-20T14:00', '2026-11-21T12:30'],
    [midnight, '2026-11-20T23:59', '2026-11-20T23:59', '2026-11-21T00:00'],
    [midnight, '2026-11-20T00:00', '2026-11-20T07:00', '2026-11-20T00:00'],
    [none, '2026-11-20T08:00', '2026-11-20T08:00', null],
    [none, '2026-11-20T02:00', '2026-11-20T02:00', null],
  ] as const)(
    '%o at %s: allowed from %s, next rest from %s (NF-04, CO-05, CO-15)',
    ([hours, when, allowed, rest]) => {
      expect(nextAllowed(at(when), hours, zone)).toBe(at(allowed))
      expect(nextRestStart(at(when), hours, zone)).toBe(rest === null ? null : at(rest))
      expect(isRest(at(when), hours, zone)).toBe(rest === when)
    },
  )

  it('follow the local clock of the place where the customer is (NF-04)', () => {
    const noonInBeijing = at('2026-11-20T12:00')
    expect(isRest(noonInBeijing, defaultRestHours, 'Europe/Paris')).toBe(true)
    const eightInParis = Temporal.ZonedDateTime.from('2026-11-20T08:00[Europe/Paris]').epochMilliseconds
    expect(nextAllowed(noonInBeijing, defaultRestHours, 'Europe/Paris')).toBe(eightInParis)
  })

  it('end at 08:00 also in the night when clocks change', () => {
    const night = Temporal.ZonedDateTime.from('2026-03-28T22:00[Europe/Paris]').epochMilliseconds
    const eight = Temporal.ZonedDateTime.from('2026-03-29T08:00[Europe/Paris]').epochMilliseconds
    expect(nextAllowed(night, defaultRestHours, 'Europe/Paris')).toBe(eight)
  })

  it('refuse a time that no clock shows', () => {
    for (const from of ['24:00', '8:00', '08:60', '0a:00', '08-00', '08:000', '']) {
      expect(() => isRest(0, { from, to: '08:00' }, zone)).toThrow(RangeError)
    }
  })
})

const clocks = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30)).map(pair => {
  return pair.map(part => String(part).padStart(2, '0')).join(':')
})
const windows = fc.record({ from: clocks, to: clocks })
const starts = fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') })
const stepMs = 15 * 60_000

/** The dumb way: look at every quarter of an hour for three days. */
function firstQuarter(from: number, isGood: (instant: number) => boolean): number | null {
  if (isGood(from)) return from
  const quarter = Math.floor(from / stepMs) * stepMs
  for (let step = 1; step <= 3 * 96; step += 1)
    if (isGood(quarter + step * stepMs)) return quarter + step * stepMs
  return null
}

function isActive(instant: number, active: RestHours): boolean {
  if (active.from === active.to) return true
  const minute = minuteOfDay(instant, zone)
  const [from, to] = [active.from, active.to].map(
    text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)),
  )
  return from! < to! ? minute >= from! && minute < to! : minute >= from! || minute < to!
}

describe('active hours', () => {
  it.for([
    ['2026-11-20T06:00', '18:00', '20:00', '2026-11-20T18:00'],
    ['2026-11-20T19:00', '18:00', '20:00', '2026-11-20T19:00'],
    ['2026-11-20T20:00', '18:00', '20:00', '2026-11-21T18:00'],
    ['2026-11-20T05:00', '06:00', '09:00', '2026-11-20T08:00'],
    ['2026-11-20T22:00', '20:00', '09:00', '2026-11-21T08:00'],
    ['2026-11-20T10:00', '22:00', '23:00', null],
    ['2026-11-20T22:00', '00:00', '00:00', '2026-11-21T08:00'],
  ] as const)('at %s with active hours %s to %s: %s (NF-17, NF-04)', ([when, from, to, answer]) => {
    const next = nextActive({ at: at(when), rest: defaultRestHours, active: { from, to }, zone })
    expect(next).toBe(answer === null ? null : at(answer))
  })

  it('are met at the first quarter of an hour that a plain search finds (NF-17, NF-04)', () => {
    fc.assert(
      fc.property(starts, windows, windows, (start, rest, active) => {
        const isGood = (instant: number) => !isRest(instant, rest, zone) && isActive(instant, active)
        expect(nextActive({ at: start, rest, active, zone })).toBe(firstQuarter(start, isGood))
        expect(nextAllowed(start, rest, zone)).toBe(
          firstQuarter(start, instant => !isRest(instant, rest, zone)),
        )
        expect(nextRestStart(start, rest, zone)).toBe(
          firstQuarter(start, instant => isRest(instant, rest, zone)),
        )
      }),
      { numRuns: 500 },
    )
  })
})
