/**
 * A siege: Kairos lives and dies many times over the same data, with traffic flowing.
 *
 *     down ──spawn──► starting ──ready──► up ──kill -9──► down
 *                        └────kill -9─────────────────────┘
 *
 * What a former life had acknowledged, handed over or made must be there in all later ones; `evidence.ts` gathers it
 * when all is over, `findings.ts` judges it.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Dice } from '../simulation/dice.ts'
import type { PostgresUnderTest } from '../postgres/postgres.ts'
import { ask, type End, Kairos } from './kairos.ts'
import { Ledger } from './ledger.ts'
import { makeSite, removeSite, type Site, windowSize } from './site.ts'
import { type Address, Traffic } from './traffic.ts'

/** One process, from its birth to its death. */
export interface Life {
  readonly bornAt: number
  /** What ended it. */
  readonly blow: string
  /** Attempts that it may have left in doubt, by gateway (G4). */
  inDoubtMax: number
}

export interface SiegeAsk {
  readonly seed: string
  /** New facts a second while Kairos is up. */
  readonly perSecond: number
  /** Null: the embedded database. */
  readonly postgres: PostgresUnderTest | null
}

interface Books {
  readonly events: { readonly accepted: number }
  readonly attempts: { readonly decided: number; readonly accepted: number }
  readonly holds: boolean
  readonly differences: readonly string[]
}

const readyMaxMs = 60_000

export class Siege {
  readonly site: Site
  readonly ledger: Ledger
  readonly traffic: Traffic
  readonly dice: Dice
  readonly postgres: PostgresUnderTest | null
  readonly lives: Life[] = []
  /** What was found wrong while it went on. */
  readonly found: string[] = []
  /** When Kairos was last asked to stop. */
  stoppedAt = 0
  /** How long the last start took, from birth to ready. */
  startMs = 3_000
  #kairos: Kairos | null = null
  #address: Address | null = null
  /** Secrets as they were first seen, by file. */
  readonly #secrets = new Map<string, string>()

  constructor({ seed, perSecond, postgres }: SiegeAsk) {
    this.site = makeSite(postgres === null ? null : { url: postgres.url, schema: 'kill' })
    this.postgres = postgres
    this.dice = new Dice(`${seed}/blows`)
    this.ledger = new Ledger(seed)
    this.traffic = new Traffic(this.ledger, { seed, perSecond })
  }

  /** Before anything is made: is the copy of the rulebook sound? (It also fills the compile cache.) */
  async prepare(): Promise<void> {
    const { code, out, errors } = await Kairos.run(this.site, ['rulebook', 'check', this.site.rulebook])
    if (code !== 0) throw new Error(`the rulebook of the siege has faults: ${out} ${errors}`)
  }

  spawn(blow: string): Kairos {
    this.lives.push({ bornAt: Date.now(), blow, inDoubtMax: windowSize })
    this.#kairos = Kairos.serve(this.site)
    return this.#kairos
  }

  /** Brings Kairos up, lets the traffic to it, and looks whether the books hold after what came before. */
  async up(blow: string): Promise<Address> {
    const kairos = this.spawn(blow)
    const address = await kairos.ready(readyMaxMs)
    this.startMs = Date.now() - this.lives.at(-1)!.bornAt
    this.admit(address)
    await this.inspect()
    return address
  }

  admit(address: Address): void {
    this.#address = address
    this.traffic.goTo(address)
  }

  async kill(): Promise<void> {
    await this.#kairos?.kill()
    this.#down()
  }

  terminate(): void {
    this.#kairos!.terminate()
  }

  /** SIGTERM, and what came of it. */
  async stop(): Promise<End & { readonly ms: number }> {
    const since = performance.now()
    this.stoppedAt = Date.now()
    this.terminate()
    const end = await this.#kairos!.ended
    this.lives.at(-1)!.inDoubtMax = 0
    this.#down()
    return { ...end, ms: performance.now() - since }
  }

  /** A newer process takes over; resolves when the former one has ended, which it does by itself. */
  async succeed(): Promise<End> {
    const former = this.#kairos!
    const successor = this.spawn('taken over')
    // Until then the former one still sends, and leaves a window of its own.
    this.lives.at(-1)!.inDoubtMax = 2 * windowSize
    this.admit(await successor.ready(readyMaxMs))
    return former.ended
  }

  async books(): Promise<Books> {
    return ask<Books>(this.#address!, '/reconcile')
  }

  /** The books hold at any moment (G8), and the secrets are those of before. */
  async inspect(): Promise<void> {
    const { holds, differences } = await this.books()
    if (!holds) this.found.push(`life ${this.lives.length}: the books do not hold: ${differences.join('; ')}`)
  }

  /** Waits until something holds. */
  async until(what: string, holds: () => boolean | Promise<boolean>, limitMs = 30_000): Promise<void> {
    const end = Date.now() + limitMs
    while (!(await holds())) {
      if (Date.now() > end)
        throw new Error(`life ${this.lives.length}: ${what} did not come in ${limitMs} ms`)
      await sleep(2)
    }
  }

  size(name: string): number {
    return statSync(join(this.site.dataFolder, name), { throwIfNoEntry: false })?.size ?? 0
  }

  changedAt(name: string): number {
    return statSync(join(this.site.dataFolder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  }

  messages(): number {
    return this.size('log-sms.ndjson') + this.size('log-voice.ndjson')
  }

  async end(): Promise<void> {
    this.traffic.goTo(null)
    await this.#kairos?.kill()
    await this.traffic.stop().catch(() => undefined)
  }

  remove(): void {
    if (process.env['KAIROS_KEEP'] === undefined) removeSite(this.site)
    else console.log(`kept: ${this.site.folder}`)
  }

  #down(): void {
    this.traffic.goTo(null)
    this.#kairos = null
    this.#address = null
    for (const file of ['master.key', 'api-key']) this.#lookAtSecret(file)
  }

  /** Once made, a secret never changes (a key that data needs would be lost with it). */
  #lookAtSecret(file: string): void {
    const path = join(this.site.dataFolder, file)
    const now = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const before = this.#secrets.get(file)
    if (before !== undefined && before !== now)
      this.found.push(`${file} changed in life ${this.lives.length}`)
    if (now !== '') this.#secrets.set(file, now)
  }
}
