/** Dry runs: one row each, written by the process that runs it; whoever else asks reads the row. */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export type DryRunState = 'running' | 'finished' | 'failed' | 'cancelled'

export interface DryRunRow {
  readonly seq: number
  readonly content: string
  readonly version: string
  readonly before: string | null
  readonly state: DryRunState
  readonly note: string
  readonly by: string
  readonly from: Instant
  readonly until: Instant
  readonly sample: number
  readonly startedAt: Instant
  readonly seenAt: Instant
  readonly finishedAt: Instant | null
  readonly done: number
  readonly of: number
  readonly accounts: number | null
  readonly hourlyMax: number | null
}

/** So many runs are kept. */
const keptMax = 200

const columns = `seq, content, version, before, state, note, by, since as "from", until, sample, started_at as "startedAt",
  seen_at as "seenAt", finished_at as "finishedAt", done, of_all as "of", accounts, hourly_max as "hourlyMax"`

export type NewDryRun = Pick<
  DryRunRow,
  'content' | 'version' | 'before' | 'by' | 'from' | 'until' | 'sample' | 'startedAt'
>

/** The first gives up runs whose process is gone, the second gives the number of this one; none while another is under way. */
export const startDryRun = (run: NewDryRun, deadSince: Instant): readonly Statement[] => [
  {
    text: `
      update dry_run set state = 'failed', note = 'its process ended', finished_at = seen_at
      where state = 'running' and seen_at < $1`,
    values: [deadSince],
  },
  {
    text: `
      insert into dry_run (content, version, before, state, note, by, since, until, sample, started_at, seen_at, done, of_all)
      select $1, $2, $3, 'running', '', $4, $5::bigint, $6::bigint, $7::integer, $8::bigint, $8::bigint, 0, 0
      where not exists (select from dry_run where state = 'running')
      returning seq`,
    values: [run.content, run.version, run.before, run.by, run.from, run.until, run.sample, run.startedAt],
    rows: 1,
  },
  {
    text: `delete from dry_run where seq <= (select max(seq) from dry_run) - ${keptMax}`,
    values: [],
  },
]

/** Gives no row when it runs no more: somebody cancelled it. */
export const noteProgress = (
  seq: number,
  { done, of, at }: { readonly done: number; readonly of: number; readonly at: Instant },
): Statement => ({
  text: `update dry_run set done = $2, of_all = $3, seen_at = $4 where seq = $1 and state = 'running' returning seq`,
  values: [seq, done, of, at],
})

export const finishDryRun = (
  seq: number,
  end: {
    readonly at: Instant
    readonly accounts: number
    readonly sampled: number
    readonly hourlyMax: number | null
    /** JSON. */
    readonly result: string
  },
): Statement => ({
  text: `
    update dry_run set state = 'finished', finished_at = $2, seen_at = $2, done = $4, of_all = $4, accounts = $3,
      hourly_max = $5, result = $6
    where seq = $1 and state = 'running'`,
  values: [seq, end.at, end.accounts, end.sampled, end.hourlyMax, end.result],
})

/** Affects no row when it has ended already. */
export const endDryRun = (
  seq: number,
  end: { readonly state: 'failed' | 'cancelled'; readonly note: string; readonly at: Instant },
): Statement => ({
  text: `
    update dry_run set state = $2, note = $3, finished_at = $4 where seq = $1 and state = 'running' returning seq`,
  values: [seq, end.state, end.note, end.at],
})

/** Newest first; `before` is the last `seq` of the page before, `content` null for all. */
export function listDryRuns(
  database: Database,
  page: { readonly content: string | null; readonly before: number; readonly rowsMax: number },
): Promise<readonly DryRunRow[]> {
  return database.read<DryRunRow>({
    text: `
      select ${columns} from dry_run where seq < $1 and ($2::text is null or content = $2)
      order by seq desc limit $3`,
    values: [page.before, page.content, page.rowsMax],
  })
}

export async function readDryRun(database: Database, seq: number): Promise<DryRunRow | null> {
  const [row] = await database.read<DryRunRow>({
    text: `select ${columns} from dry_run where seq = $1`,
    values: [seq],
  })
  return row ?? null
}

/** JSON; null when there is none. */
export async function readDryRunResult(database: Database, seq: number): Promise<string | null> {
  const [row] = await database.read<{ result: string | null }>({
    text: 'select result from dry_run where seq = $1',
    values: [seq],
  })
  return row?.result ?? null
}

/** The latest of exactly this content; null when there is none. */
export async function finishedDryRun(database: Database, content: string): Promise<DryRunRow | null> {
  const [row] = await database.read<DryRunRow>({
    text: `
      select ${columns} from dry_run where state = 'finished' and content = $1 order by seq desc limit 1`,
    values: [content],
  })
  return row ?? null
}
