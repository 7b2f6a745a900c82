/** Versions of the rulebook (NF-20): submitted, reviewed by somebody else, published at a time, recalled in one step. */
import type { z } from 'zod'
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { versionView } from '../../api/shapes/rulebook-version.ts'
import type { Instant } from '../../core/units.ts'
import { type Bundle, contentVersion } from '../../rulebook/bundle.ts'
import { diffRulebooks } from '../../rulebook/diff.ts'
import { type Edition, loadBundle } from '../../rulebook/load.ts'
import * as life from '../../rulebook/versions.ts'
import { closeAlarms } from '../../store/alarm.ts'
import type { Statement } from '../../store/database.ts'
import { type DryRunRow, finishedDryRun } from '../../store/dry-run.ts'
import { resume } from '../../store/pause.ts'
import {
  listVersions,
  plannedUnder,
  publishVersion,
  readContent,
  recallVersion,
  reviewVersion,
  submitVersion,
  type VersionRow,
} from '../../store/rulebook-version.ts'
import { wakeAccounts } from '../../store/wake-accounts.ts'
import { audited } from './audit.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'

/** A publication reaches the accounts concerned within this span (design §6). */
const publishOverMs = 6 * 3_600_000

type View = z.output<typeof versionView>
type Nouns =
  | 'listVersions'
  | 'getVersion'
  | 'getVersionFiles'
  | 'submitVersion'
  | 'reviewVersion'
  | 'publishVersion'
  | 'publishUntried'
  | 'recallVersion'
  | 'diffVersions'

export function versionsDesk(parts: DeskParts): Pick<Desk, Nouns> {
  const desk = new VersionsDesk(parts)
  return {
    listVersions: query => desk.list(query),
    getVersion: ({ version }) => desk.get(version),
    getVersionFiles: ({ version }) => desk.files(version),
    submitVersion: (body, actor) => desk.submit(body, actor),
    reviewVersion: (of, actor) => desk.review(of, actor),
    publishVersion: ({ version, at }, actor) => desk.publish(version, at, actor),
    publishUntried: ({ version, at, reason }, actor) => desk.publishUntried(version, { at, reason }, actor),
    recallVersion: ({ version, reason }, actor) => desk.recall({ version, reason }, actor),
    diffVersions: ({ version, against }) => desk.diff(version, against),
  }
}

class VersionsDesk {
  readonly #parts: DeskParts

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  async list({ after, limit }: { after?: string | undefined; limit: number }) {
    const cursor = readCursor(after, ['string'])
    const views = await this.#views()
    const last = cursor === null ? -1 : views.findIndex(view => view.version === cursor[0])
    if (cursor === 'bad' || (cursor !== null && last < 0)) return badCursor
    return pageOf(views.slice(last + 1), limit, view => cursorOf(view.version))
  }

  async get(version: string) {
    return (await this.#views()).find(view => view.version === version) ?? missing(version)
  }

  async files(version: string) {
    const content = await readContent(this.#parts.database, version)
    return content === null ? missing(version) : { version, files: { ...(JSON.parse(content) as Bundle) } }
  }

  async submit(body: { version?: string | undefined; note: string; files: Bundle }, actor: Actor) {
    const known = await this.#records()
    const version = body.version ?? freeName(contentVersion(body.files), known)
    const loaded = loadBundle(body.files, version)
    if (loaded.rulebook === null) {
      const detail = `${loaded.faults.length} faults: nothing was submitted`
      return { refusal: 'rulebook-faulty' as const, detail, places: [...loaded.faults] }
    }
    const act = this.#act(version, actor)
    const no = refusalOf(version, life.submit(version, act, known))
    if (no !== null) return no
    await this.#commit([
      submitVersion(act, JSON.stringify(body.files), body.note),
      audited(actor, act.at, { action: 'version.submit', object: version, reason: body.note }),
    ])
    return this.#done(version, view => ({ version: view, warnings: [...loaded.warnings] }))
  }

