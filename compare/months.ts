/**
 * The same months of the same people under one rulebook: what happened to each of them, and what their handsets showed.
 *
 * A message meets the fate that its number and moment give it, whatever rule it came from, so two rulebooks meet the same
 * handsets in the same hours.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Civil } from '../operator/civil.ts'
import { noDirt } from '../operator/dirt.ts'
import type { Experience, Happening, Shown } from '../operator/experience.ts'
import { createReach, type Reach } from '../operator/handsets.ts'
import { createOperator, type Operator } from '../operator/operator.ts'
import type { Instant } from '../src/core/units.ts'
import { parseEvent } from '../src/intake/parse.ts'
import type { Timed } from '../src/engine/feed.ts'
import { readConfig, type Config } from '../src/main/config.ts'
import { play } from '../src/main/demo/play.ts'
import { openGateways } from '../src/main/gateways.ts'
import { openInstallation } from '../src/main/installation.ts'
import { watchOver } from '../src/main/serve.ts'

export interface Ask {
  readonly seed: string
  readonly customers: number
  readonly from: Instant
  readonly until: Instant
}

/** Texts and machine calls: staff who call are not there, and what asks for them is withheld. */
const channels = ['sms', 'voice'] as const

/** @param dataFolder emptied before and after. */
export async function liveUnder(ask: Ask, rulebookFolder: string, dataFolder: string): Promise<Experience[]> {
  rmSync(dataFolder, { recursive: true, force: true })
  try {
    const operator = createOperator(ask)
    const shownAt = new Map<string, Instant>()
    await playMonths(operator, {
      reach: remembering(ask.seed, shownAt),
      config: configOf(rulebookFolder, dataFolder),
    })
    return experiencesOf(ask, operator.civil, shownBy(dataFolder, shownAt))
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** When the handset showed each message that reached it. A lost receipt is lost to the operator, not to the customer. */
function remembering(seed: string, shownAt: Map<string, Instant>): Reach {
  const reach = createReach({ seed })
  return message => {
    const fate = reach({ ...message, attempt: `${message.number}/${message.now}` })
    if (fate === 'never') shownAt.set(message.attempt, message.now)
    else if (fate.outcome === 'delivered') shownAt.set(message.attempt, message.now + fate.afterMs)
    return fate
  }
}

function configOf(rulebookFolder: string, dataFolder: string): Config {
  const gateways = channels.map(channel => ({
    name: channel,
    driver: 'log' as const,
    channel,
    window: 100,
    partsPerSecond: 1_000,
    file: undefined,
  }))
  return { ...readConfig({}), dataFolder, rulebookFolder, sendTo: 'everyone', gateways }
}

async function playMonths(
  operator: Operator,
  { reach, config }: { readonly reach: Reach; readonly config: Config },
): Promise<void> {
  const { seed, from, until } = operator
  const installation = await openInstallation(config, { now: () => from, secret: Buffer.from(seed) })
  try {
    const { surroundings } = watchOver(installation)
    await surroundings.reload(from)
    await play({
      ...installation,
      seed,
      from,
      until,
      feed: feedOf(operator),
      surroundings,
      gateways: openGateways({ config, reach, clock: null }),
      log: pino({ level: 'silent' }),
      onProgress: () => undefined,
    })
  } finally {
    await installation.database.close()
  }
}

function* feedOf(operator: Operator): Generator<Timed> {
  for (const { arrivesAt, event } of operator.facts()) {
    const parsed = parseEvent(event)
    if (parsed.state !== 'taken') throw new Error(`the operator stated what no schema takes: ${event.id}`)
    yield { arrival: parsed.arrival, at: arrivesAt }
  }
}

interface Line {
  readonly attempt: string
  readonly number: string
  readonly text: string
}

/** By number. */
function shownBy(
  dataFolder: string,
  shownAt: ReadonlyMap<string, Instant>,
): ReadonlyMap<string, readonly Shown[]> {
  const all = channels.flatMap(channel =>
    readFileSync(join(dataFolder, `${channel}.ndjson`), 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .flatMap(line => {
        const { attempt, number, text } = JSON.parse(line) as Line
        const at = shownAt.get(attempt)
        return at === undefined ? [] : [{ number, shown: { at, channel, text } }]
      }),
  )
  const byNumber = Map.groupBy(all, ({ number }) => number)
  return new Map([...byNumber].map(([number, list]) => [number, list.map(({ shown }) => shown)]))
}

/** What really happened: the operator lives once more, with clean lines; what the load told of the past is no part of it. */
function experiencesOf(ask: Ask, civil: Civil, shown: ReadonlyMap<string, readonly Shown[]>): Experience[] {
  const operator = createOperator({ ...ask, dirt: noDirt })
  const happenings = [...operator.facts()]
    .map(({ event }): Happening => ({ ...event, at: Date.parse(event.time) }))
    .filter(({ at }) => at >= ask.from)
  const byAccount = Map.groupBy(happenings, ({ id }) => id.split('.')[1]!)
  return [...operator.people()].map(({ account, numbers }) => ({
    account,
    happenings: (byAccount.get(account) ?? []).toSorted((a, b) => a.at - b.at),
    shown: numbers.flatMap(number => shown.get(number) ?? []).toSorted((a, b) => a.at - b.at),
    civil,
    until: ask.until,
  }))
}
