import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codingFor, decodeText } from './coding.ts'
import type { Coding } from './coding.ts'
import { partOf } from './concatenation.ts'
import type { PartStyle } from './concatenation.ts'
import { cutText, partsOf } from './parts.ts'

test('how many parts a text takes', () => {
  const rows: [string, Coding, PartStyle, number[]][] = [
    ['', 'gsm7', 'udh8', [0]],
    ['a'.repeat(160), 'gsm7', 'udh8', [160]],
    ['a'.repeat(161), 'gsm7', 'udh8', [153, 8]],
    ['a'.repeat(306), 'gsm7', 'udh8', [153, 153]],
    ['a'.repeat(306), 'gsm7', 'udh16', [152, 152, 2]],
    ['a'.repeat(159) + '€', 'gsm7', 'udh8', [153, 7]],
    ['您'.repeat(70), 'ucs2', 'udh8', [70]],
    ['您'.repeat(71), 'ucs2', 'udh8', [67, 4]],
    ['您'.repeat(134), 'ucs2', 'udh8', [67, 67]],
    ['您'.repeat(134), 'ucs2', 'udh16', [66, 66, 2]],
    ['您'.repeat(134), 'ucs2', 'sar', [66, 66, 2]],
    ['é'.repeat(141), 'latin1', 'udh8', [134, 7]],
  ]
  for (const [text, coding, style, lengths] of rows) {
    expect(cutText(text, { coding, style }).map(piece => piece.length)).toEqual(lengths)
  }
})

test('a pair that belongs together is never cut', () => {
  const escaped = cutText('a'.repeat(152) + '€' + 'a'.repeat(10), { coding: 'gsm7', style: 'udh8' })
  expect(escaped).toEqual(['a'.repeat(152), '€' + 'a'.repeat(10)])
  const surrogates = cutText('您'.repeat(66) + '😀' + '您'.repeat(10), { coding: 'ucs2', style: 'udh8' })
  expect(surrogates).toEqual(['您'.repeat(66), '😀' + '您'.repeat(10)])
})

test('joined again, the parts say the text, and each fits into 140 octets', () => {
  const style = fc.constantFrom<PartStyle>('udh8', 'udh16', 'sar')
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.string({ maxLength: 600 }))
  fc.assert(
    fc.property(text, style, (text, style) => {
      const coding = codingFor(text)
      const parts = partsOf(text, { coding, style, reference: 200 })
      const pieces = parts.map(({ esmClassBits, message, tlvs }) => {
        const septets = coding === 'gsm7' ? 7 / 8 : 1
        const header = esmClassBits === 0 ? 0 : message[0]! + 1
        const userBits = Math.ceil((message.length - header) * septets) + header
        expect(userBits).toBeLessThanOrEqual(140)
        return partOf({ body: { esmClass: esmClassBits, message }, tlvs })
      })
      expect(pieces.map(piece => decodeText(piece.content, coding)).join('')).toBe(text)
      const marks = pieces.map(piece => piece.mark?.number ?? 1)
      expect(marks).toEqual(parts.map((_, i) => i + 1))
    }),
  )
})

test('a text that its coding cannot say, or that is too long, is refused', () => {
  expect(() => partsOf('您', { coding: 'gsm7', style: 'udh8', reference: 1 })).toThrow('gsm7 cannot say')
  const long = '您'.repeat(67 * 255)
  expect(partsOf(long, { coding: 'ucs2', style: 'udh8', reference: 1 })).toHaveLength(255)
  expect(() => partsOf(`${long}您`, { coding: 'ucs2', style: 'udh8', reference: 1 })).toThrow('255 parts')
})
