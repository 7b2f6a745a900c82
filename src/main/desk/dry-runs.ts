/** What a draft would change, tried on the journal before anybody is told by it. */
import type { z } from 'zod'
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import { type dryRunBody, type dryRunView, periodDaysMax } from '../../api/shapes/dry-run.ts'
import type { Instant } from '../../core/units.ts'
import type { VersionFiles } from '../../engine/dry-run/messages.ts'
import type { DryRunResult } from '../../engine/dry-run/result.ts'
import { type Bundle, contentVersion } from '../../rulebook/bundle.ts'
import { loadBundle } from '../../rulebook/load.ts'
import { journalReach } from '../../store/dry-run-history.ts'
import {
  type DryRunRow,
  endDryRun,
  listDryRuns,
  type NewDryRun,
  readDryRun,
  readDryRunResult,
  startDryRun,
} from '../../store/dry-run.ts'
import { readInstall } from '../../store/install.ts'
import { dayMs } from '../../store/journal.ts'
import { readContent, versionInForce } from '../../store/rulebook-version.ts'
import { audited } from './audit.ts'
import { DryRunner, goneAfterMs } from './dry-runner.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'

type Nouns = 'listDryRuns' | 'getDryRun' | 'getDryRunResult' | 'startDryRun' | 'cancelDryRun'
type View = z.output<typeof dryRunView>
type Body = Readonly<z.output<typeof dryRunBody>>

const periodDefaultMs = 30 * dayMs

export function dryRunsDesk(parts: DeskParts): Pick<Desk, Nouns> {
  const desk = new DryRunsDesk(parts)
  return {
    listDryRuns: query => desk.list(query),
    getDryRun: ({ id }) => desk.get(Number(id)),
    getDryRunResult: ({ id }) => desk.result(Number(id)),
    startDryRun: (body, actor) => desk.start(body, actor),
    cancelDryRun: ({ id }, actor) => desk.cancel(Number(id), actor),
  }
}

