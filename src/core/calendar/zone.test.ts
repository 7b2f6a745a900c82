import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { beijingFixedSince } from './beijing.ts'
import {
  addDays,
  dayOf,
  daysInMonth,
  instantOf,
  isZone,
  localOf,
  monthOf,
  startOfDay,
  startOfMonth,
  startOfNextDay,
  startOfNextMonth,
} from './zone.ts'

const beijing = 'Asia/Shanghai'
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const recent = fc.integer({ min: beijingFixedSince, max: at('2105-01-01T00:00Z') })
const anywhere = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
)
const ever = fc.integer({ min: at('1980-01-01T00:00Z'), max: at('2105-01-01T00:00Z') })

function viaTemporal(instant: number, zone: string) {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const { year, month, day, hour, minute, second, dayOfWeek: weekday } = zoned
  return { year, month, day, hour, minute, second, weekday }
}

describe('local time', () => {
  it.for([
    ['2026-11-30T15:59:59.999Z', '2026-11-30', '2026-11'],
    ['2026-11-30T16:00:00Z', '2026-12-01', '2026-12'],
    ['2024-02-28T16:00:00Z', '2024-02-29', '2024-02'],
    ['1991-07-01T15:30:00Z', '1991-07-02', '1991-07'],
    ['1999-12-31T16:00:00Z', '2000-01-01', '2000-01'],
  ] as const)('reads %s as the Beijing day %s of month %s (NF-22)', ([instant, day, month]) => {
    expect([dayOf(at(instant), beijing), monthOf(at(instant), beijing)]).toEqual([day, month])
  })

  it('equals Temporal by the fast Beijing arithmetic at any instant since 1992 (NF-22)', () => {
    fc.assert(
      fc.property(recent, instant => {
        expect(localOf(instant, beijing)).toEqual(viaTemporal(instant, beijing))
        const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(beijing).startOfDay()
        expect(startOfDay(instant, beijing)).toBe(start.epochMilliseconds)
        expect(startOfNextDay(instant, beijing)).toBe(start.add({ days: 1 }).epochMilliseconds)
        const first = start.with({ day: 1 })
        expect(startOfMonth(instant, beijing)).toBe(first.epochMilliseconds)
        expect(startOfNextMonth(instant, beijing)).toBe(first.add({ months: 1 }).epochMilliseconds)
      }),
      { numRuns: 500 },
    )
  })

  it('equals Temporal in any zone and year, also before 1992', () => {
    fc.assert(
      fc.property(ever, anywhere, (instant, zone) => {
        expect(localOf(instant, zone)).toEqual(viaTemporal(instant, zone))
      }),
      { numRuns: 200 },
    )
  })

  it('finds its way back from local time to the instant, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(ever, anywhere, (instant, zone) => {
        const second = Math.floor(instant / 1000) * 1000
        const local = localOf(second, zone)
        const back = instantOf(local, zone)
        expect(localOf(back, zone)).toEqual(local)
        expect(back).toBeLessThanOrEqual(second)
      }),
      { numRuns: 300 },
    )
  })
})

describe('instants of local times', () => {
  it.for([
    [{ year: 2026, month: 11, day: 29, hour: 8 }, beijing, '2026-11-29T00:00:00Z'],
    [{ year: 1988, month: 7, day: 1 }, beijing, '1988-06-30T15:00:00Z'],
    [{ year: 2026, month: 3, day: 8, hour: 2, minute: 30 }, 'America/New_York', '2026-03-08T07:30:00Z'],
    [{ year: 2026, month: 11, day: 1, hour: 1, minute: 30 }, 'America/New_York', '2026-11-01T05:30:00Z'],
  ] as const)('takes %o in %s as %s', ([local, zone, instant]) => {
    expect(instantOf(local, zone)).toBe(at(instant))
  })

  it.each([
    { year: 2026, month: 2, day: 29 },
    { year: 2026, month: 13, day: 1 },
    { year: 2026, month: 4, day: 31 },
    { year: 2026, month: 4, day: 3, hour: 24 },
    { year: 2026, month: 4, day: 3, minute: 60 },
  ])('refuses %o, which no calendar shows', local => {
    expect(() => instantOf(local, beijing)).toThrow(RangeError)
  })
})

describe('boundaries', () => {
  it.for([
    [startOfDay, beijing, '2026-11-29T15:59:59.999Z', '2026-11-28T16:00:00Z'],
    [startOfNextDay, beijing, '2026-11-29T15:59:59.999Z', '2026-11-29T16:00:00Z'],
    [startOfMonth, beijing, '2026-11-30T15:59:59.999Z', '2026-10-31T16:00:00Z'],
    [startOfNextMonth, beijing, '2026-12-31T15:59:59.999Z', '2026-12-31T16:00:00Z'],
    [startOfDay, 'America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04T03:00:00Z'],
    [startOfNextDay, 'America/New_York', '2026-03-08T12:00:00Z', '2026-03-09T04:00:00Z'],
    [startOfNextMonth, 'America/New_York', '2026-03-08T12:00:00Z', '2026-04-01T04:00:00Z'],
  ] as const)('%o in %s of %s is %s', ([boundary, zone, instant, answer]) => {
    expect(boundary(at(instant), zone)).toBe(at(answer))
  })

  it('counts days on the calendar, so a day is 23 h where clocks are put forward', () => {
    expect(addDays(at('2026-03-07T17:00:00Z'), 1, 'America/New_York')).toBe(at('2026-03-08T16:00:00Z'))
    expect(addDays(at('1991-12-31T17:00:00Z'), 1, beijing)).toBe(at('1992-01-01T17:00:00Z'))
  })

  it('knows the leap years', () => {
    expect([1900, 2000, 2024, 2026].map(year => daysInMonth(year, 2))).toEqual([28, 29, 29, 28])
  })

  it('tells a known zone from an unknown one', () => {
    expect([beijing, 'Europe/Paris', 'Asia/Beijing', ''].map(isZone)).toEqual([true, true, false, false])
  })
})
