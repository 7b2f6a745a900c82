/**
 * An NDJSON file → the inbox, batch by batch, resumable.
 *
 *     read ─► lines ─► parse ─► offer (waits while the engine is behind) ─► keep refused lines ─► keep position
 *
 * The position is kept after the batch has committed. A crash in between offers that batch once more, and
 * each event is recognised by its source and id (G2); refused lines are cut back to the position's length.
 */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Inbox } from '../engine/inbox.ts'
import { Busy, Unavailable } from '../engine/inbox.ts'
import { gathered } from './gather.ts'
import type { MonthHeader } from './header.ts'
import { headerOf } from './header.ts'
import { limits } from './limits.ts'
import { itemOf } from './line-item.ts'
import type { Line } from './ndjson.ts'
import { LineSplitter, linesOf } from './ndjson.ts'
import type { Patience } from './patience.ts'
import { offerPatiently } from './patience.ts'
import type { Position, Positions } from './positions.ts'
import { ConsumedBytes, hashUpTo, positionKey } from './positions.ts'
import { RefusedLines } from './refused-lines.ts'
import type { Tally } from './tally.ts'
import { emptyTally, tallied } from './tally.ts'

export interface FileIngest {
  readonly path: string
  readonly inbox: Inbox
  readonly positions: Positions
  readonly patience: Patience
  /** Called after each batch. */
  readonly onProgress?: (progress: FileProgress) => void
  /** Ends after the batch in hand; the position stays, and the next run goes on from there. */
  readonly stop?: AbortSignal
}

export interface FileProgress {
  readonly bytes: number
  readonly bytesTotal: number
  readonly lines: number
  readonly tally: Tally
}

export interface FileReport extends FileProgress {
  /** `unavailable`: patience ended; run again to go on. */
  readonly ended: 'complete' | 'stopped' | 'unavailable'
  readonly header: MonthHeader | null
  /** Bytes that earlier runs had taken in; `tally` includes them. */
  readonly resumedAt: number
  /** Null when nothing was refused. */
  readonly refusedPath: string | null
}

const chunkBytes = 1_048_576
const lineLimits = { lineBytesMax: limits.eventBytes, linesMax: limits.fileLines }

/** Rejects with the system's error when the file cannot be read or the refused lines cannot be written. */
export async function ingestFile(ask: FileIngest): Promise<FileReport> {
  const file = await open(ask.path)
  try {
    return await new FileRun(ask, file).run()
  } finally {
    await file.close()
  }
}

/** The first line, when it is the header of an exported month. */
export async function readHeader(path: string): Promise<MonthHeader | null> {
  const file = await open(path)
  try {
    return await headerOfFile(file)
  } finally {
    await file.close()
  }
}

async function headerOfFile(file: FileHandle): Promise<MonthHeader | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(limits.eventBytes), 0, limits.eventBytes, 0)
  const splitter = new LineSplitter(lineLimits)
  const [first] = [...splitter.push(buffer.subarray(0, bytesRead)), ...splitter.end()]
  return first?.state === 'whole' && first.number === 1 ? headerOf(first.text) : null
}

/** Where a file is gone on with, and the hash of what lies before. */
interface Standing {
  readonly position: Position
  readonly consumed: ConsumedBytes
}

class FileRun {
  readonly #ask: FileIngest
  readonly #file: FileHandle

  constructor(ask: FileIngest, file: FileHandle) {
    this.#ask = ask
    this.#file = file
  }

  async run(): Promise<FileReport> {
    const key = await positionKey(this.#file)
    const { position, consumed } = await this.#standing(key)
    const refused = new RefusedLines(`${this.#ask.path}.refused.ndjson`, position.refusedBytes)
    const bytesTotal = (await this.#file.stat()).size
    let at = position
    let ended: FileReport['ended'] = 'complete'
    try {
      for await (const lines of this.#batches(position, consumed)) {
        if (this.#ask.stop?.aborted === true) {
          ended = 'stopped'
          break
        }
        at = await this.#take(lines, { position: at, consumed }, refused)
        await this.#ask.positions.set(key, at)
        this.#ask.onProgress?.(progressOf(at, bytesTotal))
      }
    } catch (error) {
      if (!(error instanceof Busy || error instanceof Unavailable)) throw error
      ended = 'unavailable'
    } finally {
      await refused.close()
    }
    const refusedPath = refused.bytes > 0 ? refused.path : null
    const header = await headerOfFile(this.#file)
    return { ...progressOf(at, bytesTotal), ended, header, resumedAt: position.offset, refusedPath }
  }

  /** From the kept position, if the bytes before it are still the same; else from the top. */
  async #standing(key: string): Promise<Standing> {
    const kept = await this.#ask.positions.get(key)
    const hash = kept === null ? null : await hashUpTo(this.#file, kept.offset)
    if (kept !== null && hash?.copy().digest('hex') === kept.digest) {
      return { position: kept, consumed: new ConsumedBytes(hash, kept.offset) }
    }
    const position = { offset: 0, line: 0, digest: '', refusedBytes: 0, tally: emptyTally }
    return { position, consumed: new ConsumedBytes(createHash('sha256'), 0) }
  }

  #batches(position: Position, consumed: ConsumedBytes): AsyncIterable<readonly Line[]> {
    const bytes = this.#bytes(position.offset, consumed)
    return gathered(linesOf(bytes, lineLimits, position), limits.batchEvents)
  }

  async *#bytes(start: number, consumed: ConsumedBytes): AsyncGenerator<Uint8Array> {
    const stream = this.#file.createReadStream({ start, highWaterMark: chunkBytes, autoClose: false })
    for await (const chunk of stream) {
      consumed.add(chunk)
      yield chunk
    }
  }

  async #take(lines: readonly Line[], standing: Standing, refused: RefusedLines): Promise<Position> {
    const items = lines.map(itemOf)
    const arrivals = items.filter(item => item.state === 'taken').map(item => item.arrival)
    const faulty = items.filter(item => item.state === 'refused')
    const { inbox, patience } = this.#ask
    const verdicts = arrivals.length === 0 ? [] : await offerPatiently(inbox, arrivals, patience)
    await refused.add(faulty)
    const { end, number } = lines.at(-1)!
    return {
      offset: end,
      line: number,
      digest: standing.consumed.digestAt(end),
      refusedBytes: refused.bytes,
      tally: tallied(standing.position.tally, verdicts, faulty.length),
    }
  }
}

const progressOf = ({ offset, line, tally }: Position, bytesTotal: number): FileProgress => ({
  bytes: offset,
  bytesTotal,
  lines: line,
  tally,
})
