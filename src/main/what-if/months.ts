/**
 * The same months of the same people under one rulebook: what happened to each of them, and what their handsets showed.
 *
 * A message meets the fate that its number and moment give it, whatever rule it came from, so two rulebooks meet the same
 * handsets in the same hours.
 */
import { rmSync } from 'node:fs'
import { pino } from 'pino'
import type { Envelope } from '../../../operator/envelope.ts'
import type { Experience, Happening, Shown } from '../../../operator/experience.ts'
import { createReach } from '../../../operator/handsets.ts'
import { createOperator, type Operator } from '../../../operator/operator.ts'
import type { Instant } from '../../core/units.ts'
import { parseEvent } from '../../intake/parse.ts'
import type { Gateway } from '../../channels/channel.ts'
import type { Reach } from '../../channels/log/reach.ts'
import type { Lull, Timed } from '../../engine/feed.ts'
import { readConfig, type Config } from '../config.ts'
import { play } from '../demo/play.ts'
import type { Progress } from '../../engine/discrete.ts'
import { openGateways } from '../gateways.ts'
import { openInstallation } from '../installation.ts'
import { watchOver } from '../serve.ts'

export interface Ask {
  readonly seed: string
  readonly customers: number
  readonly from: Instant
  readonly until: Instant
  readonly onProgress?: (progress: Progress) => void
}

/** Texts and machine calls: staff who call are not there, and what asks for them is withheld. */
const channels = ['sms', 'voice'] as const
type Channel = (typeof channels)[number]

/**
 * Customers act on what their handsets show, so what happens under one rulebook is not all that happens under another; what
 * comes from outside (journeys, needs, whims) is the same.
 *
 * @param dataFolder emptied before and after.
 */
export async function liveUnder(ask: Ask, rulebookFolder: string, dataFolder: string): Promise<Experience[]> {
  rmSync(dataFolder, { recursive: true, force: true })
  try {
    const happened: Envelope[] = []
    const operator = createOperator({ ...ask, witness: event => happened.push(event) })
    const shown = new Map<string, Shown[]>()
    const config = configOf(rulebookFolder, dataFolder)
    const gateways = channels.flatMap(channel => {
      const own = { ...config, gateways: config.gateways.filter(one => one.channel === channel) }
      return openGateways({ config: own, reach: readers(operator, { channel, shown }), clock: null })
    })
    await playMonths({ operator, config, gateways, onProgress: ask.onProgress ?? (() => undefined) })
    return experiencesOf(operator, happened, shown)
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/**
 * What each handset showed and when, noted by number and told to the operator's customers. A lost receipt is lost to the
 * operator, not to the customer.
 */
function readers(
  operator: Operator,
  { channel, shown }: { readonly channel: Channel; readonly shown: Map<string, Shown[]> },
): Reach {
  const reach = createReach({ seed: operator.seed })
  return ({ number, now, validUntil, text }) => {
    const fate = reach({ attempt: `${number}/${now}`, number, now, validUntil })
    const afterMs = fate === 'never' ? 0 : fate.outcome === 'delivered' ? fate.afterMs : null
    if (afterMs === null) return fate
    const at = now + afterMs
    shown.set(number, [...(shown.get(number) ?? []), { at, channel, text }])
    operator.read({ number, at, text })
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

interface Playing {
  readonly operator: Operator
  readonly config: Config
  readonly gateways: readonly Gateway[]
  readonly onProgress: (progress: Progress) => void
}

async function playMonths({ operator, config, gateways, onProgress }: Playing): Promise<void> {
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
      gateways,
      log: pino({ level: 'silent' }),
      onProgress,
    })
  } finally {
    await installation.database.close()
  }
}

function* feedOf(operator: Operator): Generator<Timed | Lull> {
  for (const { arrivesAt, event } of operator.unfolding()) {
    if (event === null) {
      yield { arrival: null, at: arrivesAt }
      continue
    }
    const parsed = parseEvent(event)
    if (parsed.state !== 'taken') throw new Error(`the operator stated what no schema takes: ${event.id}`)
    yield { arrival: parsed.arrival, at: arrivesAt }
  }
}

/** What the load told of the past is no part of these months. */
function experiencesOf(
  operator: Operator,
  happened: readonly Envelope[],
  shown: ReadonlyMap<string, readonly Shown[]>,
): Experience[] {
  const { civil, from, until } = operator
  const happenings = happened
    .map((event): Happening => ({ ...event, at: Date.parse(event.time) }))
    .filter(({ at }) => at >= from)
  const byAccount = Map.groupBy(happenings, ({ id }) => id.split('.')[1]!)
  return [...operator.people()].map(({ account, numbers }) => ({
    account,
    happenings: (byAccount.get(account) ?? []).toSorted((a, b) => a.at - b.at),
    shown: numbers.flatMap(number => shown.get(number) ?? []).toSorted((a, b) => a.at - b.at),
    civil,
    until,
  }))
}