class DryRunsDesk {
  readonly #parts: DeskParts
  readonly #runner: DryRunner

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.#runner = new DryRunner(parts)
  }

  async list({
    version,
    after,
    limit,
  }: {
    version?: string | undefined
    after?: string | undefined
    limit: number
  }) {
    const { database } = this.#parts
    const cursor = readCursor(after, ['number'])
    if (cursor === 'bad') return badCursor
    const content = version === undefined ? null : await this.#contentOf(version)
    if (version !== undefined && content === null) return unknownVersion(version)
    const before = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
    const rows = await listDryRuns(database, { content, before, rowsMax: limit + 1 })
    const { items, next } = pageOf(rows, limit, row => cursorOf(row.seq))
    return { items: items.map(row => this.#viewOf(row)), next }
  }

  async get(seq: number): Promise<View | Refusal> {
    const row = await readDryRun(this.#parts.database, seq)
    return row === null ? unknown(seq) : this.#viewOf(row)
  }

  async result(seq: number) {
    const run = await this.get(seq)
    if ('refusal' in run) return run
    const text = await readDryRunResult(this.#parts.database, seq)
    if (text === null) return refuse('wrong-state', `dry run ${seq} has no result: it is ${run.state}`)
    return { run, ...plain(JSON.parse(text) as DryRunResult) }
  }

  async start(body: Body, actor: Actor): Promise<View | Refusal> {
    const { clock, database } = this.#parts
    const startedAt = clock.now()
    const after = await this.#tried(body)
    if ('refusal' in after) return after
    const span = await this.#spanOf(body, startedAt)
    if ('refusal' in span) return span
    const before = await this.#inForce(startedAt)
    const content = contentVersion(after.files)
    const run: NewDryRun = {
      content,
      version: after.version,
      before: before?.version ?? null,
      by: actor.name,
      sample: body.sample,
      startedAt,
      ...span,
    }
    const seq = await this.#enter(run, actor)
    if (seq === null) return refuse('wrong-state', 'another dry run is under way: wait for it, or cancel it')
    const install = await readInstall(database)
    const channels = [...this.#parts.surroundings.channels]
    const task = { before, after, secret: install!.secret, channels, ...span }
    this.#runner.start(seq, task, body.sample)
    return this.get(seq)
  }

  async cancel(seq: number, actor: Actor): Promise<View | Refusal> {
    const { clock, database } = this.#parts
    const run = await this.get(seq)
    if ('refusal' in run) return run
    if (run.state !== 'running') return refuse('wrong-state', `dry run ${seq} has ended: it is ${run.state}`)
    const at = clock.now()
    await database.transact([
      endDryRun(seq, { state: 'cancelled', note: `by ${actor.name}`, at }),
      audited(actor, at, { action: 'dry-run.cancel', object: String(seq) }),
    ])
    this.#runner.cancel(seq)
    return this.get(seq)
  }

  /** Its number; null when another is under way. */
  async #enter(run: NewDryRun, actor: Actor): Promise<number | null> {
    const { database } = this.#parts
    const [latest] = await listDryRuns(database, {
      content: null,
      before: Number.MAX_SAFE_INTEGER,
      rowsMax: 1,
    })
    if (latest !== undefined && this.#viewOf(latest).state === 'running') return null
    const { startedAt: at, version, content, sample } = run
    const details = { content, sample, from: iso(run.from), until: iso(run.until) }
    const rows = await database.transact([
      ...startDryRun(run, at - goneAfterMs),
      audited(actor, at, { action: 'dry-run.start', object: version, details }),
    ])
    return Number(rows[1]![0]!['seq'])
  }

  async #tried({ version, files }: Body): Promise<VersionFiles | Refusal> {
    if (files !== undefined) {
      const name = contentVersion(files)
      const { rulebook, faults } = loadBundle(files, name)
      if (rulebook !== null) return { version: name, files }
      return {
        refusal: 'rulebook-faulty',
        detail: `${faults.length} faults: nothing was tried`,
        places: [...faults],
      }
    }
    const content = await readContent(this.#parts.database, version!)
    return content === null
      ? unknownVersion(version!)
      : { version: version!, files: JSON.parse(content) as Bundle }
  }

  /** One that does not load any more is nothing to compare with. */
  async #inForce(now: Instant): Promise<VersionFiles | null> {
    const { database } = this.#parts
    const version = await versionInForce(database, now)
    const content = version === null ? null : await readContent(database, version)
    if (version === null || content === null) return null
    const files = JSON.parse(content) as Bundle
    return loadBundle(files, version).rulebook === null ? null : { version, files }
  }

  /** By default the last thirty days that the journal has. */
  async #spanOf(body: Body, now: Instant): Promise<{ from: Instant; until: Instant } | Refusal> {
    const { from: journalFrom, oldestDay, newestDay } = await journalReach(this.#parts.database)
    const until = Math.min(body.until ?? Infinity, now, newestDay === null ? now : (newestDay + 1) * dayMs)
    const oldest = Math.max(journalFrom, (oldestDay ?? 0) * dayMs)
    const from = body.from ?? Math.max(until - periodDefaultMs, Math.min(oldest, until - 1))
    if (from >= until) return refuse('invalid-input', `the journal ends at ${iso(until)}`, 'from')
    if (until - from <= periodDaysMax * dayMs) return { from, until }
    return refuse('invalid-input', `at most ${periodDaysMax} days`, 'from')
  }

  async #contentOf(version: string): Promise<string | null> {
    const content = await readContent(this.#parts.database, version)
    return content === null ? null : contentVersion(JSON.parse(content) as Bundle)
  }

  #viewOf(row: DryRunRow): View {
    const { seq, seenAt, ...rest } = row
    const isGone = row.state === 'running' && seenAt < this.#parts.clock.now() - goneAfterMs
    const ended = isGone ? ({ state: 'failed', note: 'its process ended', finishedAt: seenAt } as const) : {}
    return { id: String(seq), ...rest, ...ended }
  }
}

const unknown = (seq: number): Refusal => refuse('not-found', `no dry run ${seq}`)
const unknownVersion = (version: string): Refusal => refuse('not-found', `no rulebook version ${version}`)
const iso = (at: Instant): string => new Date(at).toISOString()

/** Lists as the answer's schema has them. */
function plain(result: DryRunResult) {
  const { touchpoints, rules, brands, channels, reasons, days, examples } = result
  return {
    ...result,
    touchpoints: [...touchpoints],
    rules: [...rules],
    brands: [...brands],
    channels: [...channels],
    reasons: [...reasons],
    days: [...days],
    examples: [...examples],
  }
}
