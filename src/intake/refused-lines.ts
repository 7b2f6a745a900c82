/**
 * The lines of a file that were refused, with their reasons, beside it in `<file>.refused.ndjson`: mend them
 * and take them in as a file of their own. They may hold personal data: mode 0600.
 */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Fault } from './fault.ts'
import { sentence } from './fault.ts'
import type { Line } from './ndjson.ts'

export class RefusedLines {
  readonly path: string
  #file: FileHandle | null = null
  bytes: number

  /** `bytes`: how much of an earlier run's file stands; what lies beyond was written before a crash and comes again. */
  constructor(path: string, bytes: number) {
    this.path = path
    this.bytes = bytes
  }

  /** Durable when it resolves; the file appears with the first refused line. */
  async add(lines: readonly { readonly line: Line; readonly faults: readonly Fault[] }[]): Promise<void> {
    if (lines.length === 0) return
    this.#file ??= await this.#opened()
    const text = Buffer.from(lines.map(entryOf).join(''))
    await this.#file.write(text, 0, text.length, this.bytes)
    await this.#file.sync()
    this.bytes += text.length
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = null
  }

  async #opened(): Promise<FileHandle> {
    const flags = this.bytes === 0 ? 'w' : 'r+'
    const file = await open(this.path, flags, 0o600)
    await file.truncate(this.bytes)
    return file
  }
}

function entryOf({ line, faults }: { readonly line: Line; readonly faults: readonly Fault[] }): string {
  const raw =
    line.state === 'whole' ? { text: line.text } : { base64: Buffer.from(line.bytes).toString('base64') }
  return `${JSON.stringify({ line: line.number, reason: faults.map(sentence).join('. '), faults, ...raw })}\n`
}
