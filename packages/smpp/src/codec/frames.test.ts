import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { FrameReader } from './frames.ts'

const octets = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')
const enquire = octets('00000010 00000015 00000000 00000001')
const answer = octets('00000015 80000004 00000000 00000001 61316232 00')

test('however the stream is cut, the same frames come out', () => {
  const stream = Buffer.concat([enquire, answer, answer, enquire])
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), cuts => {
      const reader = new FrameReader()
      const edges = [0, ...cuts.sort((a, b) => a - b), stream.length]
      const frames = edges.flatMap((edge, i) => [
        ...reader.push(stream.subarray(edges[i - 1] ?? 0, edge)).frames,
      ])
      expect(frames.map(frame => frame.toString('hex'))).toEqual(
        [enquire, answer, answer, enquire].map(frame => frame.toString('hex')),
      )
    }),
  )
})

test('a length that cannot be ends the stream, and what came before it still counts', () => {
  const rows: [string, string][] = [
    ['0000000f 00000015', 'a PDU of 15 octets (allowed: 16 to 1000)'],
    ['00000000', 'a PDU of 0 octets (allowed: 16 to 1000)'],
    ['000003e9', 'a PDU of 1001 octets (allowed: 16 to 1000)'],
    ['ffffffff', 'a PDU of 4294967295 octets (allowed: 16 to 1000)'],
    ['47455420', 'a PDU of 1195725856 octets (allowed: 16 to 1000)'], // "GET "
  ]
  for (const [hex, fault] of rows) {
    const reader = new FrameReader(1_000)
    expect(reader.push(Buffer.concat([enquire, octets(hex)]))).toEqual({ frames: [enquire], fault })
    expect(reader.push(enquire)).toEqual({ frames: [], fault })
  }
})

test('a long frame that comes octet by octet is put together once, not again at each', () => {
  const concat = vi.spyOn(Buffer, 'concat')
  const frame = Buffer.alloc(100_000)
  frame.writeUInt32BE(frame.length, 0)
  const reader = new FrameReader()
  let frames = 0
  for (const octet of frame) frames += reader.push(Buffer.of(octet)).frames.length
  expect(frames).toBe(1)
  expect(concat.mock.calls.length).toBeLessThan(5)
  concat.mockRestore()
})
