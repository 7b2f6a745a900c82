/** Kairos at work: the engine by the real clock, and the API. */
import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Api } from '../api/api.ts'
import { LiveHub } from '../api/live-hub.ts'
import { buildApi } from '../api/server.ts'
import type { SessionLimits } from '../api/sessions.ts'
import { seededReach } from '../channels/log/reach.ts'
import { decide } from '../core/decide.ts'
import { type Clock, realClock, type ShiftedClock } from '../engine/clock.ts'
import type { ComingBack } from '../engine/hold.ts'
import type { Inbox } from '../engine/inbox.ts'
import { Live } from '../engine/live.ts'
import { Machine } from '../engine/machine.ts'
import { checkRetention } from '../engine/retention.ts'
import type { Database } from '../store/database.ts'
import { readDrains } from '../store/gateway-drain.ts'
import { dropLeases, heldGateways } from '../store/gateway-lease.ts'
import { AllowList } from './allow-list.ts'
import type { Config } from './config.ts'
import { buildDesk } from './desk/desk.ts'
import { storedKeys } from './desk/keys.ts'
import type { EnginePort } from './desk/parts.ts'
import { storedSessions } from './desk/stored-sessions.ts'
import { CommandError, exitCodes } from './exit.ts'
import { requirePort } from './free-port.ts'
import { openGateways } from './gateways.ts'
import type { DemoStage, House } from './demo/stage/stage.ts'
import { type Installation, installationId, openInstallation } from './installation.ts'
import { LiveFeed } from './live-feed.ts'
import { metricsOf } from './metrics.ts'
import { noteText } from './note-words.ts'
import { packageRoot } from './package-root.ts'
import { firstAdministrator } from './staff/first-administrator.ts'
import { identityProvider } from './staff/identity-provider.ts'
import { SurroundingsKeeper } from './surroundings.ts'

/** Shutdown finishes or hands back what it holds within this, twice: the API, then the engine. */
const stopWithinMs = 10_000
/** Pauses, versions and the allow-list are read anew so often, should another process have changed them. */
const reloadEveryMs = 5_000

/** Where `npm run build` puts the console. */
const consoleFolder = fileURLToPath(new URL('dist/console', packageRoot))

export interface Running {
  readonly url: string
  readonly live: Live
  readonly installation: Installation
  /** Of the administrator whom the first start made; null at any other. To be shown, not logged. */
  readonly firstPassword: string | null
  /** Resolves when it has ended by itself: fenced off, or a bug of ours. */
  readonly ended: Promise<Error>
  stop(): Promise<void>
}

export interface Watch {
  readonly allowList: AllowList
  readonly surroundings: SurroundingsKeeper
}

export function watchOver({
  config,
  database,
  vault,
}: Pick<Installation, 'config' | 'database' | 'vault'>): Watch {
  const allowList = new AllowList({ database, vault, numbers: config.sendTo })
  const channels = new Set(config.gateways.map(gateway => gateway.channel))
  return { allowList, surroundings: new SurroundingsKeeper({ database, allowList, channels }) }
}

/** What a demo brings: a clock that can be moved ahead, and a stage that is set up when the engine is there. */
export interface Theatre {
  readonly clock: ShiftedClock
  readonly stage: (house: House) => DemoStage
}

export interface Manners {
  /** Not while another engine is at work on a shared database; else it takes over from the one before, as a new version does. */
  readonly isPolite?: boolean
  /** What fell due while nobody was at work is not held: a month that was played ended at a moment of its own. */
  readonly isPlay?: boolean
  /** A backup was restored (G14). */
  readonly isRestored?: boolean
  readonly theatre?: Theatre | null
}

export async function serve(config: Config, log: Logger, manners: Manners = {}): Promise<Running> {
  await requirePort(config)
  const installation = await openInstallation(config, { now: () => realClock.now() })
  for (const note of installation.notes) log.warn(note)
  try {
    if (manners.isPolite === true) await requireNobody(installation.database)
    return await run(installation, log, manners)
  } catch (error) {
    await installation.database.close()
    throw error
  }
}

