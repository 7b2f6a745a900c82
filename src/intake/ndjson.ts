/**
 * Bytes → lines, one JSON text each. Cut at LF; CR before it, a byte order mark at the very start and blank
 * lines are tolerated. A line that is too long or not UTF-8 is told by its number and does not stop the rest;
 * of an over-long line no more than the limit is ever held.
 */
import { isUtf8 } from 'node:buffer'
import type { Fault } from './fault.ts'

interface Place {
  /** From 1, blank lines counted. */
  readonly number: number
  /** Offset of the first byte after the line and its end. */
  readonly end: number
}

export type Line =
  | (Place & { readonly state: 'whole'; readonly text: string })
  | (Place & { readonly state: 'broken'; readonly fault: Fault; readonly bytes: Uint8Array })

export interface LineLimits {
  readonly lineBytesMax: number
  readonly linesMax: number
}

/** Where to go on: bytes and lines that lie before. */
export interface Start {
  readonly offset: number
  readonly line: number
}

export const fromTheTop: Start = { offset: 0, line: 0 }

/** The lines of each chunk together: one `await` per chunk, not per line. */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  max: LineLimits,
  start: Start = fromTheTop,
): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter(max, start)
  for await (const chunk of bytes) {
    const lines = splitter.push(chunk)
    if (lines.length > 0) yield lines
    if (splitter.isFull) return
  }
  const last = splitter.end()
  if (last.length > 0) yield last
}

const lf = 10
const cr = 13
const space = 32
const tab = 9
const mark = Buffer.from([0xef, 0xbb, 0xbf])

export class LineSplitter {
  readonly #max: LineLimits
  #number: number
  #offset: number
  /** The beginning of a line whose end has not come yet; never more than the limit and one chunk. */
  #pieces: Uint8Array[] = []
  #held = 0
  isFull = false

  constructor(max: LineLimits, start: Start = fromTheTop) {
    this.#max = max
    this.#number = start.line
    this.#offset = start.offset
  }

  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = []
    let from = 0
    for (let at = chunk.indexOf(lf); at >= 0 && !this.isFull; at = chunk.indexOf(lf, from)) {
      this.#hold(chunk.subarray(from, at))
      this.#finish(lines, 1)
      from = at + 1
    }
    if (!this.isFull) this.#hold(chunk.subarray(from))
    return lines
  }

  /** The last line, when no LF ended it. */
  end(): Line[] {
    const lines: Line[] = []
    if (this.#held > 0) this.#finish(lines, 0)
    return lines
  }

  #hold(piece: Uint8Array): void {
    if (piece.length === 0) return
    if (this.#held <= this.#max.lineBytesMax) this.#pieces.push(piece)
    this.#held += piece.length
  }

  #finish(lines: Line[], endBytes: number): void {
    const bytes = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces)
    this.#offset += this.#held + endBytes
    this.#number += 1
    const isLong = this.#held > this.#max.lineBytesMax
    this.#pieces = []
    this.#held = 0
    const place = { number: this.#number, end: this.#offset }
    if (isLong)
      lines.push({
        ...place,
        state: 'broken',
        fault: tooLong(this.#max.lineBytesMax),
        bytes: bytes.subarray(0, this.#max.lineBytesMax),
      })
    else this.#add(lines, place, trimmed(bytes, this.#number === 1))
  }

  #add(lines: Line[], place: Place, bytes: Uint8Array): void {
    if (bytes.length === 0) return
    if (place.number > this.#max.linesMax) {
      this.isFull = true
      lines.push({ ...place, state: 'broken', fault: tooMany(this.#max.linesMax), bytes: new Uint8Array() })
    } else if (isUtf8(bytes)) lines.push({ ...place, state: 'whole', text: textOf(bytes) })
    else lines.push({ ...place, state: 'broken', fault: notUtf8, bytes: bytes.slice() })
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

/** Without CR, byte order mark and surrounding blanks of an otherwise empty line. */
function trimmed(bytes: Uint8Array, isFirst: boolean): Uint8Array {
  const from = isFirst && bytes.length >= 3 && mark.equals(bytes.subarray(0, 3)) ? 3 : 0
  let to = bytes.length
  if (to > from && bytes[to - 1] === cr) to -= 1
  const line = bytes.subarray(from, to)
  return line.every(byte => byte === space || byte === tab) ? line.subarray(0, 0) : line
}

const notUtf8: Fault = {
  code: 'not-utf8',
  field: '',
  problem: 'is not UTF-8',
  remedy: 'convert it, e.g. iconv -f GB18030 -t UTF-8',
}

const tooLong = (max: number): Fault => ({
  code: 'too-long',
  field: '',
  problem: `is longer than ${max} bytes`,
  remedy: 'write one event per line',
})

const tooMany = (max: number): Fault => ({
  code: 'too-many',
  field: '',
  problem: `is beyond line ${max}`,
  remedy: 'send this line and the rest as another request or file',
})
