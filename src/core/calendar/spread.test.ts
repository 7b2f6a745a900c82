import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from './spread.ts'

describe('spread', () => {
  it.for([
    [0, 1000],
    [0.5, 1500],
    [0.9999999, 1999],
  ] as const)('chance %d of a second from 1000 is %i (NF-14)', ([chance, answer]) => {
    expect(spread(chance, 1000, 1000)).toBe(answer)
  })

  it('stays within its window and fills it evenly (NF-14, TP5-13)', () => {
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(chances, fc.integer({ min: 1, max: 21_600_000 }), (chance, windowMs) => {
        const at = spread(chance, 5, windowMs)
        expect(at >= 5 && at < 5 + windowMs).toBe(true)
      }),
    )
    const tenths = Array.from({ length: 1000 }, (_, n) => Math.floor(spread(n / 1000, 0, 1000) / 100))
    expect(new Set(tenths.map(tenth => tenths.filter(other => other === tenth).length))).toEqual(
      new Set([100]),
    )
  })

  it('sends at once when there is no window', () => {
    expect(spread(0.7, 42, 0)).toBe(42)
  })

  it.each([1, -0.1, Number.NaN])('refuses the chance %d', chance => {
    expect(() => spread(chance, 0, 1000)).toThrow(RangeError)
  })
})
