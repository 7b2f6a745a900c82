/** How far a file has been taken in: known by its content, so that renaming or replacing it misleads nobody. */
import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Start } from './ndjson.ts'
import type { Tally } from './tally.ts'

/** Port: a small durable table. Values are plain JSON. */
export interface Positions {
  get(key: string): Promise<Position | null>
  set(key: string, position: Position): Promise<void>
}

export interface Position extends Start {
  /** SHA-256 (hex) of all bytes before `offset`: another file with the same beginning starts anew. */
  readonly digest: string
  /** Length of the file of refused lines at that point. */
  readonly refusedBytes: number
  readonly tally: Tally
}

const keyBytes = 65_536

/** SHA-256 of the first 64 KiB. */
export async function positionKey(file: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(keyBytes), 0, keyBytes, 0)
  return `file/${createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex')}`
}

/** SHA-256 of the bytes taken in so far; chunks that were read ahead wait until their lines are committed. */
export class ConsumedBytes {
  readonly #hash: Hash
  #chunks: Uint8Array[] = []
  /** Offset of the first byte not yet hashed. */
  #offset: number

  constructor(hash: Hash, offset: number) {
    this.#hash = hash
    this.#offset = offset
  }

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
  }

  digestAt(offset: number): string {
    while (this.#chunks.length > 0 && this.#offset < offset) {
      const chunk = this.#chunks[0]!
      const taken = chunk.subarray(0, offset - this.#offset)
      this.#hash.update(taken)
      this.#offset += taken.length
      if (taken.length === chunk.length) this.#chunks.shift()
      else this.#chunks[0] = chunk.subarray(taken.length)
    }
    return this.#hash.copy().digest('hex')
  }
}

/** The hash of the first `offset` bytes (about 1 s per GB), or null when the file is shorter than that. */
export async function hashUpTo(file: FileHandle, offset: number): Promise<Hash | null> {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(1_048_576)
  for (let at = 0; at < offset;) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, offset - at), at)
    if (bytesRead === 0) return null
    hash.update(chunk.subarray(0, bytesRead))
    at += bytesRead
  }
  return hash
}
