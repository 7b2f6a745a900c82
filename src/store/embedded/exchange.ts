/**
 * PGlite runs the PostgreSQL protocol on a buffer of bytes. These functions cut what the driver wrote into single
 * exchanges, each ending where PostgreSQL answers "ready", and put right what PGlite answers too much.
 */

const query = 0x51 // Q
const sync = 0x53 // S
const terminate = 0x58 // X
const readyForQuery = 0x5a // Z
const readyLength = 6

/** Collects bytes as they come; a message may be spread over several pieces. */
export class Exchanges {
  #rest: Uint8Array = new Uint8Array(0)
  #started = false

  /** @returns the exchanges that are now complete; the rest waits for more bytes */
  push(piece: Uint8Array): Uint8Array[] {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    const complete: Uint8Array[] = []
    let from = 0
    for (let at = 0; ;) {
      const end = this.#endOfMessage(bytes, at)
      if (end === null) break
      if (this.#endsExchange(bytes[at]!)) {
        complete.push(bytes.subarray(from, end))
        from = end
      }
      this.#started = true
      at = end
    }
    this.#rest = bytes.subarray(from)
    return complete
  }

  /** The first message of a connection has no letter in front of its length. */
  #endOfMessage(bytes: Uint8Array, at: number): number | null {
    const letter = this.#started ? 1 : 0
    if (bytes.length < at + letter + 4) return null
    const length = new DataView(bytes.buffer, bytes.byteOffset + at + letter, 4).getUint32(0)
    const end = at + letter + length
    return end <= bytes.length ? end : null
  }

  #endsExchange(letter: number): boolean {
    return !this.#started || letter === query || letter === sync || letter === terminate
  }
}

/**
 * PGlite 0.5 answers "ready" twice when a prepared statement fails: once at the error, once at the Sync behind
 * it. The driver counts answers by "ready", so the second one must go.
 *
 * Nothing else ends like that: the message before a lone "ready" ends with a zero byte.
 */
export function withoutSecondReady(answer: Uint8Array): Uint8Array {
  const last = answer.length - readyLength
  return isReady(answer, last) && isReady(answer, last - readyLength) ? answer.subarray(0, last) : answer
}

/** "Ready" is Z, a length of 5, and the state of the transaction. */
function isReady(bytes: Uint8Array, at: number): boolean {
  if (at < 0 || bytes[at] !== readyForQuery) return false
  return bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0 && bytes[at + 4] === 5
}
