/** The desk without an engine: it takes in no facts and sends nothing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { buildApi } from '../api/server.ts'
import { realClock } from '../engine/clock.ts'
import { Unavailable } from '../engine/inbox.ts'
import type { Send } from './client.ts'
import type { Config } from './config.ts'
import { demoFolder } from './demo/folder.ts'
import { buildDesk } from './desk/desk.ts'
import { storedKeys } from './desk/keys.ts'
import { storedSessions } from './desk/stored-sessions.ts'
import { CommandError, exitCodes } from './exit.ts'
import { databaseFolder, openInstallation } from './installation.ts'
import { OfflineEngine } from './offline-engine.ts'
import { watchOver } from './serve.ts'

/** The API over the database in this process; `key` is asked for when there is one. */
export async function openOffline(
  config: Config,
  log: Logger,
  key: () => string,
): Promise<{ readonly send: Send; readonly close: () => Promise<void> }> {
  requireData(config)
  const now = (): number => realClock.now()
  const installation = await openInstallation(config, { now })
  const { database, vault } = installation
  try {
    const { surroundings } = watchOver(installation)
    const engine = new OfflineEngine({ installation, surroundings, clock: realClock, log })
    const desk = buildDesk({ database, vault, clock: realClock, surroundings, engine, log })
    const keys = storedKeys(database, realClock)
    const sessions = storedSessions(database, realClock)
    const parts = { inbox: noInbox, desk, keys, sessions, metrics: new Registry(), now, log }
    const api = await buildApi({ ...parts, hosts: ['localhost'] })
    const authorization = `Bearer ${key()}`
    const send: Send = async (method, url, body) => {
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      const headers = { authorization, host: 'localhost', ...type }
      const ask = { method: method as 'GET', url, headers }
      const answer = await api.inject(body === undefined ? ask : { ...ask, payload: body })
      return { status: answer.statusCode, text: answer.payload }
    }
    const close = async (): Promise<void> => {
      await api.close()
      await database.close()
    }
    return { send, close }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** To look something up must not begin an installation where a folder was mistyped. */
export function requireData(config: Config): void {
  if (config.databaseUrl !== undefined || existsSync(databaseFolder(config))) return
  const demo = demoFolder(config)
  const hint = existsSync(join(demo, 'database'))
    ? `the demo's is looked at with --data ${demo}`
    : '"kairos serve" begins one, --data names another'
  throw new CommandError(exitCodes.setup, `there is nothing of Kairos in ${config.dataFolder}: ${hint}`)
}

const noEngineRuns = 'no engine runs: start "kairos serve"'

const noInbox = { offer: () => Promise.reject(new Unavailable(noEngineRuns)) }
