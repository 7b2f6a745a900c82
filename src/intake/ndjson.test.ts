import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from './ndjson.ts'
import { linesOf } from './ndjson.ts'

const max = { lineBytesMax: 10, linesMax: 5 }

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part))
}

async function told(parts: readonly (string | Uint8Array)[], limits = max): Promise<(string | number)[][]> {
  const lines: Line[] = []
  for await (const some of linesOf(chunks(...parts), limits)) lines.push(...some)
  return lines.map(line => [line.number, line.state === 'whole' ? line.text : line.fault.code, line.end])
}

describe('lines', () => {
  test.each<[string, readonly (string | Uint8Array)[], (string | number)[][]]>([
    ['one', ['{"a":1}\n'], [[1, '{"a":1}', 8]]],
    [
      'without the last end',
      ['a\nb'],
      [
        [1, 'a', 2],
        [2, 'b', 3],
      ],
    ],
    [
      'CRLF',
      ['a\r\nb\r\n'],
      [
        [1, 'a', 3],
        [2, 'b', 6],
      ],
    ],
    ['blank ones are counted and skipped', ['\n \t\n\r\na\n\n'], [[4, 'a', 8]]],
    ['byte order mark', ['\u{feff}a\n'], [[1, 'a', 5]]],
    ['only a byte order mark', ['\u{feff}\n'], []],
    [
      'across chunks',
      ['a', 'b', 'c\nd', '\n'],
      [
        [1, 'abc', 4],
        [2, 'd', 6],
      ],
    ],
    [
      'a character across chunks',
      [Buffer.from('王\n').subarray(0, 2), Buffer.from('王\n').subarray(2)],
      [[1, '王', 4]],
    ],
    [
      'not UTF-8',
      [Buffer.from([0xcd, 0xf5, 10]), 'a\n'],
      [
        [1, 'not-utf8', 3],
        [2, 'a', 5],
      ],
    ],
    ['exactly at the limit', ['1234567890\n'], [[1, '1234567890', 11]]],
    [
      'over the limit',
      ['12345678901\n', 'a\n'],
      [
        [1, 'too-long', 12],
        [2, 'a', 14],
      ],
    ],
    [
      'far over the limit in many chunks',
      [...Array.from({ length: 100 }, () => 'xxxxx'), '\na\n'],
      [
        [1, 'too-long', 501],
        [2, 'a', 503],
      ],
    ],
    [
      'too many',
      ['a\nb\nc\nd\ne\nf\ng\n'],
      [
        [1, 'a', 2],
        [2, 'b', 4],
        [3, 'c', 6],
        [4, 'd', 8],
        [5, 'e', 10],
        [6, 'too-many', 12],
      ],
    ],
    ['nothing', [], []],
  ])('%s', async (_, parts, lines) => {
    expect(await told(parts)).toEqual(lines)
  })

  test('are the same however the bytes are cut into chunks', async () => {
    const cut = fc.tuple(
      fc.uint8Array({ maxLength: 80 }).map(bytes => bytes.map(byte => (byte < 60 ? 10 : byte))),
      fc.array(fc.nat(80), { maxLength: 6 }),
    )
    await fc.assert(
      fc.asyncProperty(cut, async ([bytes, places]) => {
        const limits = { lineBytesMax: 10, linesMax: 100 }
        const at = [0, ...places.toSorted((a, b) => a - b), bytes.length]
        const parts = at.slice(1).map((to, n) => bytes.slice(at[n], to))
        expect(await told(parts, limits)).toEqual(await told([bytes], limits))
      }),
    )
  })

  test('go on from an offset and a line', async () => {
    const lines: Line[] = []
    for await (const some of linesOf(chunks('c\n'), max, { offset: 4, line: 2 })) lines.push(...some)
    expect(lines).toEqual([{ state: 'whole', text: 'c', number: 3, end: 6 }])
  })
})
