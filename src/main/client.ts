/**
 * The command line's way to the desk: through a running server's API, or, when none holds the data, through
 * the same API built over the database in this process. One set of shapes either way.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import type { Api } from '../api/api.ts'
import { buildApi } from '../api/server.ts'
import { realClock } from '../engine/clock.ts'
import { Unavailable } from '../engine/inbox.ts'
import type { Config } from './config.ts'
import { buildDesk } from './desk/desk.ts'
import { storedKeys } from './desk/keys.ts'
import type { EnginePort } from './desk/parts.ts'
import { CommandError, exitCodes } from './exit.ts'
import { keyPath, openInstallation } from './installation.ts'
import { addressPath, keeperFor } from './serve.ts'

export interface Client {
  /** Resolves to the answer's JSON; throws CommandError with the problem's own words. */
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>
}

interface Answer {
  readonly status: number
  readonly text: string
}

type Send = (method: string, path: string, body: string | undefined) => Promise<Answer>

/** Uses a client and lets go of what it holds. `key` defaults to the one of the data folder. */
export async function withClient<T>(
  ask: { readonly config: Config; readonly log: Logger; readonly key?: string | undefined },
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const url = serverUrl(ask.config)
  if (url !== null) return use(clientOf(overHttp(url, ask.key ?? readKey(ask.config))))
  const { api, close } = await localApi(ask.config, ask.log)
  try {
    return await use(clientOf(injected(api, ask.key ?? readKey(ask.config))))
  } finally {
    await close()
  }
}

/** Where a living server serves this data folder; null when none does. */
export function serverUrl(config: Config): string | null {
  const path = addressPath(config)
  if (!existsSync(path)) return null
  const { url, pid } = JSON.parse(readFileSync(path, 'utf8')) as { url: string; pid: number }
  return isAlive(pid) ? url : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export function readKey(config: Config): string {
  const path = keyPath(config)
  if (!existsSync(path)) {
    throw new CommandError(
      exitCodes.setup,
      `no API key at ${path}: start "kairos serve" once, or give --key-file`,
    )
  }
  return readFileSync(path, 'utf8').trim()
}

function overHttp(url: string, key: string): Send {
  return async (method, path, body) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    }).catch((error: Error) => {
      throw new CommandError(exitCodes.server, `${url} does not answer: ${error.message}`)
    })
    return { status: answer.status, text: await answer.text() }
  }
}

function injected(api: Api, key: string): Send {
  return async (method, path, body) => {
    const headers = {
      authorization: `Bearer ${key}`,
      host: 'localhost',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const payload = body === undefined ? {} : { payload: body }
    const answer = await api.inject({ method: method as 'GET', url: path, headers, ...payload })
    return { status: answer.statusCode, text: answer.payload }
  }
}

const clientOf = (send: Send): Client => ({
  async ask(method, path, body) {
    const { status, text } = await send(method, path, body === undefined ? undefined : JSON.stringify(body))
    const answer: unknown = text === '' ? null : JSON.parse(text)
    if (status < 400) return answer
    const problem = answer as { detail?: string; title?: string; remedy?: string; places?: unknown }
    const said = [problem.detail ?? problem.title ?? text, problem.remedy].filter(Boolean).join('; ')
    throw new CommandError(
      status === 404 || status === 409 || status === 422 ? exitCodes.failed : exitCodes.server,
      said,
    )
  },
})

/** The desk without an engine: it reads and writes the books, it decides nothing. */
async function localApi(config: Config, log: Logger): Promise<{ api: Api; close: () => Promise<void> }> {
  const installation = await openInstallation(config, { now: realClock.now })
  const { database, vault } = installation
  const surroundings = keeperFor(installation)
  await surroundings.reload(realClock.now())
  const desk = buildDesk({ database, vault, clock: realClock, surroundings, engine: noEngine, log })
  const inbox = { offer: () => Promise.reject(new Unavailable('no engine runs: start "kairos serve"')) }
  const parts = { inbox, desk, keys: storedKeys(database), metrics: new Registry(), now: realClock.now, log }
  const api = await buildApi({ ...parts, hosts: ['localhost'] })
  const close = async (): Promise<void> => {
    await api.close()
    await database.close()
  }
  return { api, close }
}

const noEngine: EnginePort = {
  gateways: [],
  unanswered: () => 0,
  replay: () => Promise.reject(new Unavailable('no engine runs: start "kairos serve"')),
  changed: () => undefined,
  state: () => ({ ok: false, note: 'no engine runs', queued: 0, lastTurnAt: null }),
}
