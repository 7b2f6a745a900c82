import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The user to run PostgreSQL as: nobody where we are root, else ourselves. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

export async function ownerOfServer(): Promise<Owner | undefined> {
  if (userInfo().uid !== 0) return undefined
  const ask = async (flag: string): Promise<number> =>
    Number((await promisify(execFile)('id', [flag, 'nobody'])).stdout)
  return { uid: await ask('-u'), gid: await ask('-g') }
}

/**
 * Runs the server, and waits on its own standard input: when this process dies in whatever way, that pipe closes,
 * the shell stops the server and removes its folder. "keep" on it leaves the folder.
 */
const guard = `
  "$@" &
  server=$!
  read -r word
  kill -QUIT $server 2>/dev/null
  wait $server
  test "$word" = keep || rm -rf "$FOLDER"
`

export interface ServerAsk {
  readonly binaries: string
  /** With `data` and, while it runs, the socket in it. */
  readonly folder: string
  readonly owner: Owner | undefined
  readonly settings: Readonly<Record<string, string>>
}

/** One life of the server, from its start to a stop or a crash. */
export class ServerProcess {
  readonly #shell: ChildProcess
  readonly #ended: Promise<void>
  #said = ''

  constructor({ binaries, folder, owner, settings }: ServerAsk) {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const command = [join(binaries, 'bin', 'postgres'), '-D', join(folder, 'data'), ...options]
    this.#shell = spawn('sh', ['-c', guard, 'sh', ...command], {
      ...owner,
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', FOLDER: folder, LC_ALL: 'C' },
      // A session of its own, so that Ctrl-C at the terminal does not reach it before us.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    this.#shell.stderr!.on('data', (text: Buffer) => (this.#said = (this.#said + String(text)).slice(-4_000)))
    this.#ended = new Promise(resolve => this.#shell.once('exit', () => resolve()))
  }

  get lastWords(): string {
    return this.#said
  }

  /** Stops the server if it still runs. */
  async end(folder: 'keep' | 'remove'): Promise<void> {
    this.#shell.stdin!.end(`${folder}\n`)
    await this.#ended
  }
}
