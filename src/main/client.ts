/**
 * The command line's way to the desk: through a running server's API, or, when none holds the data, through
 * the same API built over the database in this process. One set of shapes either way.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Logger } from 'pino'
import { parsedJson, isFields } from '../intake/json.ts'
import type { Config } from './config.ts'
import { CommandError, exitCodes } from './exit.ts'
import { keyIn, keyPath, strangeKey } from './key-file.ts'
import { openOffline } from './offline.ts'
import { type Address, addressPath } from './serve.ts'

export interface Client {
  /** Resolves to the answer's JSON; throws CommandError with the problem's own words. */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown>
}

export interface Answer {
  readonly status: number
  readonly text: string
}

export type Send = (method: string, path: string, body: string | undefined) => Promise<Answer>

interface Ask {
  readonly config: Config
  readonly log: Logger
  /** The file of the key to use; undefined for the one in the data folder. */
  readonly keyFile: string | undefined
}

interface KeyFile {
  readonly path: string
  /** The one of the data folder, which every start sees to. */
  readonly isOwn: boolean
}

export const keyFileOf = (config: Config, named: string | undefined): KeyFile => ({
  path: named ?? keyPath(config),
  isOwn: named === undefined,
})

/** Uses a client and lets go of what it holds. */
export async function withClient<T>(
  { config, log, keyFile }: Ask,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const key = keyFileOf(config, keyFile)
  const server = await livingServer(config)
  if (server !== null) return use(clientOf(overHttp(server.url, readKey(key.path)), key))
  const { send, close } = await openOffline(config, log, () => readKey(key.path))
  try {
    return await use(clientOf(send, key))
  } finally {
    await close()
  }
}

const aliveWithinMs = 3_000

/** The living server of this data folder; null when there is none. */
export async function livingServer(config: Config): Promise<Address | null> {
  const path = addressPath(config)
  if (!existsSync(path)) return null
  const written = parsedJson(readFileSync(path, 'utf8'))
  if (!isFields(written)) return null
  const { url, pid, installation } = written
  if (typeof url !== 'string' || typeof installation !== 'string') return null
  if (typeof pid !== 'number' || !isAlive(pid)) return null
  // Its number may have become another process's.
  const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(aliveWithinMs) }).catch(
    () => null,
  )
  return answer?.ok === true ? { url, pid, installation } : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export function readKey(path: string): string {
  const key = keyIn(path)
  if (key !== null) return key
  throw new CommandError(
    exitCodes.setup,
    `there is no API key in ${path}: "kairos serve" makes one at its start; or name another file with --key-file`,
  )
}

function overHttp(url: string, key: string): Send {
  return async (method, path, body) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const ask = { method, headers, ...(body === undefined ? {} : { body }) }
    const answer = await fetch(`${url}${path}`, ask).catch((error: Error) => {
      throw new CommandError(exitCodes.server, `${url} does not answer: ${error.message}`)
    })
    return { status: answer.status, text: await answer.text() }
  }
}

const clientOf = (send: Send, key: KeyFile): Client => ({
  async ask(method, path, body) {
    const { status, text } = await send(method, path, body === undefined ? undefined : JSON.stringify(body))
    if (status < 400) return text === '' ? null : JSON.parse(text)
    if (status === 401) throw new CommandError(exitCodes.server, strangeKey(key.path, key.isOwn))
    throw new CommandError(exitCodeOf(status), problemText(parsedJson(text), text))
  },
})

function exitCodeOf(status: number): number {
  if (status === 400) return exitCodes.usage
  return [404, 409, 413, 422].includes(status) ? exitCodes.failed : exitCodes.server
}

function sentenceOf({ code, title, detail, remedy }: Problem): string | undefined {
  if (detail === undefined) return title === undefined ? remedy : [title, remedy].join(' ')
  return code !== undefined && ofDesk.has(code) ? detail : `${title?.replace(/\.$/, '') ?? code}: ${detail}`
}

/** What the desk itself says is more to the point than title and remedy of its kind. */
const ofDesk: ReadonlySet<string> = new Set([
  'not-found',
  'wrong-state',
  'own-submission',
  'dry-run-missing',
  'invalid-input',
])

interface Problem {
  readonly code?: string
  readonly title?: string
  readonly detail?: string
  readonly remedy?: string
  readonly faults?: readonly { readonly field: string; readonly problem: string; readonly remedy: string }[]
  readonly places?: readonly {
    readonly file: string
    readonly line: number
    readonly column: number
    readonly message: string
    readonly hint: string
  }[]
}

/** RFC 9457 in words: what is wrong where, and what to do. */
function problemText(answer: unknown, text: string): string {
  if (!isFields(answer)) return text
  const { faults = [], places = [] }: Problem = answer
  const where = [
    ...faults.map(fault => `${fault.field}: ${fault.problem}; ${fault.remedy}`),
    ...places.map(
      ({ file, line, column, message, hint }) => `${file}:${line}:${column}: ${message}; ${hint}`,
    ),
  ]
  if (faults.length > 0) return where.join('\n')
  return [sentenceOf(answer) ?? text, ...where].join('\n')
}
