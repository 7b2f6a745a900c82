/** What happened to an account, for people who ask why: its events, newest first. */
import type { LineId, Origin } from '../core/event/event.ts'
import type { Considered } from '../core/change.ts'
import type { Facts } from '../core/reminder.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import type { Database } from './database.ts'

export interface DecidedEvent {
  readonly source: string
  readonly id: string
  readonly type: string
  readonly time: Instant
  readonly origin: Origin
  readonly line: LineId | null
  readonly body: Facts
  readonly decidedAt: Instant
  readonly considered: readonly Considered[]
}

export interface HistoryAsk extends AccountKey {
  /** Null for all lines. */
  readonly line: LineId | null
  readonly origins: readonly Origin[]
  readonly from: Instant
  /** Events of this moment and later are left out. */
  readonly until: Instant
  /** The last row of the page before; null for the first page. */
  readonly after: EventPlace | null
  readonly rowsMax: number
}

/** Where an event stands in its account's history; (source, id) alone names it. */
export interface EventPlace {
  readonly time: Instant
  readonly source: string
  readonly id: string
}

type Stored = Omit<DecidedEvent, 'body' | 'considered'> & {
  readonly body: string
  readonly considered: string | null
}

/** One event of an account by its source and id, as a timeline names it; null when it is not there (any more). */
export async function readDecided(
  database: Database,
  { shard, account, eventId }: AccountKey & { readonly eventId: string },
): Promise<DecidedEvent | null> {
  const [row] = await database.read<Stored>({
    text: `
      select source, id, type, time, origin, line, body, decided_at as "decidedAt", considered from journal
      where shard = $1 and account = $2 and source || '/' || id = $3 order by time desc limit 1`,
    values: [shard, account, eventId],
  })
  return row === undefined ? null : decided(row)
}

/** Newest first. Events about the account as a whole belong to each of its lines. */
export async function readHistory(database: Database, ask: HistoryAsk): Promise<readonly DecidedEvent[]> {
  const { shard, account, line, origins, from, until, after, rowsMax } = ask
  // The bound on the time alone is what keeps the other days' partitions out.
  const before = after === null ? until : Math.min(until, after.time + 1)
  const place = [after?.time ?? null, after?.source ?? '', after?.id ?? '']
  const rows = await database.read<Stored>({
    text: `
      select source, id, type, time, origin, line, body, decided_at as "decidedAt", considered from journal
      where shard = $1 and account = $2 and time < $3 and time >= $4
        and ($5::text is null or line is null or line = $5) and origin = any($6::text[])
        and ($7::bigint is null or (time, source, id) < ($7, $8, $9))
      order by time desc, source desc, id desc limit $10`,
    values: [shard, account, before, from, line, origins, ...place, rowsMax],
  })
  return rows.map(decided)
}

const decided = ({ body, considered, ...row }: Stored): DecidedEvent => ({
  ...row,
  body: JSON.parse(body) as Facts,
  considered: considered === null ? [] : (JSON.parse(considered) as Considered[]),
})
