import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tlvs } from '../codec/tlvs.ts'
import { markPart, partOf } from './concatenation.ts'
import type { PartStyle } from './concatenation.ts'
import { joinHeader, splitHeader } from './udh.ts'

const octets = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')

test('marks by 3GPP TS 23.040 and the sar parameters', () => {
  const rows: [PartStyle, number, string, Tlvs][] = [
    ['udh8', 0x40, '05 00 03 2a 03 02  4f60', {}],
    ['udh16', 0x40, '06 08 04 012a 03 02  4f60', {}],
    ['sar', 0, '4f60', { sarMsgRefNum: 0x12a, sarTotalSegments: 3, sarSegmentSeqnum: 2 }],
  ]
  for (const [style, esmClassBits, hex, tlvs] of rows) {
    const reference = style === 'udh8' ? 0x2a : 0x12a
    const mark = { style, reference, total: 3, number: 2 }
    expect(markPart(octets('4f60'), mark)).toEqual({ esmClassBits, message: octets(hex), tlvs })
    expect(partOf({ body: { esmClass: esmClassBits, message: octets(hex) }, tlvs })).toEqual({
      mark,
      content: octets('4f60'),
    })
  }
})

test('incoming messages and what is made of them', () => {
  const mark = { style: 'udh8', reference: 7, total: 2, number: 1 }
  const rows: [number, string, Tlvs, unknown, string][] = [
    [0x00, '4f60', {}, null, '4f60'],
    [0x40, '0500030702014f60', {}, mark, '4f60'],
    // a port header before the concatenation
    [0x40, '0b 05040b8423f0 0003070201 4f60', {}, mark, '4f60'],
    // header without concatenation
    [0x40, '06 05040b8423f0 4f60', {}, null, '4f60'],
    // in message_payload
    [0x40, '', { messagePayload: octets('0500030702014f60') }, mark, '4f60'],
    // the bit without a header that could be one
    [0x40, 'ff4f60', {}, null, 'ff4f60'],
    [0x40, '', {}, null, ''],
    // part 3 of 2, part 0, none of 0
    [0x40, '0500030702034f60', {}, null, '4f60'],
    [0x40, '0500030702004f60', {}, null, '4f60'],
    [0x40, '0500030700004f60', {}, null, '4f60'],
    [0x00, '4f60', { sarMsgRefNum: 1, sarTotalSegments: 2 }, null, '4f60'],
  ]
  for (const [esmClass, hex, tlvs, expected, content] of rows) {
    const part = partOf({ body: { esmClass, message: octets(hex) }, tlvs })
    expect(part).toEqual({ mark: expected, content: octets(content) })
  }
})

test('a header that was joined is split again; random octets never crash', () => {
  const element = fc.record({
    id: fc.nat(255),
    value: fc.uint8Array({ maxLength: 20 }).map(bytes => Buffer.from(bytes)),
  })
  const content = fc.uint8Array({ maxLength: 140 }).map(bytes => Buffer.from(bytes))
  fc.assert(
    fc.property(fc.array(element, { maxLength: 8 }), content, (elements, content) => {
      expect(splitHeader(joinHeader({ elements, content }))).toEqual({ elements, content })
    }),
  )
  fc.assert(
    fc.property(content, message => {
      expect(partOf({ body: { esmClass: 0x40, message }, tlvs: {} }).content.length).toBeLessThanOrEqual(140)
    }),
  )
})
