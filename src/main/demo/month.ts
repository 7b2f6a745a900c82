/** Where the month comes from: the simulated operator, or a file that was exported or written by others. */
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createOperator, type Operator } from '../../../operator/operator.ts'
import { monthLines } from '../../../operator/month-file.ts'
import { localOf } from '../../core/calendar/zone.ts'
import type { Instant } from '../../core/units.ts'
import type { Timed } from '../../engine/feed.ts'
import { readHeader } from '../../intake/file.ts'
import { type Fault, sentence } from '../../intake/fault.ts'
import { limits } from '../../intake/limits.ts'
import { itemOf } from '../../intake/line-item.ts'
import { linesOf } from '../../intake/ndjson.ts'
import { parseEvent } from '../../intake/parse.ts'
import { parseTime } from '../../intake/time.ts'
import { CommandError, exitCodes } from '../exit.ts'

export interface Month {
  readonly seed: string
  readonly from: Instant
  readonly until: Instant
  readonly feed: AsyncIterable<Timed> | Iterable<Timed>
  /** What could not be read, counted and the first of them in words. */
  readonly refused: Refusals
}

const toldMax = 10

export class Refusals {
  count = 0
  readonly first: string[] = []
  add(where: string, faults: readonly Fault[]): void {
    this.count += 1
    if (this.first.length < toldMax) this.first.push(`${where}: ${faults.map(sentence).join('; ')}`)
  }
}

/** `2026-10`: the last whole month before `now`, in Beijing. */
export function lastMonth(now: Instant): string {
  const { year, month } = localOf(now, 'Asia/Shanghai')
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

export interface OperatorAsk {
  readonly seed: string
  readonly customers: number
  readonly month: string
}

export function operatorMonth(ask: OperatorAsk): Month {
  const operator = createOperator(ask)
  const refused = new Refusals()
  const { from, until } = operator
  return { seed: ask.seed, from, until, feed: factsOf(operator, refused), refused }
}

function* factsOf(operator: Operator, refused: Refusals): Generator<Timed> {
  for (const { arrivesAt, event } of operator.facts()) {
    const parsed = parseEvent(event)
    if (parsed.state === 'taken') yield { arrival: parsed.arrival, at: arrivesAt }
    else refused.add(event.id, parsed.faults)
  }
}

/** Writes the month of this seed as NDJSON; returns the number of facts. */
export async function exportMonth(path: string, ask: OperatorAsk): Promise<number> {
  let facts = -1 // the header is no fact
  const lines = function* (): Generator<string> {
    for (const line of monthLines(createOperator(ask))) {
      facts += 1
      yield `${line}\n`
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(path))
  } catch (error) {
    throw new CommandError(exitCodes.usage, `${path} cannot be written: ${(error as Error).message}`)
  }
  return facts
}

/** The seed of a file that names none: the same file then gives the same decisions everywhere. */
const fileSeed = 'file'

/** A file plays by its own clock: the arrival that it gives, else the time of each fact. */
export async function fileMonth(path: string): Promise<Month> {
  const header = await headerIn(path)
  const refused = new Refusals()
  const from = parseTime(String(header?.['from']))
  const until = parseTime(String(header?.['until']))
  const span = from === null || until === null || from >= until ? await spanOf(path) : { from, until }
  const seed = typeof header?.['seed'] === 'string' ? header['seed'] : fileSeed
  return { seed, ...span, feed: linesIn(path, refused), refused }
}

async function headerIn(path: string): ReturnType<typeof readHeader> {
  try {
    return await readHeader(path)
  } catch (error) {
    throw new CommandError(exitCodes.usage, `${path} cannot be read: ${(error as Error).message}`)
  }
}

async function* linesIn(path: string, refused: Refusals): AsyncGenerator<Timed> {
  const bounds = { lineBytesMax: limits.eventBytes, linesMax: limits.fileLines }
  for await (const lines of linesOf(createReadStream(path), bounds)) {
    for (const line of lines) {
      const item = itemOf(line)
      if (item.state === 'taken') yield { arrival: item.arrival, at: arrivalOf(item.arrival) }
      else if (item.state === 'refused') refused.add(`line ${line.number}`, item.faults)
    }
  }
}

function arrivalOf({ time, extensions }: Timed['arrival']): Instant {
  const given = extensions['arrivesat']
  return (typeof given === 'string' ? parseTime(given) : null) ?? time
}

const dayMs = 86_400_000

/** From the first fact until a day after the last. */
async function spanOf(path: string): Promise<{ from: Instant; until: Instant }> {
  const refused = new Refusals()
  let from = Infinity
  let until = -Infinity
  for await (const { at } of linesIn(path, refused)) {
    from = Math.min(from, at)
    until = Math.max(until, at)
  }
  if (from < Infinity) return { from, until: until + dayMs }
  const [first] = refused.first
  const why = first === undefined ? 'it holds no facts' : `none of its lines is a fact (${first})`
  throw new CommandError(exitCodes.failed, `${path}: ${why}; docs/events shows what facts look like`)
}
