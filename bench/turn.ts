/**
 * Turns: reports of counters, one in a hundred crossing a limit, 2,000 to a turn, accounts in shuffled order, each
 * named by its number; from the arrival (parsed already) to the commit.
 *
 * Floor: what each turn committed (state rows, journal rows, reminders, tallies, fences) is sent as it stands to a
 * second database with the same accounts, right after the turn: no look-up, no reading, no deciding, not even the
 * making of the values.
 */
import { itemsMax, runTurn } from '../src/engine/turn/turn.ts'
import { type Measure, perSecond, share } from './clockwork.ts'
import { Facts } from './facts.ts'
import { openTwins, turnPartsOn, type Twins } from './twins.ts'
import type { Bench } from './databases.ts'

/** Noon of a day in the middle of a month. */
export const noon = Date.UTC(2026, 10, 17, 4)

export interface TurnRates {
  /** Events per second. */
  readonly engine: number
  readonly floor: number
}

export interface TurnAsk {
  readonly warmUp: number
  readonly turns: number
  readonly batch?: number
}

export async function turnRates(twins: Twins, { warmUp, turns, batch = itemsMax }: TurnAsk): Promise<TurnRates> {
  const { engine, floor, size } = twins
  const parts = await turnPartsOn(twins)
  await twins.replay()
  const facts = new Facts(size)
  for (let n = 0; n < warmUp + turns; n += 1) {
    if (n === warmUp) for (const { watch } of [engine, floor]) watch.reset()
    const now = twins.now + (n + 1) * batch
    const items = facts.next(batch, now).map(arrival => ({ kind: 'arrival' as const, now, arrival, seq: null }))
    const { verdicts } = await engine.time(() => runTurn(parts, items))
    const decided = [...verdicts.values()].filter(verdict => verdict.state === 'decided').length
    if (decided !== batch) throw new Error(`${decided} of ${batch} events were decided`)
    await twins.replay()
  }
  const count = turns * batch
  return { engine: (count * 1_000) / engine.watch.ms, floor: (count * 1_000) / floor.watch.ms }
}

export async function benchTurn(bench: Bench, size: number): Promise<{ rows: Measure[]; rates: TurnRates }> {
  const rates = await turnRates(await openTwins(bench, size, noon), { warmUp: 15, turns: 60 })
  return { rows: [rowOf(bench, size, rates)], rates }
}

export const rowOf = ({ kind }: Pick<Bench, 'kind'>, size: number, { engine, floor }: TurnRates): Measure => ({
  what: `turn, ${kind}, ${size.toLocaleString('en')} accounts`,
  figure: perSecond(engine),
  floor: `${perSecond(floor)} (the same statements, bare)`,
  ratio: share(engine / floor),
  target: kind === 'postgres' ? '≥ 50 % of the floor' : '15,000/s at 100,000 accounts',
})
