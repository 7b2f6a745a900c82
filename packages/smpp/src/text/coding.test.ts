import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codingFor, codingOf, codings, decodeText, encodeText } from './coding.ts'

test('data_coding names the alphabet; 0 is a setting of the centre', () => {
  const rows: [number, string | null][] = [
    [0, 'gsm7'],
    [1, 'ascii'],
    [2, null],
    [3, 'latin1'],
    [4, null],
    [8, 'ucs2'],
    [14, null],
    [0xf0, 'gsm7'],
    [0xf1, 'gsm7'],
    [0xf4, null],
    [0xf5, null],
  ]
  for (const [dataCoding, coding] of rows) expect(codingOf(dataCoding)).toBe(coding)
  expect(codingOf(0, 'latin1')).toBe('latin1')
})

test('text as octets', () => {
  const rows: [(typeof codings)[number], string, string | null][] = [
    ['ucs2', '您好', '60a8597d'],
    ['ucs2', '😀', 'd83dde00'],
    ['latin1', 'Grüße', '4772fcdf65'],
    ['latin1', '您', null],
    ['ascii', 'A~', '417e'],
    ['ascii', 'ü', null],
    ['gsm7', 'ü€', '7e1b65'],
    ['gsm7', '您', null],
  ]
  for (const [coding, text, hex] of rows) expect(encodeText(text, coding)?.toString('hex') ?? null).toBe(hex)
})

test('UCS-2 is big-endian, written and read', () => {
  expect(encodeText('流', 'ucs2')).toEqual(Buffer.of(0x6d, 0x41))
  expect(decodeText(Buffer.of(0x6d, 0x41), 'ucs2')).toBe('流')
})

test('an odd octet at the end of UCS-2 is dropped, and the octets given are not changed', () => {
  const octets = Buffer.from('60a8597d00', 'hex')
  expect(decodeText(octets, 'ucs2')).toBe('您好')
  expect(octets.toString('hex')).toBe('60a8597d00')
})

test('what can be encoded is decoded to the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...codings), (text, coding) => {
      const octets = encodeText(text, coding)
      if (octets) expect(decodeText(octets, coding)).toBe(text)
      expect(encodeText(text, codingFor(text))).not.toBeNull()
    }),
  )
})
