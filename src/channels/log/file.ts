/**
 * The file that the `log` twin appends to.
 *
 * What has been given to the kernel survives the death of the process (not of the machine), which is what
 * the twin promises. A line torn by a crash in the middle of a write was never handed over: the next
 * opening cuts it off. Nothing rotates the file: some 300 bytes a line, at most `fileBytesMax`.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** The file stops taking lines here; some 14 million of them. */
export const fileBytesMax = 4 * 1024 ** 3

const newline = 0x0a
const tailBytes = 64 * 1024

export interface Appended {
  /** How many bytes are certainly in the file. */
  readonly bytes: number
  /** The system's code of the error that stopped it (`ENOSPC`), or null. */
  readonly fault: string | null
}

export interface LogFile {
  /** Bytes in the file. */
  readonly size: number
  /** Resolves, never rejects, when the kernel has the bytes or has refused the rest of them. */
  append(bytes: Uint8Array): Promise<Appended>
  close(): Promise<void>
}

export async function openLogFile(path: string): Promise<LogFile> {
  const handle = await open(path, 'a+', 0o600)
  await handle.chmod(0o600)
  let size = await wholeLinesEnd(handle)
  await handle.truncate(size)
  return {
    get size() {
      return size
    },
    async append(bytes) {
      const appended = await writeAll(handle, bytes)
      size += appended.bytes
      return appended
    },
    close: () => handle.close(),
  }
}

/** Line by line, without keeping them. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path)
  try {
    yield* createInterface({ input, crlfDelay: Infinity })
  } finally {
    input.destroy()
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<Appended> {
  let at = 0
  try {
    while (at < bytes.length) {
      const { bytesWritten } = await handle.write(bytes, at)
      at += bytesWritten
    }
    return { bytes: at, fault: null }
  } catch (error) {
    return { bytes: at, fault: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' }
  }
}

/** The offset just after the last newline; looks back from the end in steps. */
async function wholeLinesEnd(handle: FileHandle): Promise<number> {
  const { size } = await handle.stat()
  for (let end = size; end > 0; end -= tailBytes) {
    const start = Math.max(0, end - tailBytes)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - start), 0, end - start, start)
    const last = buffer.subarray(0, bytesRead).lastIndexOf(newline)
    if (last !== -1) return start + last + 1
  }
  return 0
}

/**
 * Errors by which the kernel refuses a write before taking any of it, so that the rest is certainly not in
 * the file. After any other (EIO, …) nobody can say.
 */
const refusals = new Set(['link-down', 'ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EBADF', 'EACCES', 'EPERM'])

export const isRefusal = (fault: string | null): boolean => fault !== null && refusals.has(fault)