  async review({ version, note }: { version: string; note?: string | undefined }, actor: Actor) {
    const act = this.#act(version, actor)
    return this.#step(version, record => life.review(record, act), [
      reviewVersion(act),
      audited(actor, act.at, { action: 'version.review', object: version, reason: note }),
    ])
  }

  async publish(version: string, at: Instant | undefined, actor: Actor) {
    const content = await readContent(this.#parts.database, version)
    const run =
      content === null
        ? null
        : await finishedDryRun(this.#parts.database, contentVersion(JSON.parse(content) as Bundle))
    const details = run === null ? {} : { dryRun: run.seq, hourlyMax: run.hourlyMax }
    const deed = { action: 'version.publish', object: version, details }
    return this.#publish(version, { at, actor, deed, run })
  }

  /** The deed has a name of its own in the audit log, and its reason. */
  async publishUntried(
    version: string,
    { at, reason }: { readonly at?: Instant | undefined; readonly reason: string },
    actor: Actor,
  ) {
    const deed = { action: 'version.publish-untried', object: version, reason, details: {} }
    const view = await this.#publish(version, { at, actor, deed, run: 'untried' })
    if (!('refusal' in view))
      this.#parts.log.warn({ version, by: actor.name, reason }, 'a version was published without a dry run')
    return view
  }

  async #publish(version: string, what: Publication): Promise<View | Refusal> {
    const { at, actor, deed, run } = what
    const act = this.#act(version, actor)
    const from = at ?? act.at
    const known = await this.#records()
    const details = { ...deed.details, from: new Date(from).toISOString() }
    const statements = [
      publishVersion({ ...act, at: from }, run === null || run === 'untried' ? null : run.hourlyMax),
      wakeAccounts({ version, from, overMs: publishOverMs }),
      audited(actor, act.at, { ...deed, details }),
    ]
    const take = (record: life.RulebookVersion) => life.publish(record, { ...act, from }, known)
    const record = known.find(one => one.version === version)
    const isReady = record !== undefined && take(record).ok
    if (isReady && run === null) return untried(version)
    return this.#step(version, take, statements)
  }

  async recall({ version, reason }: { version: string; reason: string }, actor: Actor) {
    const act = this.#act(version, actor)
    const known = await this.#records()
    const withheld = await plannedUnder(this.#parts.database, version)
    const view = await this.#step(version, record => life.recall(record, act, known), [
      recallVersion(act),
      // What it had planned is withheld now: there is nothing left to ask about.
      resume({ kind: 'version', value: version }),
      closeAlarms('blast-guard', [version], act.at),
      audited(actor, act.at, { action: 'version.recall', object: version, reason }),
    ])
    this.#parts.log.warn({ version, by: actor.name, reason }, 'a rulebook version was recalled')
    return 'refusal' in view ? view : { version: view, withheld }
  }

  async diff(version: string, against: string | undefined) {
    const { clock } = this.#parts
    const base = against ?? life.inForce(await this.#records(), clock.now())?.version ?? null
    const after = await this.#load(version)
    if (after === null) return missing(version)
    const before = base === null ? null : await this.#load(base)
    if (base !== null && before === null) return missing(base)
    const changes = before === null ? [] : diffRulebooks(before, after).changes
    const plain = changes.map(change => ({ ...change, fields: change.fields.map(field => ({ ...field })) }))
    return { before: base, after: version, changes: plain }
  }

  /** Null when there is no such version, or it no longer loads. */
  async #load(version: string): Promise<Edition | null> {
    const content = await readContent(this.#parts.database, version)
    if (content === null) return null
    const loaded = loadBundle(JSON.parse(content) as Bundle, version)
    return loaded.rulebook === null ? null : loaded
  }

  async #step(
    version: string,
    take: (record: life.RulebookVersion) => life.Step<life.RulebookVersion>,
    statements: readonly Statement[],
  ): Promise<View | Refusal> {
    const record = (await this.#records()).find(one => one.version === version)
    if (record === undefined) return missing(version)
    const no = refusalOf(version, take(record))
    if (no !== null) return no
    await this.#commit(statements)
    return this.#done(version, view => view)
  }

  async #commit(statements: readonly Statement[]): Promise<void> {
    const { database, surroundings, clock, engine } = this.#parts
    await database.transact(statements)
    await surroundings.reload(clock.now())
    engine.changed()
  }

  async #done<T>(version: string, shape: (view: View) => T): Promise<T | Refusal> {
    const view = (await this.#views()).find(one => one.version === version)
    return view === undefined ? missing(version) : shape(view)
  }

  async #records(): Promise<life.RulebookVersion[]> {
    return (await listVersions(this.#parts.database)).map(recordOf)
  }

  async #views(): Promise<View[]> {
    const rows = await listVersions(this.#parts.database)
    const force = life.inForce(rows.map(recordOf), this.#parts.clock.now())
    return rows.map(row => viewOf(row, force?.version === row.version))
  }

  #act(version: string, actor: Actor): { version: string; by: string; at: Instant } {
    return { version, by: actor.name, at: this.#parts.clock.now() }
  }
}

interface Publication {
  readonly at: Instant | undefined
  readonly actor: Actor
  readonly deed: {
    readonly action: string
    readonly object: string
    readonly reason?: string
    readonly details: object
  }
  /** Of exactly this content; null when there is none, `untried` when none is asked for. */
  readonly run: DryRunRow | null | 'untried'
}

const untried = (version: string): Refusal =>
  refuse(
    'dry-run-missing',
    `${version}: no dry run of exactly this content has been finished: kairos rulebook dry-run ${version}`,
  )

/** The content of a recalled version may be submitted anew: `r-1a2b` is then `r-1a2b.2`. */
function freeName(version: string, known: readonly life.RulebookVersion[]): string {
  const recalled = new Set(known.filter(one => one.state === 'recalled').map(one => one.version))
  for (let times = 1; ; times += 1) {
    const name = times === 1 ? version : `${version}.${times}`
    if (!recalled.has(name)) return name
  }
}

const missing = (version: string): Refusal => refuse('not-found', `no rulebook version ${version}`)

function refusalOf(version: string, step: life.Step<life.RulebookVersion>): Refusal | null {
  if (step.ok) return null
  const refusal = step.refusal === 'same-person' ? 'own-submission' : 'wrong-state'
  return refuse(refusal, `${version}: ${step.message}`)
}

const act = (by: string | null, at: Instant | null): { by: string; at: Instant } => ({
  by: by ?? '',
  at: at ?? 0,
})

function recordOf(row: VersionRow): life.RulebookVersion {
  const draft = { version: row.version, submitted: act(row.submittedBy, row.submittedAt) }
  if (row.state === 'draft') return { ...draft, state: 'draft' }
  const reviewed = { ...draft, reviewed: act(row.reviewedBy, row.reviewedAt) }
  if (row.state === 'reviewed') return { ...reviewed, state: 'reviewed' }
  const published = {
    ...reviewed,
    published: act(row.publishedBy, row.publishedAt),
    from: row.publishedAt ?? 0,
  }
  if (row.state === 'published') return { ...published, state: 'published' }
  return { ...published, state: 'recalled', recalled: act(row.recalledBy, row.recalledAt) }
}

function viewOf(row: VersionRow, inForce: boolean): View {
  const { version, state, note } = row
  const step = (by: string | null, at: Instant | null) => (by === null || at === null ? null : { by, at })
  return {
    version,
    state,
    inForce,
    note,
    submitted: { by: row.submittedBy, at: row.submittedAt },
    reviewed: step(row.reviewedBy, row.reviewedAt),
    published: step(row.publishedBy, row.publishedAt),
    recalled: step(row.recalledBy, row.recalledAt),
  }
}
