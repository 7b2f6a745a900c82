import { Duplex } from 'node:stream'
import type { Worker } from 'node:worker_threads'
import type { ToBackend } from './backend-messages.ts'

/**
 * What the driver takes for a socket: bytes go to the thread and come from it. Everything that is written in one
 * go, a whole transaction, crosses as one message, and crosses without being copied.
 */
export class BackendSocket extends Duplex {
  readonly #worker: Worker
  #written: Uint8Array[] = []

  constructor(worker: Worker) {
    super()
    this.#worker = worker
  }

  /** The driver asks for a connection; the thread has been there before. */
  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  receive(bytes: Uint8Array): void {
    this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }

  override _read(): void {
    // Answers are pushed as they come; their size is bounded by what one call asks for.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.#keep([chunk])
    done()
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void): void {
    this.#keep(chunks.map(({ chunk }) => chunk))
    done()
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  #keep(chunks: Uint8Array[]): void {
    if (this.#written.length === 0) process.nextTick(() => this.#send())
    this.#written.push(...chunks)
  }

  #send(): void {
    const total = this.#written.reduce((sum, chunk) => sum + chunk.length, 0)
    const bytes = new Uint8Array(total)
    let at = 0
    for (const chunk of this.#written) {
      bytes.set(chunk, at)
      at += chunk.length
    }
    this.#written = []
    const message: ToBackend = { is: 'write', bytes }
    this.#worker.postMessage(message, [bytes.buffer])
  }
}
