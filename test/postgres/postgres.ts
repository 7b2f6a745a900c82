/**
 * A real PostgreSQL 15 for tests: `DATABASE_URL` if it is set, else the one from npm, started here on a socket in
 * a folder of its own. Works as root too, and leaves nothing behind, not even after `kill -9` of the test run.
 */
import { execFile } from 'node:child_process'
import { chown, mkdtemp, readFile } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { postgresBinaries } from './binaries.ts'
import { ownerOfServer, type ServerAsk, ServerProcess } from './server-process.ts'

export interface PostgresUnderTest {
  readonly url: string
  stop(): Promise<void>
  /** Kills the server as a crash would. Not for a server that is not ours. */
  kill9(): Promise<void>
  /** After `kill9`: starts it again on the same data. */
  restart(): Promise<void>
}

export interface PostgresAsk {
  /** Off by default, for speed; a killed server loses nothing by that, only a machine without power would. */
  readonly fsync?: boolean
  readonly settings?: Readonly<Record<string, string>>
  /** Start one of our own although `DATABASE_URL` is set. */
  readonly own?: boolean
}

const startMaxMs = 20_000

export async function startPostgres(ask: PostgresAsk = {}): Promise<PostgresUnderTest> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '' && ask.own !== true) return foreign(given)
  if (platform() === 'win32') throw new Error('set DATABASE_URL: on Windows tests start no PostgreSQL')
  const owner = await ownerOfServer()
  const binaries = await postgresBinaries()
  const folder = await mkdtemp(join(tmpdir(), 'kairos-pg-'))
  if (owner !== undefined) await chown(folder, owner.uid, owner.gid)
  await promisify(execFile)(join(binaries, 'bin', 'initdb'), initdbArguments(folder), {
    ...owner,
    cwd: folder,
  })
  return OwnPostgres.start({
    binaries,
    folder,
    owner,
    settings: { ...settingsOf(ask, folder), ...ask.settings },
  })
}

class OwnPostgres implements PostgresUnderTest {
  readonly url: string
  readonly #ask: ServerAsk
  #process: ServerProcess

  private constructor(ask: ServerAsk) {
    this.#ask = ask
    this.url = `postgres://kairos@localhost/postgres?host=${encodeURIComponent(ask.folder)}`
    this.#process = new ServerProcess(ask)
  }

  static async start(ask: ServerAsk): Promise<OwnPostgres> {
    const server = new OwnPostgres(ask)
    await server.#ready()
    return server
  }

  async stop(): Promise<void> {
    await this.#process.end('remove')
  }

  async kill9(): Promise<void> {
    const pidFile = await readFile(join(this.#ask.folder, 'data', 'postmaster.pid'), 'utf8')
    process.kill(Number(pidFile.split('\n', 1)[0]), 'SIGKILL')
    await this.#process.end('keep')
  }

  async restart(): Promise<void> {
    this.#process = new ServerProcess(this.#ask)
    await this.#ready()
  }

  /** The processes of a killed server may still hold its memory for a moment: then it is tried again. */
  async #ready(): Promise<void> {
    for (let waitedMs = 0; waitedMs < startMaxMs; waitedMs += 50) {
      if (await answers(this.url)) return
      if (this.#process.lastWords.includes('pre-existing shared memory block')) await this.#startAgain()
      await sleep(50)
    }
    throw new Error(`PostgreSQL is not ready after ${startMaxMs} ms: ${this.#process.lastWords}`)
  }

  async #startAgain(): Promise<void> {
    await this.#process.end('keep')
    this.#process = new ServerProcess(this.#ask)
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function initdbArguments(folder: string): string[] {
  const trust = ['--username=kairos', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  return ['-D', join(folder, 'data'), ...trust]
}

function settingsOf(ask: PostgresAsk, folder: string): Record<string, string> {
  const fsync = ask.fsync === true ? 'on' : 'off'
  return {
    // No port to collide on, and nobody outside the folder gets in.
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync,
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    max_connections: '60',
  }
}

function foreign(url: string): PostgresUnderTest {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error('the server of DATABASE_URL is not ours to kill'))
  return { url, stop: () => Promise.resolve(), kill9: refuse, restart: refuse }
}
