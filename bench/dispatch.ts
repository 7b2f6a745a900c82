/**
 * Dispatch: reminders that are due leave and their receipts are recorded, all by the live engine with four `log`
 * gateways (window 100 each, receipts after 20 ms): claimed, asked whether still true, rendered, committed, handed
 * over, answered, concluded.
 *
 * Floor: all that was committed meanwhile, in the same transactions by bare SQL on a second database.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Gateway } from '../src/channels/channel.ts'
import { LogGateway } from '../src/channels/log/gateway.ts'
import { decide } from '../src/core/decide.ts'
import type { Instant } from '../src/core/units.ts'
import type { Clock } from '../src/engine/clock.ts'
import { Live } from '../src/engine/live.ts'
import { Machine } from '../src/engine/machine.ts'
import { itemsMax } from '../src/engine/turn/turn.ts'
import { type Cost, costOf, costText, type Measure, percent, whole } from './clockwork.ts'
import type { Bench, DatabaseKind } from './databases.ts'
import { gatewayWindow } from './served.ts'
import { decideAll } from './turn.ts'
import { openTwins, quietLog, secret, turnPartsOn, type Twins } from './twins.ts'

export const gatewayCount = 4
const receiptAfterMs = 20
const waitMaxMs = 300_000

export interface DispatchAsk {
  readonly rounds: number
  /** Reminders of each round; a first round only warms up. */
  readonly reminders: number
  /** Where they leave by; `log` gateways unless told otherwise. */
  readonly gateways?: (clock: Clock) => readonly Gateway[]
}

export interface DispatchCosts {
  readonly engine: Cost
  readonly floor: Cost
}

/** Shortly before the reminders were planned, and going on from there. */
function clockFrom(start: number): Clock {
  const zero = performance.now()
  return { now: () => start + Math.floor(performance.now() - zero), elapsed: () => performance.now() }
}

export async function dispatchCosts(bench: Bench, twins: Twins, ask: DispatchAsk): Promise<DispatchCosts> {
  const { engine, floor } = twins
  const gatewaysOf = ask.gateways ?? (clock => logGateways(bench, clock))
  let now = twins.facts.last ?? twins.now
  for (let round = 0; round <= ask.rounds; round += 1) {
    now = await planned(twins, ask.reminders, now)
    await twins.replay()
    if (round === 1) for (const { watch } of [engine, floor]) watch.reset()
    const clock = clockFrom(now)
    const { live, machine } = await opened(bench, twins, { clock, gateways: gatewaysOf(clock) })
    await engine.watch.time(() => allDelivered(live, machine, ask.reminders))
    now = machine.clock.now() + 1_000
    await live.stop(5_000)
    await twins.replay()
  }
  const count = ask.rounds * ask.reminders
  return { engine: costOf(engine.watch, count), floor: costOf(floor.watch, count) }
}

/** Plans so many reminders, all due at once; returns the moment after. */
async function planned(twins: Twins, count: number, now: Instant): Promise<Instant> {
  const parts = await turnPartsOn({ ...twins, now })
  let at = now
  for (let left = count; left > 0; left -= itemsMax) {
    const batch = Math.min(itemsMax, left)
    at += batch
    await decideAll(parts, { arrivals: twins.facts.next(batch, at, 'each'), now: at })
    await twins.replay()
  }
  return at
}

const logGateways = (bench: Bench, clock: Clock): readonly Gateway[] =>
  Array.from(
    { length: gatewayCount },
    (_, n) =>
      new LogGateway({
        name: `log-sms-${n}`,
        channel: 'sms',
        confirms: 'handset',
        window: gatewayWindow,
        partsPerSecond: 100_000,
        path: join(bench.folder, `dispatch-${n}.ndjson`),
        reach: () => ({ outcome: 'delivered', afterMs: receiptAfterMs, code: 'DELIVRD' }),
        clock,
      }),
  )

async function opened(
  bench: Bench,
  { database, vault, surroundings }: Twins,
  { clock, gateways }: { readonly clock: Clock; readonly gateways: readonly Gateway[] },
): Promise<{ live: Live; machine: Machine }> {
  const machine = await Machine.open({
    database,
    vault,
    decide,
    surroundingsAt: () => surroundings,
    secret,
    gateways,
    clock,
    log: quietLog,
    holder: randomUUID(),
    markPath: join(bench.folder, 'turn.mark'),
  })
  return { live: new Live(machine), machine }
}

async function allDelivered(live: Live, machine: Machine, count: number): Promise<void> {
  const { meter } = machine.parts
  live.start()
  const end = performance.now() + waitMaxMs
  while ((meter.outcomes['delivered'] ?? 0) < count) {
    if (performance.now() > end || !live.running)
      throw new Error(`only ${JSON.stringify(meter)} was delivered`)
    await sleep(2)
  }
}

export async function benchDispatch(bench: Bench, size: number): Promise<Measure> {
  const twins = await openTwins(bench, size, Date.now())
  const reminders = Math.min(size, 10_000)
  return dispatchRow(bench.kind, size, await dispatchCosts(bench, twins, { rounds: 3, reminders }))
}

export const dispatchRow = (kind: DatabaseKind, size: number, { engine, floor }: DispatchCosts): Measure => ({
  what: `planned to receipt recorded, ${kind}, ${whole(size)} accounts`,
  figure: costText(engine),
  floor: `${costText(floor)} (the same rows by bare SQL)`,
  ratio: percent(engine.perSecond / floor.perSecond),
  target: kind === 'postgres' ? '≥ 4,000/s' : '–',
})
