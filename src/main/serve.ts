/** Kairos at work: the engine by the real clock, and the API. */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Api } from '../api/api.ts'
import { buildApi } from '../api/server.ts'
import { seededReach } from '../channels/log/reach.ts'
import { decide } from '../core/decide.ts'
import { type Clock, realClock } from '../engine/clock.ts'
import { Live } from '../engine/live.ts'
import { Machine } from '../engine/machine.ts'
import type { Config } from './config.ts'
import { buildDesk } from './desk/desk.ts'
import { storedKeys } from './desk/keys.ts'
import type { DeskParts, EnginePort } from './desk/parts.ts'
import { openGateways } from './gateways.ts'
import { type Installation, openInstallation } from './installation.ts'
import { metricsOf } from './metrics.ts'
import { SurroundingsKeeper } from './surroundings.ts'

/** Shutdown finishes or hands back what it holds within this. */
const stopWithinMs = 10_000
/** Pauses, versions and the allow-list are read anew so often, should another process have changed them. */
const reloadEveryMs = 5_000

export interface Running {
  readonly url: string
  readonly live: Live
  readonly installation: Installation
  /** Resolves when it has ended by itself: fenced off, or a bug of ours. */
  readonly ended: Promise<Error>
  stop(): Promise<void>
}

export const keeperFor = ({ config, database, vault }: Installation): SurroundingsKeeper =>
  new SurroundingsKeeper({
    database,
    vault,
    channels: new Set(config.gateways.map(gateway => gateway.channel)),
    sendTo: config.sendTo,
  })

export async function serve(config: Config, log: Logger): Promise<Running> {
  const installation = await openInstallation(config, { now: realClock.now })
  try {
    return await run(installation, log)
  } catch (error) {
    await installation.database.close()
    throw error
  }
}

async function run(installation: Installation, log: Logger): Promise<Running> {
  const { config, database, vault, install } = installation
  const clock: Clock = realClock
  const surroundings = keeperFor(installation)
  await surroundings.reload(clock.now())
  const reach = seededReach(Buffer.from(install.secret).toString('hex'))
  const machine = await Machine.open({
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
  })
  const { promise: ended, resolve: onEnd } = Promise.withResolvers<Error>()
  const live = new Live(machine, { onEnd })
  const deskParts: DeskParts = {
    database,
    vault,
    clock,
    surroundings,
    engine: enginePort(machine, live),
    log,
  }
  const api = await buildApi({
    inbox: live.inbox,
    keys: storedKeys(database),
    desk: buildDesk(deskParts),
    metrics: metricsOf(machine.parts.meter),
    now: clock.now,
    hosts: ['localhost', '127.0.0.1', '[::1]', ...config.hosts],
    log,
  })
  live.start()
  const reloading = setInterval(() => {
    surroundings
      .reload(clock.now())
      .catch((error: unknown) => log.error({ error }, 'settings could not be read anew'))
  }, reloadEveryMs).unref()
  const url = await listen(api, config)
  const stop = async (): Promise<void> => {
    clearInterval(reloading)
    await api.close()
    await live.stop(stopWithinMs)
    await rm(addressPath(config), { force: true })
    await database.close()
  }
  return { url, live, installation, ended, stop }
}

function enginePort(machine: Machine, live: Live): EnginePort {
  return {
    gateways: machine.outgoing.gateways,
    unanswered: gateway => machine.outgoing.unansweredBy(gateway),
    replay: seqs => live.replay(seqs),
    changed: () => live.wake(),
    state: () => ({
      ok: live.running,
      note: live.running ? 'running' : 'stopped',
      queued: machine.parts.meter.queued,
      lastTurnAt: machine.lastTurnAt,
    }),
  }
}

/** Where a running server tells the command line how to reach it. */
export const addressPath = (config: Config): string => join(config.dataFolder, 'server.json')

export async function listen(api: Api, config: Config): Promise<string> {
  const url = await api.listen({ host: config.host, port: config.port })
  writeFileSync(addressPath(config), JSON.stringify({ url, pid: process.pid }), { mode: 0o600 })
  return url
}
