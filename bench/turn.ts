/**
 * Turns: reports of counters, one in a hundred crossing a limit, 2,000 to a turn, accounts in shuffled order, each
 * named by its number; from the arrival (parsed already) to the commit.
 *
 * Floor: what each turn committed (state rows, journal rows, reminders, tallies, fences) is written to a second
 * database with the same accounts, right after the turn, by the same statements from rows in memory: no look-up, no
 * reading, no deciding.
 */
import type { Arrival } from '../src/core/event/arrival.ts'
import type { Instant } from '../src/core/units.ts'
import type { TurnParts } from '../src/engine/turn/parts.ts'
import { itemsMax, runTurn } from '../src/engine/turn/turn.ts'
import { type Cost, costOf, costText, type Measure, percent, whole } from './clockwork.ts'
import type { Bench, DatabaseKind } from './databases.ts'
import { noon, openTwins, turnPartsOn, type Twins } from './twins.ts'

export interface TurnCosts {
  readonly engine: Cost
  readonly floor: Cost
}

export interface TurnAsk {
  readonly warmUp: number
  readonly turns: number
}

/** One turn; fails unless every fact of it was decided. */
export async function decideAll(parts: TurnParts, arrivals: readonly Arrival[], now: Instant): Promise<void> {
  const items = arrivals.map(arrival => ({ kind: 'arrival' as const, now, arrival, seq: null }))
  const { verdicts } = await runTurn(parts, items)
  const odd = [...verdicts.values()].find(verdict => verdict.state !== 'decided')
  if (odd !== undefined) throw new Error(`a fact was not decided: ${JSON.stringify(odd)}`)
}

export async function turnCosts(twins: Twins, { warmUp, turns }: TurnAsk): Promise<TurnCosts> {
  const { engine, floor, facts } = twins
  const parts = await turnPartsOn(twins)
  for (let n = 0; n < warmUp + turns; n += 1) {
    await twins.replay()
    if (n === warmUp) for (const { watch } of [engine, floor]) watch.reset()
    const now = twins.now + (n + 1) * itemsMax
    const arrivals = facts.next(itemsMax, now)
    await engine.time(() => decideAll(parts, arrivals, now))
  }
  await twins.replay()
  const count = turns * itemsMax
  return { engine: costOf(engine.watch, count), floor: costOf(floor.watch, count) }
}

export async function benchTurn(bench: Bench, size: number): Promise<TurnCosts> {
  return turnCosts(await openTwins(bench, size, noon), { warmUp: 15, turns: 75 })
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
