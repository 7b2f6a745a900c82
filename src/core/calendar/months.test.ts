import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addMonths, isMonth, monthPreciseReminder, monthsBetween, startOfNamedMonth } from './months.ts'

const beijing = 'Asia/Shanghai'
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(beijing).epochMilliseconds
const instants = fc.integer({ min: at('1985-01-01'), max: at('2090-01-01') })

describe('addMonths', () => {
  it.for([
    ['2027-03-31T15:04:05.678', -1, '2027-02-28T15:04:05.678'],
    ['2024-03-31T00:00', -1, '2024-02-29T00:00'],
    ['2026-05-31T12:00', -1, '2026-04-30T12:00'],
    ['2026-12-30T09:00', -1, '2026-11-30T09:00'],
    ['2027-01-15T09:00', -1, '2026-12-15T09:00'],
    ['2026-01-31T09:00', 1, '2026-02-28T09:00'],
    ['2026-11-30T09:00', 14, '2028-01-30T09:00'],
    ['2012-05-01T00:00', -1, '2012-04-01T00:00'],
  ] as const)(
    'takes %s by %i months to %s, clipping to the month end (CO-14, TP9-09)',
    ([from, months, to]) => {
      expect(addMonths(at(from), months, beijing)).toBe(at(to))
    },
  )

  it('equals Temporal in any zone (CO-14, NF-22)', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(beijing, 'America/New_York'),
        (from, months, zone) => {
          const oracle = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).add({ months })
          const isTwofold = oracle.add({ hours: 1 }).offset !== oracle.subtract({ hours: 1 }).offset
          fc.pre(!isTwofold)
          expect(addMonths(from, months, zone)).toBe(oracle.epochMilliseconds)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('monthsBetween', () => {
  it.for([
    ['2026-01-31T00:00', '2026-02-28T00:00', 1],
    ['2026-01-31T00:00', '2026-02-27T23:59', 0],
    ['2026-01-15T10:00', '2026-12-15T09:59', 10],
    ['2026-01-15T10:00', '2026-12-15T10:00', 11],
    ['2025-11-20T00:00', '2026-11-20T00:00', 12],
    ['2026-12-15T10:00', '2026-01-15T10:00', -11],
    ['2026-12-15T10:00', '2026-12-15T10:00', 0],
  ] as const)('from %s to %s are %i whole months', ([from, to, months]) => {
    expect(monthsBetween(at(from), at(to), beijing)).toBe(months)
  })

  it('is the largest number of months that fits', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const to = from + days * 86_400_000
        const months = monthsBetween(from, to, beijing)
        expect(addMonths(from, months, beijing)).toBeLessThanOrEqual(to)
        expect(addMonths(from, months + 1, beijing)).toBeGreaterThan(to)
      }),
    )
  })
})

describe('named months', () => {
  it.for([
    ['2026-11', '2026-10-01T00:00'],
    ['2027-01', '2026-12-01T00:00'],
    ['2024-03', '2024-02-01T00:00'],
  ] as const)('an end in %s is announced on %s (CO-14, TP4-06)', ([month, reminder]) => {
    expect(monthPreciseReminder(month, beijing)).toBe(at(reminder))
  })

  it('refuses what is no month', () => {
    const texts = ['2026-11', '2026-13', '2026-00', '2026-1', '202611', '2026-11-01', '']
    expect(texts.map(isMonth)).toEqual([true, false, false, false, false, false, false])
    expect(() => startOfNamedMonth('2026-13', beijing)).toThrow(RangeError)
  })
})
