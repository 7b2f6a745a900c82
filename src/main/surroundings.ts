/**
 * What decisions may know beside account and event, kept in memory and read anew when something changed: the
 * rulebook versions in force and in use, pauses (G12), the allow-list (G11).
 */
import type { ChannelName } from '../core/event/facts.ts'
import type { Rulebook } from '../core/rule/rule.ts'
import type { Instant } from '../core/units.ts'
import type { Pause, World } from '../core/world.ts'
import type { Surroundings } from '../engine/turn/parts.ts'
import { internationalNumber } from '../intake/subject.ts'
import type { Bundle } from '../rulebook/bundle.ts'
import { loadBundle } from '../rulebook/load.ts'
import type { Database } from '../store/database.ts'
import { findLines } from '../store/line-directory.ts'
import { readPauses } from '../store/pause.ts'
import { listVersions, readContent, type VersionRow, versionsInUse } from '../store/rulebook-version.ts'
import type { Vault } from '../store/vault.ts'

export class NoRulebook extends Error {
  override readonly name = 'NoRulebook'
}

interface Parts {
  readonly database: Database
  readonly vault: Vault
  readonly channels: ReadonlySet<ChannelName>
  /** `everyone`, or numbers as an operator writes them. */
  readonly sendTo: 'everyone' | readonly string[]
}

interface Dated {
  readonly from: Instant
  readonly rulebook: Rulebook
}

export class SurroundingsKeeper {
  readonly #parts: Parts
  /** Compiled once; a version never changes. */
  readonly #compiled = new Map<string, Rulebook>()
  /** Published and not recalled, by the moment from which each is in force. */
  #published: readonly Dated[] = []
  #versions: ReadonlyMap<string, Rulebook> = new Map()
  #recalled: ReadonlySet<string> = new Set()
  #pauses: readonly Pause[] = []
  #sendTo: World['sendTo'] = new Set<never>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Throws NoRulebook when none has ever been published. */
  readonly at = (now: Instant): Surroundings => {
    const current = this.#published.findLast(entry => entry.from <= now) ?? this.#published[0]
    if (current === undefined)
      throw new NoRulebook('no rulebook is published: `kairos rulebook publish VERSION`')
    return {
      rulebook: current.rulebook,
      versions: this.#versions,
      recalled: this.#recalled,
      pauses: this.#pauses,
      sendTo: this.#sendTo,
      channels: this.#parts.channels,
    }
  }

  get pauses(): readonly Pause[] {
    return this.#pauses
  }

  /** Reads all of it anew. `now` is for the allow-list: who holds those numbers at present. */
  async reload(now: Instant): Promise<void> {
    const { database } = this.#parts
    const rows = await listVersions(database)
    this.#recalled = new Set(rows.filter(row => row.state === 'recalled').map(row => row.version))
    const published = rows.filter(row => row.state === 'published').sort((a, b) => fromOf(a) - fromOf(b))
    const inUse = new Set([...(await versionsInUse(database)), ...published.map(row => row.version)])
    this.#versions = new Map(
      await Promise.all([...inUse].map(async version => [version, await this.#compile(version)] as const)),
    )
    this.#published = published.flatMap(row => {
      const rulebook = this.#versions.get(row.version)
      return rulebook === undefined ? [] : [{ from: fromOf(row), rulebook }]
    })
    this.#pauses = await readPauses(database)
    this.#sendTo = await this.#allowed(now)
  }

  async #compile(version: string): Promise<Rulebook> {
    const known = this.#compiled.get(version)
    if (known !== undefined) return known
    const content = await readContent(this.#parts.database, version)
    const loaded = loadBundle(JSON.parse(content ?? '{}') as Bundle, version)
    if (loaded.rulebook === null) {
      throw new NoRulebook(
        `rulebook ${version} no longer loads: ${loaded.faults[0]?.message ?? 'no content'}`,
      )
    }
    this.#compiled.set(version, loaded.rulebook)
    return loaded.rulebook
  }

  async #allowed(now: Instant): Promise<World['sendTo']> {
    const { sendTo, database, vault } = this.#parts
    if (sendTo === 'everyone') return 'everyone'
    const numbers = sendTo.flatMap(text => internationalNumber(text) ?? [])
    if (numbers.length === 0) return new Set<never>()
    const found = await findLines(
      database,
      numbers.map(number => ({ hash: vault.numberHash(number), time: now })),
    )
    return new Set(found.map(({ account, line }) => `${account}/${line}` as const))
  }
}

const fromOf = (row: VersionRow): Instant => row.publishedAt ?? 0
