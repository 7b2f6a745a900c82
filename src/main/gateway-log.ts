/** The log of a gateway, as its operator hands it over: CSV with a head line, or NDJSON; read a batch at a time. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { isFields, parsedJson } from '../intake/json.ts'
import { parseTime } from '../intake/time.ts'
import { CommandError, exitCodes } from './exit.ts'

export interface LogEntry {
  readonly number: string
  /** RFC 3339. */
  readonly at: string
  readonly messageId?: string
}

export interface LogBatch {
  readonly entries: readonly LogEntry[]
  readonly done: boolean
}

const batchMax = 1_000

/** The last batch says so, and may be empty. Throws CommandError naming the first line that says nothing. */
export async function* logBatches(path: string): AsyncGenerator<LogBatch> {
  const file = createReadStream(path)
  const opened = new Promise<void>((resolve, reject) =>
    file.once('open', () => resolve()).once('error', reject),
  )
  await opened.catch((error: Error) => {
    throw new CommandError(exitCodes.usage, `${path} cannot be read: ${error.message}`)
  })
  let entries: LogEntry[] = []
  let head: readonly string[] | null = null
  let line = 0
  for await (const text of createInterface({ input: file, crlfDelay: Infinity })) {
    line += 1
    const bare = line === 1 ? text.replace(/^\uFEFF/, '') : text
    if (bare.trim() === '') continue
    const isJson = bare.startsWith('{')
    if (!isJson && head === null) {
      head = cellsOf(bare).map(cell => cell.trim().toLowerCase())
      continue
    }
    const entry = entryOf(isJson ? parsedJson(bare) : named(head!, cellsOf(bare)))
    if (entry === null)
      throw new CommandError(
        exitCodes.failed,
        `${path}:${line}: a number and "at" (2026-11-20T08:00:00+08:00) belong here; nothing was concluded from this file`,
      )
    if (entries.push(entry) < batchMax) continue
    yield { entries, done: false }
    entries = []
  }
  yield { entries, done: true }
}

function entryOf(fields: unknown): LogEntry | null {
  if (!isFields(fields)) return null
  const { number, at, messageId = fields['messageid'] } = fields
  const moment = typeof at === 'number' ? at : typeof at === 'string' ? parseTime(at) : null
  if (typeof number !== 'string' || !/^\+?\d{5,15}$/.test(number) || moment === null) return null
  const entry = { number, at: new Date(moment).toISOString() }
  return typeof messageId === 'string' && messageId !== '' ? { ...entry, messageId } : entry
}

const named = (head: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(head.map((name, n) => [name, (cells[n] ?? '').trim()]))

/** A cell in quotes may hold commas, and quotes doubled. */
function cellsOf(text: string): readonly string[] {
  const cells = text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
