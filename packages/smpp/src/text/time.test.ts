import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSpan, formatTime, instantOf, parseCivil, parseTime } from './time.ts'

const at = Date.UTC(2026, 10, 21, 7, 2, 3, 400) // 15:02:03.4 in Shanghai

test('absolute times', () => {
  const rows: [number, string][] = [
    [0, '261121070203400+'],
    [480, '261121150203432+'],
    [-210, '261121033203414-'],
  ]
  for (const [offset, text] of rows) {
    expect(formatTime(at, offset)).toBe(text)
    expect(parseTime(text, 0)).toBe(at)
  }
})

test('spans', () => {
  const rows: [number, string][] = [
    [0, '000000000000000R'],
    [7_200_000, '000000020000000R'],
    [((3 * 24 + 23) * 60 + 59) * 60_000 + 58_999, '000003235958000R'],
    [99 * 86_400_000, '000099000000000R'],
  ]
  for (const [span, text] of rows) {
    expect(formatSpan(span)).toBe(text)
    expect(parseTime(text, at)).toBe(at + Math.floor(span / 1_000) * 1_000)
  }
  expect(() => formatSpan(100 * 86_400_000)).toThrow('99 days')
  expect(() => formatSpan(-1)).toThrow('span')
})

test('a span of months ends on the same day of the month, or on its last', () => {
  const january31 = Date.UTC(2027, 0, 31, 12)
  expect(parseTime('000100000000000R', january31)).toBe(Date.UTC(2027, 1, 28, 12))
  expect(parseTime('010100000000000R', january31)).toBe(Date.UTC(2028, 1, 29, 12))
})

test('dates of receipts: minutes, seconds, four-digit years, and what is none', () => {
  const day = { year: 2026, month: 11, day: 21, hour: 15, minute: 2, second: 0 }
  const rows: [string, unknown][] = [
    ['2611211502', day],
    ['261121150203', { ...day, second: 3 }],
    ['20261121150203', { ...day, second: 3 }],
    ['9912312359', { year: 1999, month: 12, day: 31, hour: 23, minute: 59, second: 0 }],
    ['2613211502', null],
    ['2602301502', null],
    ['2611212402', null],
    ['0001010000', { year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0 }],
    ['0000000000', null],
    ['', null],
    ['26112115', null],
  ]
  for (const [text, civil] of rows) expect(parseCivil(text)).toEqual(civil)
  expect(instantOf(day, 480)).toBe(Date.UTC(2026, 10, 21, 7, 2))
})

test('what was formatted is parsed to the same tenth of a second; anything else never crashes', () => {
  const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2037, 11) }).map(ms => ms - (ms % 100))
  fc.assert(
    fc.property(instant, fc.integer({ min: -48, max: 48 }), (ms, quarters) => {
      expect(parseTime(formatTime(ms, quarters * 15), 0)).toBe(ms)
    }),
  )
  const digits = fc.stringMatching(/^[0-9]{15}[+R-]$/)
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), text => {
      expect(parseTime(text, at)).not.toBeNaN()
    }),
  )
})
