/**
 * Two databases with the same accounts. The engine works on the first; what it has committed is then written to the
 * second by bare SQL, from rows in memory, batch by batch, so that both meet the same load of the machine.
 */
import { pino } from 'pino'
import { decide } from '../src/core/decide.ts'
import type { Instant } from '../src/core/units.ts'
import { JournalDays } from '../src/engine/journal-days.ts'
import { newMeter } from '../src/engine/meter.ts'
import { takeOver } from '../src/engine/recovery.ts'
import type { Surroundings, TurnParts } from '../src/engine/turn/parts.ts'
import type { Database } from '../src/store/database.ts'
import { Vault } from '../src/store/vault.ts'
import { Stopwatch } from './clockwork.ts'
import type { Bench } from './databases.ts'
import { Facts } from './facts.ts'
import { populate, realRulebook, settledAt, surroundingsUnder, tidy } from './population.ts'
import { putTogether, Recorder, takenApart } from './recorder.ts'

/** Noon of a day in the middle of a month. */
export const noon = Date.UTC(2026, 10, 17, 4)
export const secret = new Uint8Array(32).fill(9)
export const quietLog = pino({ level: 'silent' })
/** The live engine looks after an embedded database so often. */
const maintainEveryMs = 2_000

/** One of the two: each ages and is looked after by its own time. */
export class Side {
  readonly database: Database
  readonly watch: Stopwatch
  #maintained = 0

  constructor(database: Database, watch: Stopwatch) {
    this.database = database
    this.watch = watch
  }

  time<T>(work: () => Promise<T>): Promise<T> {
    return this.watch.time(async () => {
      const result = await work()
      const now = this.watch.totalMs
      if (now - this.#maintained >= maintainEveryMs) {
        this.#maintained = now
        await this.database.maintain()
      }
      return result
    })
  }
}

/** What turns work on. */
export interface Ground {
  readonly database: Database
  readonly vault: Vault
  readonly surroundings: Surroundings
  readonly now: Instant
}

export interface Twins extends Ground {
  readonly database: Recorder
  readonly engine: Side
  readonly floor: Side
  readonly facts: Facts
  /** Sends to the floor what the engine has committed since. */
  replay(): Promise<void>
}

export async function openTwins(bench: Bench, size: number, now: Instant): Promise<Twins> {
  const [engineWatch, floorWatch] = [new Stopwatch(bench.cpuTime), new Stopwatch(bench.cpuTime)]
  const database = new Recorder(await bench.open('engine', () => engineWatch.totalMs))
  const floor = new Side(await bench.open('floor', () => floorWatch.totalMs), floorWatch)
  const vault = new Vault(new Uint8Array(32).fill(7))
  const rulebook = realRulebook()
  const replay = async (): Promise<void> => {
    for (const statements of database.take()) {
      const rows = statements.map(takenApart)
      await floor.time(() => floor.database.transact(rows.map(putTogether)))
    }
  }
  await populate(database, size, { settled: settledAt(rulebook, now), vault, now, onChunk: replay })
  await tidy(floor.database)
  const engine = new Side(database, engineWatch)
  const facts = new Facts(size)
  return { database, engine, floor, vault, surroundings: surroundingsUnder(rulebook), facts, now, replay }
}

/** Takes the shards over: what a turn needs. */
export async function turnPartsOn({ database, vault, surroundings, now }: Ground): Promise<TurnParts> {
  const days = await JournalDays.open(database)
  await days.make([now])
  return {
    database,
    vault,
    decide,
    surroundingsAt: () => surroundings,
    secret,
    fences: await takeOver(database),
    days,
    meter: newMeter(),
    log: quietLog,
    signal: new AbortController().signal,
  }
}
