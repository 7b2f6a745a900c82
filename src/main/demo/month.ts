/** Where the month comes from: the simulated operator, or a file that was exported or written by others. */
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
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

export interface Month {
  readonly seed: string
  readonly from: Instant
  readonly until: Instant
  readonly feed: AsyncIterable<Timed> | Iterable<Timed>
  /** What could not be read, counted and the first of them in words. */
  readonly refused: Refusals
}

export class Refusals {
  count = 0
  readonly first: string[] = []
  add(where: string, faults: readonly Fault[]): void {
    this.count += 1
    if (this.first.length < 10) this.first.push(`${where}: ${faults.map(sentence).join('; ')}`)
  }
}

/** `2026-10`: the last whole month before `now`, in Beijing. */
export function lastMonth(now: Instant): string {
  const { year, month } = localOf(now, 'Asia/Shanghai')
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

export function operatorMonth(ask: { seed: string; customers: number; month: string }): Month {
  const operator = createOperator(ask)
  const refused = new Refusals()
  return {
    seed: ask.seed,
    from: operator.from,
    until: operator.until,
    feed: factsOf(operator, refused),
    refused,
  }
}

function* factsOf(operator: Operator, refused: Refusals): Generator<Timed> {
  for (const { arrivesAt, event } of operator.facts()) {
    const parsed = parseEvent(event)
    if (parsed.state === 'taken') yield { arrival: parsed.arrival, at: arrivesAt }
    else refused.add(event.id, parsed.faults)
  }
}

/** Writes the month of this seed as NDJSON; returns the number of facts. */
export async function exportMonth(
  path: string,
  ask: { seed: string; customers: number; month: string },
): Promise<number> {
  const stream = createWriteStream(path)
  let lines = -1 // the header is no fact
  for (const line of monthLines(createOperator(ask))) {
    lines += 1
    if (!stream.write(`${line}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await finished(stream)
  return lines
}

/** The seed of a file that names none: the same file then gives the same decisions everywhere. */
const fileSeed = 'file'

/** A file plays by its own clock: the arrival that it gives, else the time of each fact. */
export async function fileMonth(path: string): Promise<Month> {
  const header = await readHeader(path)
  const refused = new Refusals()
  const from = header === null ? null : parseTime(String(header['from']))
  const until = header === null ? null : parseTime(String(header['until']))
  const span = from === null || until === null ? await spanOf(path) : { from, until }
  const seed = typeof header?.['seed'] === 'string' ? header['seed'] : fileSeed
  return { seed, ...span, feed: linesIn(path, refused), refused }
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
  let from = Infinity
  let until = -Infinity
  for await (const { at } of linesIn(path, new Refusals())) {
    from = Math.min(from, at)
    until = Math.max(until, at)
  }
  if (from === Infinity) throw new Error(`${path}: no line holds a fact`)
  return { from, until: until + dayMs }
}
