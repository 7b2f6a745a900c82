import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeGsm7, encodeGsm7 } from './gsm7.ts'

test('characters by the tables of 3GPP TS 23.038', () => {
  const rows: [string, string][] = [
    ['@', '00'],
    ['£$¥', '01 02 03'],
    ['Δ_ΦΓΛΩΠΨΣΘΞ', '10 11 12 13 14 15 16 17 18 19 1a'],
    ['\n\r ', '0a 0d 20'],
    ['ÆæßÉ', '1c 1d 1e 1f'],
    ['¤', '24'],
    ['09:;?', '30 39 3a 3b 3f'],
    ['¡AZÄÖÑÜ§', '40 41 5a 5b 5c 5d 5e 5f'],
    ['¿azäöñüà', '60 61 7a 7b 7c 7d 7e 7f'],
    ['\f^{}\\[~]|€', '1b0a 1b14 1b28 1b29 1b2f 1b3c 1b3d 1b3e 1b40 1b65'],
  ]
  for (const [text, hex] of rows) {
    expect(encodeGsm7(text)?.toString('hex')).toBe(hex.replace(/\s/g, ''))
    expect(decodeGsm7(Buffer.from(hex.replace(/\s/g, ''), 'hex'))).toBe(text)
  }
})

test('what the alphabet lacks is not encoded', () => {
  for (const text of ['您', 'ç', 'a`b', '😀', '\u001b']) expect(encodeGsm7(text)).toBeNull()
})

test('octets that mean nothing are read without failing', () => {
  const rows: [string, string][] = [
    ['1b', ' '],
    ['411b', 'A '],
    ['1b1b', ' '],
    ['1b41', 'A'],
    ['80ff', '\ufffd\ufffd'],
    ['1bff', '\ufffd'],
  ]
  for (const [hex, text] of rows) expect(decodeGsm7(Buffer.from(hex, 'hex'))).toBe(text)
})

test('any octets below 0x80 without an escape come back as they were', () => {
  const septet = fc.integer({ min: 0, max: 0x7f }).filter(code => code !== 0x1b)
  fc.assert(
    fc.property(fc.array(septet), codes => {
      expect([...encodeGsm7(decodeGsm7(Uint8Array.from(codes)))!]).toEqual(codes)
    }),
  )
})
