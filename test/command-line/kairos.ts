/** `kairos …` as its users run it: a process of its own, in a folder that nothing else is in. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/main/cli.ts'

export const checkout = fileURLToPath(new URL('../../', import.meta.url))
const program = join(checkout, 'bin/kairos.js')

/** Loaded first: should this test die in whatever way, the pipe between us closes, and the process dies too. */
const leash = `data:text/javascript,${encodeURIComponent(
  `process.on('disconnect', () => process.kill(process.pid, 'SIGKILL')); process.channel?.unref()`,
)}`

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly errors: string
}

export type Env = Readonly<Record<string, string>>

/** In this process, for what ends before anything is opened: a process of its own takes 0.3 s. */
export async function within(...args: readonly string[]): Promise<Ended> {
  const said = { out: '', errors: '' }
  const catching = (stream: NodeJS.WriteStream, name: keyof typeof said): (() => void) => {
    const write = stream.write.bind(stream)
    stream.write = text => ((said[name] += String(text)), true)
    return () => (stream.write = write)
  }
  const releases = [catching(process.stdout, 'out'), catching(process.stderr, 'errors')]
  try {
    return { code: await main(['node', 'kairos', ...args], {}), signal: null, ...said }
  } finally {
    for (const release of releases) release()
  }
}

/** A folder to work in; `data` is its data folder unless a command says otherwise. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'kairos-cli-'))
  readonly env: Env

  /** @param env beside a path: nothing of ours leaks in. */
  constructor(env: Env = {}) {
    this.env = {
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: this.folder,
      LANG: 'en_US.UTF-8',
      ...env,
    }
  }

  /** What is run. */
  get program(): string {
    return program
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts)
  }

  read(...parts: readonly string[]): string {
    return readFileSync(this.path(...parts), 'utf8')
  }

  /** Starts it and lets it run. */
  start(args: readonly string[], env: Env = {}): Started {
    return new Started(this, args, { ...this.env, ...env })
  }

  /** Runs it to its end. */
  run(...args: readonly string[]): Promise<Ended> {
    return this.start(args).ended
  }

  /** The answer for machines; fails unless standard output is one JSON text and nothing else. */
  async json<T>(...args: readonly string[]): Promise<T> {
    const { out, errors } = await this.run(...args, '--json')
    try {
      return JSON.parse(out) as T
    } catch (error) {
      throw new Error(`${args.join(' ')}: no JSON: ${out.slice(0, 300)} ${errors.slice(0, 300)}`, {
        cause: error,
      })
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export class Started {
  readonly ended: Promise<Ended>
  readonly #child: ChildProcess
  readonly #args: readonly string[]
  #end: Ended | null = null
  #out = ''
  #errors = ''

  constructor(place: Place, args: readonly string[], env: Env) {
    this.#args = args
    this.#child = spawn(process.execPath, ['--import', leash, place.program, ...args], {
      cwd: place.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.#out += text))
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#errors += text))
    this.ended = new Promise(resolve =>
      this.#child.once('close', (code, signal) => {
        this.#end = { code, signal, out: this.#out, errors: this.#errors }
        resolve(this.#end)
      }),
    )
  }

  get out(): string {
    return this.#out
  }

  get errors(): string {
    return this.#errors
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }

  /** Waits for a word of its output; throws when it ends without. */
  async said(word: RegExp, withinMs = patienceMs): Promise<RegExpExecArray> {
    const look = (): RegExpExecArray | null => {
      const found = word.exec(this.#out)
      if (found === null && this.#end !== null)
        throw new Error(`it ended (${this.#end.code}): ${this.#errors}`)
      return found
    }
    return until(`${this.#args.join(' ')} says ${String(word)}`, look, withinMs)
  }

  async stopped(name: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.signal(name)
    return this.ended
  }
}

const patienceMs = 50_000

/** Looks until it is there. */
export async function until<T>(
  what: string,
  look: () => T | null | Promise<T | null>,
  withinMs = patienceMs,
): Promise<T> {
  const end = Date.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`)
    await sleep(25)
  }
}
