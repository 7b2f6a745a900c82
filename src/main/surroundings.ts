/**
 * What decisions may know beside account and event, kept in memory and read anew when something changed: the
 * rulebook versions in force and in use, pauses (G12), the allow-list (G11).
 */
import type { ChannelName } from '../core/event/facts.ts'
import type { Rulebook } from '../core/rule/rule.ts'
import type { Instant } from '../core/units.ts'
import type { Pause } from '../core/world.ts'
import type { Surroundings } from '../engine/turn/parts.ts'
import type { Bundle } from '../rulebook/bundle.ts'
import { loadBundle } from '../rulebook/load.ts'
import type { Database } from '../store/database.ts'
import { readPauses } from '../store/pause.ts'
import { everPublished, readContent, type VersionRow, versionsInUse } from '../store/rulebook-version.ts'
import type { AllowList } from './allow-list.ts'

export class NoRulebook extends Error {
  override readonly name = 'NoRulebook'
}

interface Parts {
  readonly database: Database
  readonly allowList: AllowList
  readonly channels: ReadonlySet<ChannelName>
}

interface Dated {
  readonly from: Instant
  readonly version: string
}

export class SurroundingsKeeper {
  readonly #parts: Parts
  /** A version never changes, so each is read and compiled once; null when it no longer loads. */
  readonly #compiled = new Map<string, Rulebook | null>()
  /** Published and not recalled, by the moment from which each is in force. */
  #published: readonly Dated[] = []
  /** Under which reminders were open at the start; new ones are planned under published versions alone. */
  #inUse: readonly string[] | null = null
  #versions: ReadonlyMap<string, Rulebook> = new Map()
  #recalled: ReadonlySet<string> = new Set()
  #pauses: readonly Pause[] = []
  #hourlyMax: ReadonlyMap<string, number> = new Map()
  /** Readings follow one another, so that an older one never overwrites a newer. */
  #reading: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Throws NoRulebook when none is there that can be used. */
  readonly at = (now: Instant): Surroundings => ({
    rulebook: this.rulebookAt(now),
    versions: this.#versions,
    recalled: this.#recalled,
    pauses: this.#pauses,
    sendTo: this.#parts.allowList.sendTo,
    channels: this.#parts.channels,
  })

  get channels(): ReadonlySet<ChannelName> {
    return this.#parts.channels
  }

  /** What their dry runs foresaw of an hour, of published versions that the blast guard watches (G12). */
  get hourlyMax(): ReadonlyMap<string, number> {
    return this.#hourlyMax
  }

  rulebookAt(now: Instant): Rulebook {
    const current = this.#published.findLast(entry => entry.from <= now) ?? this.#published[0]
    if (current === undefined)
      throw new NoRulebook('no rulebook is published: "kairos rulebook publish VERSION"')
    const rulebook = this.#compiled.get(current.version)
    if (rulebook) return rulebook
    throw new NoRulebook(
      `rulebook ${current.version}, which is in force, no longer loads: "kairos rulebook check" a mended copy, then submit and publish it`,
    )
  }

  /** Under which anything may still be sent. */
  versionNames(): readonly string[] {
    return [...this.#versions.keys()]
  }

  /** Of all versions under which anything may still be sent. */
  ruleIds(): readonly string[] {
    return [...new Set([...this.#versions.values()].flatMap(({ rules }) => [...rules.keys()]))]
  }

  /** Some small reads; contents only of versions that are new. `now`: who holds the allowed numbers at present. */
  reload(now: Instant): Promise<void> {
    const reading = this.#reading.then(() => this.#read(now))
    this.#reading = reading.catch(() => undefined)
    return reading
  }

  async #read(now: Instant): Promise<void> {
    const { database, allowList } = this.#parts
    const rows = await everPublished(database)
    const pauses = await readPauses(database)
    this.#inUse ??= await versionsInUse(database)
    const published = rows.filter(row => row.state === 'published')
    for (const version of new Set([...this.#inUse, ...published.map(row => row.version)])) {
      if (!this.#compiled.has(version)) this.#compiled.set(version, await this.#load(version))
    }
    await allowList.refresh(now)
    this.#versions = new Map(
      [...this.#compiled].filter((entry): entry is [string, Rulebook] => entry[1] !== null),
    )
    this.#recalled = new Set(rows.filter(row => row.state === 'recalled').map(row => row.version))
    this.#published = published.map(row => ({ from: fromOf(row), version: row.version }))
    this.#pauses = pauses
    this.#hourlyMax = new Map(
      published.flatMap(row => (row.hourlyMax === null ? [] : [[row.version, row.hourlyMax]])),
    )
  }

  async #load(version: string): Promise<Rulebook | null> {
    const content = await readContent(this.#parts.database, version)
    return content === null ? null : loadBundle(JSON.parse(content) as Bundle, version).rulebook
  }
}

const fromOf = (row: VersionRow): Instant => row.publishedAt ?? 0
