/** Where the month comes from: the simulated operator, or a file that was exported or written by others. */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import type { Person } from '../../../operator/person.ts'
import { createOperator, type Operator } from '../../../operator/operator.ts'
import type { Reading } from '../../../operator/heed.ts'
import { headerOf, lineOf } from '../../../operator/month-file.ts'
import { localOf } from '../../core/calendar/zone.ts'
import type { Instant } from '../../core/units.ts'
import type { Facts, Lull, Timed } from '../../engine/feed.ts'
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
  readonly feed: Facts
  /** What a handset showed, for those who act on it; whoever lives in a file has acted already. */
  readonly read: (reading: Reading) => void
  /** Of those who live in it, some who may be played afterwards; of a file nobody is known. */
  readonly cast: readonly Person[]
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

/** @param exportPath the facts go to this file too, as NDJSON, while the month passes: played from it, it is the same month. */
export function operatorMonth(ask: OperatorAsk, exportPath?: string): Month {
  const operator = createOperator(ask)
  const refused = new Refusals()
  const { from, until } = operator
  const facts = exportPath === undefined ? operator.unfolding() : exported(operator, openExport(exportPath))
  return {
    seed: ask.seed,
    from,
    until,
    feed: factsOf(facts, refused),
    read: reading => operator.read(reading),
    cast: castOf(operator.people()),
    refused,
  }
}

/** Two of each brand, of those with a phone of their own and money on it. */
function castOf(people: Iterable<Person>): Person[] {
  const cast: Person[] = []
  for (const person of people) {
    const { brand, family, months, numbers, payMode, plan } = person
    const isUsual = family.role === 'single' && numbers.length === 1 && months > 2 && plan.dataMB > 0
    const isWanted = cast.filter(one => one.brand === brand).length < castOfBrand
    if (isUsual && payMode === 'prepaid' && isWanted) cast.push(person)
    if (cast.length === castMax) break
  }
  return cast
}

const castOfBrand = 2
const castMax = 6

type Unfolding = ReturnType<Operator['unfolding']>

function* factsOf(facts: Unfolding, refused: Refusals): Generator<Timed | Lull> {
  for (const { arrivesAt, event } of facts) {
    if (event === null) {
      yield { arrival: null, at: arrivesAt }
      continue
    }
    const parsed = parseEvent(event)
    if (parsed.state === 'taken') yield { arrival: parsed.arrival, at: arrivesAt }
    else refused.add(event.id, parsed.faults)
  }
}

function openExport(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    throw new CommandError(exitCodes.usage, `${path} cannot be written: ${(error as Error).message}`)
  }
}

function* exported(operator: Operator, file: number): Unfolding {
  try {
    writeSync(file, `${JSON.stringify(headerOf(operator))}\n`)
    for (const fact of operator.unfolding()) {
      if (fact.event !== null) writeSync(file, `${lineOf(operator, fact)}\n`)
      yield fact
    }
  } finally {
    closeSync(file)
  }
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
  return { seed, ...span, feed: linesIn(path, refused), read: () => undefined, cast: [], refused }
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
