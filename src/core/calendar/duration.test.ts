import { describe, expect, it } from 'vitest'
import { durationMs, durationText, parseDuration } from './duration.ts'
import { isFault } from './fault.ts'

describe('durations', () => {
  it.for([
    ['PT2H', 7_200_000],
    ['P3D', 259_200_000],
    ['PT30M', 1_800_000],
    ['PT45S', 45_000],
    ['P1DT12H', 129_600_000],
    ['P2W', 1_209_600_000],
    ['PT1H30M15S', 5_415_000],
    ['PT0S', 0],
    ['P400D', 34_560_000_000],
  ] as const)('%s is %i ms', ([text, ms]) => {
    expect(parseDuration(text)).toBe(ms)
    expect(durationMs(text)).toBe(ms)
  })

  it.for([
    ['P1M', 'P30D'],
    ['P1Y', 'P30D'],
    ['PT1.5H', 'whole numbers'],
    ['P2H', 'follow a T'],
    ['2h', 'PT2H'],
    ['pt2h', 'PT2H'],
    ['-PT2H', 'PT2H'],
    ['P', 'PT2H'],
    ['PT', 'PT2H'],
    ['P1DT', 'PT2H'],
    ['', 'PT2H'],
    ['P401D', 'P400D'],
    [`P${'9'.repeat(60)}D`, 'PT2H'],
  ] as const)('answers "%s" with a hint that says "%s"', ([text, hint]) => {
    const fault = parseDuration(text)
    expect(isFault(fault) && fault.hint).toContain(hint)
    expect(() => durationMs(text)).toThrow(RangeError)
  })
})

it.each([
  [0, '0 min'],
  [59_999, '0 min'],
  [45 * 60_000, '45 min'],
  [60 * 60_000, '1 h'],
  [65 * 60_000, '1 h 5 min'],
  [24 * 3_600_000, '1 d'],
  [31_224 * 60_000, '21 d 16 h'],
])('%i ms is told as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text)
})
