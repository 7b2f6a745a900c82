/**
 * Versions of the rulebook: draft ──► reviewed ──► published ──► recalled.
 *
 * In force is the published one with the latest `publishedAt` not after the moment asked about. Each step
 * names who took it and expects the state before it, so two people cannot take it at once.
 */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface VersionRow {
  readonly version: string
  readonly state: 'draft' | 'reviewed' | 'published' | 'recalled'
  readonly note: string
  readonly submittedBy: string
  readonly submittedAt: Instant
  readonly reviewedBy: string | null
  readonly reviewedAt: Instant | null
  readonly publishedBy: string | null
  readonly publishedAt: Instant | null
  readonly recalledBy: string | null
  readonly recalledAt: Instant | null
  /** Messages of an hour that its dry run foresaw (G12). */
  readonly hourlyMax: number | null
}

const columns = `version, state, note, submitted_by as "submittedBy", submitted_at as "submittedAt",
  reviewed_by as "reviewedBy", reviewed_at as "reviewedAt", published_by as "publishedBy",
  published_at as "publishedAt", recalled_by as "recalledBy", recalled_at as "recalledAt", hourly_max as "hourlyMax"`

/** Who does what to which version, when. */
export interface Act {
  readonly version: string
  readonly by: string
  readonly at: Instant
}

/** @param content the bundle as JSON. */
export const submitVersion = (act: Act, content: string, note: string): Statement => ({
  text: `
    insert into rulebook_version (version, state, content, note, submitted_by, submitted_at)
    values ($1, 'draft', $2, $3, $4, $5)`,
  values: [act.version, content, note, act.by, act.at],
  rows: 1,
})

/** Who submitted cannot review: then no row is affected, and the transaction is refused. */
export const reviewVersion = (act: Act): Statement => ({
  text: `
    update rulebook_version set state = 'reviewed', reviewed_by = $2, reviewed_at = $3
    where version = $1 and state = 'draft' and submitted_by <> $2`,
  values: [act.version, act.by, act.at],
  rows: 1,
})

/**
 * @param act `at` is when it comes into force: now or later.
 * @param hourlyMax messages of an hour that its dry run foresaw; null: the blast guard leaves it alone
 */
export const publishVersion = (act: Act, hourlyMax: number | null = null): Statement => ({
  text: `
    update rulebook_version set state = 'published', published_by = $2, published_at = $3, hourly_max = $4
    where version = $1 and state = 'reviewed'`,
  values: [act.version, act.by, act.at, hourlyMax],
  rows: 1,
})

export const recallVersion = (act: Act): Statement => ({
  text: `
    update rulebook_version set state = 'recalled', recalled_by = $2, recalled_at = $3
    where version = $1 and state = 'published'`,
  values: [act.version, act.by, act.at],
  rows: 1,
})

/** Newest first. */
export function listVersions(database: Database): Promise<readonly VersionRow[]> {
  return database.read<VersionRow>({
    text: `select ${columns} from rulebook_version order by submitted_at desc, version limit 200`,
    values: [],
  })
}

/** Versions published or recalled, by when they came into force. */
export function everPublished(database: Database): Promise<readonly VersionRow[]> {
  return database.read<VersionRow>({
    text: `
      select ${columns} from rulebook_version where state in ('published', 'recalled')
      order by published_at, version`,
    values: [],
  })
}

/** The published version that counts at a moment; null before the first. */
export async function versionInForce(database: Database, at: Instant): Promise<string | null> {
  const [row] = await database.read<{ version: string }>({
    text: `
      select version from rulebook_version where state = 'published' and published_at <= $1
      order by published_at desc limit 1`,
    values: [at],
  })
  return row?.version ?? null
}

/** The bundle of a version as JSON, null when there is none. */
export async function readContent(database: Database, version: string): Promise<string | null> {
  const [row] = await database.read<{ content: string }>({
    text: 'select content from rulebook_version where version = $1',
    values: [version],
  })
  return row?.content ?? null
}

/** Versions under which reminders are open; goes through all reminders, so it is asked once. */
export async function versionsInUse(database: Database): Promise<readonly string[]> {
  const rows = await database.read<{ version: string }>({
    text: `select distinct version from reminder where state in ('planned', 'attempted') order by version`,
    values: [],
  })
  return rows.map(row => row.version)
}

/** Reminders planned under a version: what recalling it would withhold. */
export async function plannedUnder(database: Database, version: string): Promise<number> {
  const [row] = await database.read<{ count: number }>({
    text: `select count(*) as count from reminder where version = $1 and state = 'planned'`,
    values: [version],
  })
  return row?.count ?? 0
}

/** Somebody has looked at what the blast guard stopped and let it go on: it does not stop this version again. */
export const unguard = (version: string): Statement => ({
  text: 'update rulebook_version set hourly_max = null where version = $1',
  values: [version],
})
