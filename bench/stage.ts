/** The benches by name, and one of them run at one size on one database. */
import type { Measure } from './clockwork.ts'
import { benchCustomer } from './customer.ts'
import { type Bench, type DatabaseKind, startBench } from './databases.ts'
import { accountsMax, benchDecide } from './decide.ts'
import { benchDemo } from './demo.ts'
import { benchDispatch } from './dispatch.ts'
import { benchIntake } from './intake.ts'
import { benchLatency } from './latency.ts'
import { benchSmpp } from './smpp-session.ts'
import { benchStore } from './store.ts'
import { benchTurn, type TurnCosts, turnRow } from './turn.ts'
import { benchViews } from './views.ts'
import { benchWire } from './wire.ts'

export const benches = [
  'decide',
  'store',
  'turn',
  'intake',
  'dispatch',
  'smpp',
  'wire',
  'customer',
  'views',
  'demo',
] as const
export type BenchName = (typeof benches)[number]

/** What a bench is made of, each part in a process of its own. */
export type Part = BenchName | 'latency'
export const partsOf = (name: BenchName): readonly Part[] =>
  name === 'dispatch' ? ['dispatch', 'latency'] : [name]

/** These bring what they work on with them: no database to choose. */
export const isAlone = (name: BenchName): boolean => ['decide', 'smpp', 'views', 'demo'].includes(name)

/** The size at which a bench is run when so many accounts are asked for. */
export const sizeOf = (name: BenchName, size: number): number =>
  name === 'decide' ? Math.min(size, accountsMax) : size

/** These have a size of their own. */
export const hasOwnSize = (name: BenchName): boolean => ['store', 'smpp', 'views', 'demo'].includes(name)

export interface StageAsk {
  readonly part: Part
  readonly size: number
  /** Null for those that have none to choose. */
  readonly database: DatabaseKind | null
}

export interface Stage {
  readonly rows: readonly Measure[]
  /** Of turns, to tell the growth of their cost by. */
  readonly costs: TurnCosts | null
}

const stageOf = (...rows: readonly Measure[]): Stage => ({ rows, costs: null })

export async function runStage({ part, size, database }: StageAsk): Promise<Stage> {
  switch (part) {
    case 'decide':
      return stageOf(...benchDecide(size))
    case 'smpp':
      return stageOf(...(await benchSmpp(3_000)))
    case 'views':
      return stageOf(...(await benchViews()))
    case 'demo':
      return stageOf(...(await benchDemo()))
    case 'store':
      return onDatabase(database, async bench => stageOf(...(await benchStore(bench, 3_000))))
    case 'turn':
      return onDatabase(database, async bench => {
        const costs = await benchTurn(bench, size)
        return { rows: [turnRow(bench.kind, size, costs)], costs }
      })
    case 'intake':
      return onDatabase(database, async bench => stageOf(...(await benchIntake(bench, size))))
    case 'dispatch':
      return onDatabase(database, async bench => stageOf(await benchDispatch(bench, size)))
    case 'wire':
      return onDatabase(database, async bench => stageOf(...(await benchWire(bench, size))))
    case 'customer':
      return onDatabase(database, async bench => stageOf(await benchCustomer(bench, size)))
    case 'latency':
      return onDatabase(database, async bench => stageOf(await benchLatency(bench, size)))
  }
}

async function onDatabase(kind: DatabaseKind | null, work: (bench: Bench) => Promise<Stage>): Promise<Stage> {
  const bench = await startBench(kind ?? 'embedded')
  try {
    return await work(bench)
  } finally {
    await bench.close()
  }
}
