/**
 * Intake: facts sent to `POST /events` of a whole Kairos at work (API, engine, dispatch, `log` gateway), four
 * connections at once, answered after commit: batches of 1,000, and streams of NDJSON. The sender sits in the same
 * process; its bodies are made before.
 *
 * Beside it, in the same run: the same bodies parsed only, and the same database taking turns of 2,000 with nothing
 * around them.
 */
import { itemsMax } from '../src/engine/turn/turn.ts'
import { limits } from '../src/intake/limits.ts'
import { itemOf } from '../src/intake/line-item.ts'
import { LineSplitter } from '../src/intake/ndjson.ts'
import { parseEvent } from '../src/intake/parse.ts'
import { best, type Measure, percent, perSecond, Stopwatch, whole } from './clockwork.ts'
import type { Bench, DatabaseKind } from './databases.ts'
import { cloudEventOf, Facts } from './facts.ts'
import { realRulebook, surroundingsUnder } from './population.ts'
import { batchType, connections, installed, linesType, type Served, serveOn } from './served.ts'
import { decideAll } from './turn.ts'
import { type Ground, Side, turnPartsOn } from './twins.ts'

const batchEvents = limits.batchEvents

export interface IntakeAsk {
  readonly size: number
  /** Of each way: so many warm up, so many count. */
  readonly warmUp: number
  readonly count: number
}

/** Events per second. */
export interface IntakeRates {
  readonly turnAlone: number
  readonly batches: number
  readonly batchParse: number
  readonly lines: number
  readonly lineParse: number
}

/** Turns first, then the whole Kairos over the same accounts; `also` is done before that stops. */
export async function intakeRates(
  bench: Bench,
  ask: IntakeAsk,
  also: (served: Served) => Promise<void> = () => Promise.resolve(),
): Promise<IntakeRates> {
  const facts = new Facts(ask.size)
  const { database, vault } = await installed(bench, ask.size)
  const ground = { database, vault, surroundings: surroundingsUnder(realRulebook()), now: Date.now() }
  const turnAlone = await turnsAlone(ground, facts, ask)
  await database.close()
  const served = await serveOn(bench, facts)
  try {
    const rates = await postedRates(served, ask)
    await also(served)
    return { turnAlone, ...rates }
  } finally {
    await served.stop()
  }
}

async function postedRates(served: Served, ask: IntakeAsk): Promise<Omit<IntakeRates, 'turnAlone'>> {
  const { facts } = served
  const { warmUp, count } = ask
  const batches = Array.from({ length: (warmUp + count) / batchEvents }, () => batchOf(facts, batchEvents))
  const perStream = Math.ceil(count / connections)
  const streams = Array.from({ length: connections }, () => streamOf(facts, perStream))
  await postAll(served, batchType, batches.slice(0, warmUp / batchEvents))
  const batchRate = await postAll(served, batchType, batches.slice(warmUp / batchEvents))
  const streamRate = await postAll(served, linesType, streams)
  await expectDecided(served, 2 * (warmUp + count) + perStream * connections)
  const prepare = (): void => undefined
  return {
    batches: batchRate * batchEvents,
    batchParse: best(3, { prepare, run: () => parseBatches(batches) }),
    lines: streamRate * perStream,
    lineParse: best(3, { prepare, run: () => parseLines(streams) }),
  }
}

async function turnsAlone(ground: Ground, facts: Facts, ask: IntakeAsk): Promise<number> {
  const parts = await turnPartsOn(ground)
  const side = new Side(ground.database, new Stopwatch())
  for (let done = 0; done < ask.warmUp + ask.count; done += itemsMax) {
    if (done === ask.warmUp) side.watch.reset()
    const now = Date.now()
    const arrivals = facts.next(itemsMax, now)
    await side.time(() => decideAll(parts, { arrivals, now }))
  }
  return (ask.count * 1_000) / side.watch.ms
}

export const batchOf = (facts: Facts, count: number): Buffer =>
  Buffer.from(JSON.stringify(facts.next(count, Date.now()).map(cloudEventOf)))

const streamOf = (facts: Facts, count: number): Buffer =>
  Buffer.from(
    facts
      .next(count, Date.now())
      .map(arrival => `${JSON.stringify(cloudEventOf(arrival))}\n`)
      .join(''),
  )

/** Posts them over all connections at once; resolves to bodies per second. */
export async function postAll(served: Served, type: string, bodies: readonly Uint8Array[]): Promise<number> {
  const watch = new Stopwatch()
  const rest = bodies.values()
  const send = async (): Promise<void> => {
    for (const body of rest) await served.post(type, body)
  }
  await watch.time(async () => {
    await Promise.all(Array.from({ length: connections }, send))
  })
  return (bodies.length * 1_000) / watch.ms
}

async function expectDecided({ running }: Served, count: number): Promise<void> {
  const [row] = await running.installation.database.read<{ count: number }>({
    text: `select count(*) as count from journal where origin = 'outside'`,
    values: [],
  })
  if (row?.count !== count) throw new Error(`${row?.count} of ${count} facts were decided`)
}

function parseBatches(bodies: readonly Buffer[]): number {
  let taken = 0
  for (const body of bodies) {
    for (const value of JSON.parse(body.toString('utf8')) as unknown[]) {
      if (parseEvent(value).state === 'taken') taken += 1
    }
  }
  return taken
}

function parseLines(bodies: readonly Buffer[]): number {
  let taken = 0
  for (const body of bodies) {
    const splitter = new LineSplitter({ lineBytesMax: limits.eventBytes, linesMax: limits.streamLines })
    for (const line of splitter.push(body)) if (itemOf(line).state === 'taken') taken += 1
  }
  return taken
}

export async function benchIntake(bench: Bench, size: number): Promise<readonly Measure[]> {
  return intakeRows(bench.kind, size, await intakeRates(bench, { size, warmUp: 20_000, count: 100_000 }))
}

export function intakeRows(kind: DatabaseKind, size: number, rates: IntakeRates): readonly Measure[] {
  const { turnAlone, batches, batchParse, lines, lineParse } = rates
  const row = (
    way: string,
    rate: number,
    floor: { readonly rate: number; readonly of: string },
  ): Measure => ({
    what: `${way}, ${kind}, ${whole(size)} accounts`,
    figure: perSecond(rate),
    floor: `${perSecond(floor.rate)} (${floor.of})`,
    ratio: percent(rate / floor.rate),
    target: '–',
  })
  return [
    row('batches of 1,000 by HTTP', batches, { rate: turnAlone, of: 'turns alone' }),
    row('batches of 1,000 by HTTP', batches, { rate: batchParse, of: 'parsing alone' }),
    row('NDJSON by HTTP', lines, { rate: turnAlone, of: 'turns alone' }),
    row('NDJSON by HTTP', lines, { rate: lineParse, of: 'parsing alone' }),
  ]
}
