/**
 * Turns: reports of counters, one in a hundred crossing a limit, 2,000 to a turn, five turns in a row, accounts in
 * shuffled order, each named by its number; from the arrival (parsed already) to the commit.
 *
 * Floor: what each turn committed (state rows, journal rows, reminders, tallies, fences) is written to a second
 * database with the same accounts, right after the turn, by the same statements from rows in memory: no look-up, no
 * reading, no deciding.
 */
import type { Arrival } from '../src/core/event/arrival.ts'
import type { Instant } from '../src/core/units.ts'
import type { TurnParts } from '../src/engine/turn/parts.ts'
import { itemsMax, runTurn, type TurnOptions } from '../src/engine/turn/turn.ts'
import { inARow, type Run } from '../src/engine/turn/underway.ts'
import { type Cost, costOf, costText, type Measure, percent, whole } from './clockwork.ts'
import type { Bench, DatabaseKind } from './databases.ts'
import { noon, openTwins, turnPartsOn, type Twins } from './twins.ts'

export interface TurnCosts {
  readonly engine: Cost
  readonly floor: Cost
}

export interface TurnAsk {
  readonly warmUp: number
  /** Each of five turns. */
  readonly rows: number
}

/** As many as the live engine takes before it looks at anything but arrivals. */
const turnsInARow = 5

/** One turn; fails unless every fact of it was decided. */
export async function decideAll(
  parts: TurnParts,
  { arrivals, now }: Batch,
  beside: Pick<TurnOptions, 'after' | 'announce'> = {},
): Promise<void> {
  const items = arrivals.map(arrival => ({ kind: 'arrival' as const, now, arrival, seq: null }))
  const { verdicts } = await runTurn(parts, items, beside)
  const odd = [...verdicts.values()].find(verdict => verdict.state !== 'decided')
  if (odd !== undefined) throw new Error(`a fact was not decided: ${JSON.stringify(odd)}`)
}

interface Batch {
  readonly arrivals: readonly Arrival[]
  readonly now: Instant
}

/** As the live engine does it when arrivals queue up. */
function decideInARow(parts: TurnParts, [first, ...rest]: readonly Batch[]): Promise<void> {
  const run =
    (batch: Batch): Run<void> =>
    (after, announce) =>
      decideAll(parts, batch, { after, announce })
  const next = (): Run<void> | null => {
    const batch = rest.shift()
    return batch === undefined ? null : run(batch)
  }
  return inARow(run(first!), next, () => undefined)
}

export async function turnCosts(twins: Twins, { warmUp, rows }: TurnAsk): Promise<TurnCosts> {
  const { engine, floor, facts } = twins
  const parts = await turnPartsOn(twins)
  let now = twins.now
  for (let n = 0; n < warmUp + rows; n += 1) {
    await twins.replay()
    if (n === warmUp) for (const { watch } of [engine, floor]) watch.reset()
    const row = Array.from({ length: turnsInARow }, () => {
      now += itemsMax
      return { arrivals: facts.next(itemsMax, now), now }
    })
    await engine.time(() => decideInARow(parts, row))
  }
  await twins.replay()
  const count = rows * turnsInARow * itemsMax
  return { engine: costOf(engine.watch, count), floor: costOf(floor.watch, count) }
}

export async function benchTurn(bench: Bench, size: number): Promise<TurnCosts> {
  return turnCosts(await openTwins(bench, size, noon), { warmUp: 3, rows: 15 })
}

export const turnRow = (kind: DatabaseKind, size: number, { engine, floor }: TurnCosts): Measure => ({
  what: `turn, ${kind}, ${whole(size)} accounts`,
  figure: costText(engine),
  floor: `${costText(floor)} (the same rows by bare SQL)`,
  ratio: percent(engine.perSecond / floor.perSecond),
  target: kind === 'postgres' ? '≥ 50 % of the floor at 1 M accounts' : '≥ 15,000/s at 100,000 accounts',
})

/** How much more an event costs among many accounts. */
export const growthRow = (kind: DatabaseKind, few: TurnCosts, many: TurnCosts): Measure => ({
  what: `an event, ${kind}, 1,000,000 accounts against 10,000`,
  figure: eachText(many.engine),
  floor: eachText(few.engine),
  ratio: `${(few.engine.perSecond / many.engine.perSecond).toFixed(2)} ×`,
  target: '≤ 2 ×',
})

const eachText = ({ perSecond, cpuUs }: Cost): string =>
  `${whole(1e6 / perSecond)} µs${Number.isNaN(cpuUs) ? '' : `, ${whole(cpuUs)} µs CPU`}`