/** The embedded database lets nobody else in; what stands in it of a former engine means nothing. */
async function requireNobody(database: Database): Promise<void> {
  const held = database.kind === 'embedded' ? [] : await heldGateways(database, realClock.now())
  if (held.length === 0) return
  throw new CommandError(
    exitCodes.setup,
    `another engine is at work on this database (it holds ${held.join(', ')}): send the facts to its POST /events; if it died, wait 30 s`,
  )
}

async function run(installation: Installation, log: Logger, manners: Manners): Promise<Running> {
  const { theatre = null } = manners
  const { config, database } = installation
  const clock: Clock = theatre?.clock ?? realClock
  const watch = watchOver(installation)
  await watch.surroundings.reload(clock.now())
  const { promise: ended, resolve: onEnd } = Promise.withResolvers<Error>()
  const machine = await openMachine(installation, { watch, clock, log, manners })
  await checkRetention(machine.parts, clock.now())
  const drain = async (): Promise<void> =>
    machine.outgoing.drain((await readDrains(database)).map(row => row.gateway))
  await drain()
  const live = new Live(machine, { onEnd, watchesSources: manners.isPlay !== true })
  const firstPassword = await firstAdministrator(database, clock.now())
  const hub = new LiveHub(randomUUID().slice(0, 8))
  const works: Works = { watch, clock, machine, live, hub, log }
  const feed = feedOf(installation, works)
  const stage = theatre?.stage({ ...installation, ...watch, inbox: inboxOf(works), live, hub, log }) ?? null
  machine.onCommit(result => {
    feed.committed(result)
    stage?.changed()
  })
  const api = await openApi(installation, works, stage)
  live.start()
  const reloading = setInterval(() => {
    watch.surroundings
      .reload(clock.now())
      .then(drain)
      .catch((error: unknown) => log.error({ error }, 'settings could not be read anew'))
  }, reloadEveryMs).unref()
  const feeding = setInterval(() => void feed.tick(), 1_000).unref()
  const stop = async (): Promise<void> => {
    clearInterval(reloading)
    clearInterval(feeding)
    await stage?.close()
    await closeWithin(api, stopWithinMs)
    await live.stop(stopWithinMs)
    await database.transact([dropLeases(machine.holder)]).catch(() => undefined)
    forgetAddress(config)
    await database.close()
  }
  try {
    return { url: await listen(api, installation), live, installation, firstPassword, ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function openMachine(
  installation: Installation,
  {
    watch: { surroundings },
    clock,
    log,
    manners,
  }: Pick<Works, 'watch' | 'clock' | 'log'> & { readonly manners: Manners },
): Promise<Machine> {
  const { config, database, vault, install } = installation
  const reach = seededReach(Buffer.from(install.secret).toString('hex'))
  return Machine.open({
    database,
    vault,
    decide,
    surroundingsAt: surroundings.at,
    secret: install.secret,
    gateways: openGateways({ config, reach, clock, log }),
    clock,
    log,
    holder: randomUUID(),
    markPath: join(config.dataFolder, 'turn.mark'),
    ...comingBackOf(config, manners),
    monitors: config.monitors.map(({ withinSeconds, ...rest }) => ({
      ...rest,
      withinMs: withinSeconds * 1_000,
    })),
    foreseen: () => surroundings.hourlyMax,
    paused: () => surroundings.reload(clock.now()),
  })
}

function comingBackOf(
  { comingBack }: Config,
  { isPlay = false, isRestored = false }: Manners,
): { readonly comingBack?: ComingBack } {
  if (isPlay) return {}
  const { outageMinutes, messagesPerSecond } = comingBack
  const outageMs = outageMinutes * 60_000
  return { comingBack: { outageMs, perSecond: messagesPerSecond, restored: isRestored } }
}

interface Works {
  readonly watch: Watch
  readonly clock: Clock
  readonly machine: Machine
  readonly live: Live
  readonly hub: LiveHub
  readonly log: Logger
}

/** What the live feed says of each commit. */
function feedOf({ database }: Installation, works: Omit<Works, 'live'>): LiveFeed {
  const { watch, clock, machine, hub, log } = works
  const { outgoing, parts } = machine
  return new LiveFeed({
    database,
    hub,
    meter: parts.meter,
    outgoing,
    rulebookAt: now => watch.surroundings.rulebookAt(now),
    now: () => clock.now(),
    log,
  })
}

/** Staff go by the real clock, also where the engine's has been moved ahead. */
function openApi(
  { config, database, vault }: Installation,
  works: Works,
  stage: DemoStage | null,
): Promise<Api> {
  const { watch, clock, machine, live, hub, log } = works
  const { surroundings } = watch
  const engine = enginePort(machine, live)
  const { behindProxy, oidc } = config.staff
  const sessionLimits = sessionLimitsOf(config)
  const provider = oidc === undefined ? null : identityProvider(oidc)
  return buildApi({
    inbox: inboxOf(works),
    keys: storedKeys(database, clock),
    sessions: storedSessions(database, clock),
    desk: buildDesk(
      { database, vault, clock, surroundings, engine, log, sessionLimits, provider },
      realClock,
    ),
    sessionLimits,
    behindProxy,
    metrics: metricsOf(machine.parts.meter, machine.outgoing.gateways),
    now: () => realClock.now(),
    hub,
    ...(stage === null ? {} : { stage }),
    hosts: ['localhost', '127.0.0.1', '[::1]', config.host, ...config.hosts],
    log,
    console: consoleFolder,
    noteText,
  })
}

const sessionLimitsOf = ({ staff }: Config): Partial<SessionLimits> => ({
  idleMs: staff.idleMinutes * 60_000,
  absoluteMs: staff.hoursMax * 3_600_000,
})

/** Openings of allowed numbers are known before they are decided (G11). */
const inboxOf = ({ watch, clock, live }: Works): Inbox => ({
  async offer(arrivals) {
    await watch.allowList.expect(arrivals, clock.now())
    return live.inbox.offer(arrivals)
  },
})

function enginePort(machine: Machine, live: Live): EnginePort {
  return {
    gateways: machine.outgoing.gateways,
    unanswered: gateway => machine.outgoing.unansweredBy(gateway),
    drain: names => machine.outgoing.drain(names),
    recent: machine.recent,
    measured: () => machine.monitors.measured,
    startedAt: realClock.now(),
    replay: seqs => live.replay(seqs),
    erase: order => live.erase(order),
    act: order => live.act(order),
    changed: () => live.wake(),
    state: () => ({
      ok: live.running,
      note: live.running ? 'running' : 'stopped',
      queued: machine.parts.meter.queued,
      lagMs: live.lagMs,
      lastTurnAt: machine.lastTurnAt,
    }),
  }
}

export interface Address {
  readonly url: string
  readonly pid: number
  readonly installation: string
}

/** Where a running server tells the command line how to reach it. */
export const addressPath = (config: Config): string => join(config.dataFolder, 'server.json')

async function listen(api: Api, { config, install }: Installation): Promise<string> {
  const url = await api.listen({ host: config.host, port: config.port })
  const address: Address = { url, pid: process.pid, installation: installationId(install) }
  writeFileSync(addressPath(config), JSON.stringify(address), { mode: 0o600 })
  return url
}

/** A successor on the same folder has put its own there: that one stays. */
function forgetAddress(config: Config): void {
  const path = addressPath(config)
  try {
    if ((JSON.parse(readFileSync(path, 'utf8')) as Address).pid === process.pid) rmSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Requests under way may finish; whoever takes longer is cut off, and may ask again. */
async function closeWithin(api: Api, limitMs: number): Promise<void> {
  const limit = new AbortController()
  const cut = sleep(limitMs, undefined, { signal: limit.signal }).then(
    () => api.server.closeAllConnections(),
    () => undefined,
  )
  await api.close()
  limit.abort()
  await cut
}
