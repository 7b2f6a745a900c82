/** `kairos …` as a process of its own, seen from outside: its files, its HTTP, its death. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Site } from './site.ts'
import type { Address } from './traffic.ts'

const program = fileURLToPath(new URL('../../bin/kairos.js', import.meta.url))

/** Loaded before Kairos: should this test die in whatever way, the pipe between us closes, and the child dies too. */
const leash = `data:text/javascript,${encodeURIComponent(
  `process.on('disconnect', () => process.kill(process.pid, 'SIGKILL')); process.channel?.unref()`,
)}`

export interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly errors: string
}

const wordsMax = 200_000

export class Kairos {
  readonly #child: ChildProcess
  readonly #site: Site
  readonly #ended: Promise<End>
  #end: End | null = null
  #out = ''
  #errors = ''

  private constructor(site: Site, args: readonly string[]) {
    this.#site = site
    const globals = ['--config', site.config, '--data', site.dataFolder]
    this.#child = spawn(process.execPath, ['--import', leash, program, ...args, ...globals], {
      cwd: site.folder,
      env: site.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child.stdout!.on(
      'data',
      (text: Buffer) => (this.#out = (this.#out + String(text)).slice(-wordsMax)),
    )
    this.#child.stderr!.on(
      'data',
      (text: Buffer) => (this.#errors = (this.#errors + String(text)).slice(-wordsMax)),
    )
    this.#ended = new Promise(resolve =>
      this.#child.once('close', (code, signal) => {
        this.#end = { code, signal, out: this.#out, errors: this.#errors }
        resolve(this.#end)
      }),
    )
  }

  static serve(site: Site): Kairos {
    return new Kairos(site, ['serve'])
  }

  /** Any other command, to its end. */
  static async run(site: Site, args: readonly string[], limitMs = 30_000): Promise<End> {
    const kairos = new Kairos(site, args)
    const late = setTimeout(() => void kairos.kill(), limitMs)
    const end = await kairos.ended
    clearTimeout(late)
    return end
  }

  get ended(): Promise<End> {
    return this.#ended
  }

  get pid(): number {
    return this.#child.pid!
  }

  /** Where it can be reached, as soon as it can; throws when it ends before. */
  async ready(limitMs: number): Promise<Address> {
    const end = Date.now() + limitMs
    for (;;) {
      const address = this.#address()
      if (address !== null) return address
      if (this.#end !== null)
        throw new Error(`Kairos ended at start (${this.#end.code}): ${this.#end.errors}`)
      if (Date.now() > end) throw new Error(`Kairos is not ready after ${limitMs} ms: ${this.#errors}`)
      await sleep(2)
    }
  }

  /** `kill -9`; resolves when the process is gone. */
  async kill(): Promise<End> {
    this.#child.kill('SIGKILL')
    return this.#ended
  }

  /** Asks it to stop, without waiting. */
  terminate(): void {
    this.#child.kill('SIGTERM')
  }

  /** An address of a former process is not ours. */
  #address(): Address | null {
    try {
      const text = readFileSync(join(this.#site.dataFolder, 'server.json'), 'utf8')
      const { url, pid } = JSON.parse(text) as { url: string; pid: number }
      if (pid !== this.pid) return null
      return { url, key: readFileSync(join(this.#site.dataFolder, 'api-key'), 'utf8').trim() }
    } catch {
      return null
    }
  }
}

/** An answer of the API. */
export async function ask<T>(address: Address, path: string): Promise<T> {
  const answer = await fetch(`${address.url}${path}`, {
    headers: { authorization: `Bearer ${address.key}` },
    signal: AbortSignal.timeout(20_000),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
