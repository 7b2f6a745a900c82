/** Cuts a stream of bytes into frames, one PDU each. */
import { headerBytes } from './pdu.ts'

/** The longest PDU has 254 destinations (24 octets each) and a payload of 64 KiB. */
export const frameBytesMax = 128 * 1024

export interface Frames {
  readonly frames: readonly Buffer[]
  /** A length that cannot be: where the next frame begins is lost, and so is the connection. */
  readonly fault: string | null
}

export class FrameReader {
  readonly #bytesMax: number
  #chunks: Buffer[] = []
  #held = 0
  /** Bytes needed before it is worth looking again. */
  #wanted = 4
  #fault: string | null = null

  constructor(bytesMax = frameBytesMax) {
    this.#bytesMax = bytesMax
  }

  /** The frames that `chunk` completes. They are views: keep no reference to them for long. */
  push(chunk: Buffer): Frames {
    if (this.#fault !== null) return { frames: [], fault: this.#fault }
    this.#chunks.push(chunk)
    this.#held += chunk.length
    if (this.#held < this.#wanted) return { frames: [], fault: null }
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#held)
    return this.#cut(bytes)
  }

  #cut(bytes: Buffer): Frames {
    const frames: Buffer[] = []
    let at = 0
    this.#wanted = 4
    while (bytes.length - at >= 4) {
      const length = bytes.readUInt32BE(at)
      if (length < headerBytes || length > this.#bytesMax) {
        this.#fault = `a PDU of ${length} octets (allowed: ${headerBytes} to ${this.#bytesMax})`
        break
      }
      if (bytes.length - at < length) {
        this.#wanted = length
        break
      }
      frames.push(bytes.subarray(at, at + length))
      at += length
    }
    this.#chunks = at < bytes.length ? [bytes.subarray(at)] : []
    this.#held = bytes.length - at
    return { frames, fault: this.#fault }
  }
}
