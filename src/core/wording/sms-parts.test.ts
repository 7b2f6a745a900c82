import * as fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { split } from 'split-sms'
import { describe, expect, it } from 'vitest'
import { septetsOf } from './gsm7-alphabet.ts'
import { smsParts } from './sms-parts.ts'

const gsm7 = Array.from({ length: 0x2_0000 }, (_, code) => String.fromCodePoint(code)).filter(
  c => septetsOf(c) > 0,
)
const plain = gsm7.filter(character => !'\r\n\f'.includes(character))
const chinese = ['恰', '时', '您', '，', '。', '【', '】', '9', 'a', ' ', '元']
const astral = ['😀', '𠮷', '🀄']

describe('fixed texts', () => {
  it.for([
    ['nothing', '', 'gsm7', 0, 1],
    ['160 letters', 'a'.repeat(160), 'gsm7', 160, 1],
    ['161 letters', 'a'.repeat(161), 'gsm7', 161, 2],
    ['306 letters', 'a'.repeat(306), 'gsm7', 306, 2],
    ['307 letters', 'a'.repeat(307), 'gsm7', 307, 3],
    ['80 euro signs', '€'.repeat(80), 'gsm7', 160, 1],
    ['81 euro signs', '€'.repeat(81), 'gsm7', 162, 2],
    ['152 letters and 5 euro signs', 'a'.repeat(152) + '€'.repeat(5), 'gsm7', 162, 2],
    ['70 Chinese characters', '字'.repeat(70), 'ucs2', 70, 1],
    ['71 Chinese characters', '字'.repeat(71), 'ucs2', 71, 2],
    ['134 Chinese characters', '字'.repeat(134), 'ucs2', 134, 2],
    ['135 Chinese characters', '字'.repeat(135), 'ucs2', 135, 3],
    ['35 emoji', '😀'.repeat(35), 'ucs2', 70, 1],
    ['36 emoji', '😀'.repeat(36), 'ucs2', 72, 2],
    ['67 emoji', '😀'.repeat(67), 'ucs2', 134, 3],
    ['a small c with cedilla', 'ç', 'ucs2', 1, 1],
    ['a capital C with cedilla', 'Ç', 'gsm7', 1, 1],
    ['a backtick', '`', 'ucs2', 1, 1],
  ] as const)('%s (NF-08)', ([, text, encoding, units, count]) => {
    expect(smsParts(text)).toMatchObject({ encoding, units, count })
  })

  it.for([
    ['304 letters', 'a'.repeat(304), 2, 2],
    ['305 letters', 'a'.repeat(305), 2, 3],
    ['132 Chinese characters', '字'.repeat(132), 2, 2],
    ['133 Chinese characters', '字'.repeat(133), 2, 3],
  ] as const)('%s with references of 8 and of 16 bits (NF-08)', ([, text, narrow, wide]) => {
    expect(smsParts(text, { referenceBits: 8 }).count).toBe(narrow)
    expect(smsParts(text, { referenceBits: 16 }).count).toBe(wide)
  })

  it('never parts an extension character from its escape, nor the halves of a surrogate pair', () => {
    expect(smsParts('a'.repeat(152) + '€' + 'b'.repeat(20)).parts[1]).toBe('€' + 'b'.repeat(20))
    expect(smsParts('字'.repeat(66) + '😀' + '字'.repeat(20)).parts[1]).toBe('😀' + '字'.repeat(20))
  })
})

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...gsm7), maxLength: 500 }),
    fc.string({ unit: fc.constantFrom(...chinese, ...astral, ...gsm7.slice(0, 20)), maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )

  it('is neither lost nor made fuller than a part can be (NF-08)', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<8 | 16>(8, 16), (text, referenceBits) => {
        const { encoding, count, parts } = smsParts(text, { referenceBits })
        expect(parts.join('')).toBe(text)
        expect(parts).toHaveLength(count)
        const room = { gsm7: { 8: 153, 16: 152 }, ucs2: { 8: 67, 16: 66 } }[encoding][referenceBits]
        const sizes = parts.map(part =>
          encoding === 'gsm7' ? Array.from(part).reduce((sum, c) => sum + septetsOf(c), 0) : part.length,
        )
        expect(count === 1 || Math.max(...sizes) <= room).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is cut as split-sms cuts it (NF-08)', () => {
    const shared = fc.oneof(
      fc.string({ unit: fc.constantFrom(...gsm7), maxLength: 500 }),
      fc.string({ unit: fc.constantFrom(...chinese, ...astral), maxLength: 300 }),
    )
    fc.assert(
      fc.property(shared, text => {
        const theirs = split(text)
        const ours = smsParts(text)
        expect(ours.encoding).toBe(theirs.characterSet === 'GSM' ? 'gsm7' : 'ucs2')
        expect(ours.parts).toEqual(theirs.parts.map(part => part.content))
      }),
      { numRuns: 500 },
    )
  })

  it('is counted as sms-segments-calculator counts it (NF-08)', () => {
    const shared = fc.oneof(
      fc.string({ unit: fc.constantFrom(...plain), maxLength: 500 }),
      fc.string({ unit: fc.constantFrom(...chinese, ...astral), maxLength: 300 }),
    )
    fc.assert(
      fc.property(shared, text => {
        const theirs = new SegmentedMessage(text)
        const ours = smsParts(text)
        expect(ours.encoding).toBe(theirs.encodingName === 'GSM-7' ? 'gsm7' : 'ucs2')
        expect(ours.count).toBe(theirs.segmentsCount)
      }),
      { numRuns: 500 },
    )
  })
})

/**
 * Where the two oracles disagree with each other, and what we chose. On every single character of the basic plane, on CR LF and
 * on all texts of the properties above the three of us agree.
 */
describe('where the oracles disagree', () => {
  const family = '👨‍👩‍👧'

  it('a cluster of code points may be split, as split-sms does; the calculator moves it whole to a third part', () => {
    const text = '字'.repeat(65) + family + '字'.repeat(61)
    expect(smsParts(text).count).toBe(2)
    expect(split(text).parts).toHaveLength(2)
    expect(new SegmentedMessage(text).segmentsCount).toBe(3)
  })

  it('units are UTF-16 code units, as the calculator sizes them and split-sms counts its bytes', () => {
    expect(smsParts(family).units).toBe(8)
    expect(new SegmentedMessage(family).messageSize / 16).toBe(8)
    expect(split(family).bytes / 2).toBe(8)
  })

  it('half a surrogate pair, a fault of its sender, is one unit as for the calculator; split-sms takes it for two', () => {
    const text = '字'.repeat(66) + '\ud800' + '字'.repeat(67)
    expect(smsParts(text).count).toBe(2)
    expect(new SegmentedMessage(text).segmentsCount).toBe(2)
    expect(split(text).parts).toHaveLength(3)
  })
})
