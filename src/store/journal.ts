/**
 * One row per decided event, for duplicates, explaining and replay; partitioned by the (UTC) day of the
 * event's own time. `journal_from` of the install row says from when on the journal is complete.
 */
import { dayOf as dateOf } from '../core/calendar/zone.ts'
import type { LineId, Origin } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface JournalRow extends AccountKey {
  readonly time: Instant
  readonly source: string
  readonly id: string
  readonly origin: Origin
  readonly type: string
  readonly line: LineId | null
  readonly body: string
  readonly extensions: string | null
  readonly bodyHash: number
  readonly turn: number
  readonly decidedAt: Instant
  readonly considered: string | null
}

/** Version of event bodies as written now. */
export const bodyVersion = 1

export function insertJournal(rows: readonly JournalRow[]): Statement {
  return {
    text: `
      insert into journal (shard, account, time, source, id, origin, type, line, v, body, extensions,
                           body_hash, turn, decided_at, considered)
      select shard, account, time, source, id, origin, type, line, ${bodyVersion}, body, extensions,
             body_hash, turn, decided_at, considered
      from unnest($1::smallint[], ${split(2)}, $3::bigint[], ${split(4)}, ${split(5)}, ${split(6)}, ${split(7)},
                  ${split(8)}, ${split(9)}, ${split(10)}, $11::bigint[], $12::bigint[], $13::bigint[], ${split(14)})
        as new (shard, account, time, source, id, origin, type, line, body, extensions,
                body_hash, turn, decided_at, considered)`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      numbers(rows, r => r.time),
      texts(rows, r => r.source),
      texts(rows, r => r.id),
      texts(rows, r => r.origin),
      texts(rows, r => r.type),
      texts(rows, r => r.line),
      texts(rows, r => r.body),
      texts(rows, r => r.extensions),
      numbers(rows, r => r.bodyHash),
      numbers(rows, r => r.turn),
      numbers(rows, r => r.decidedAt),
      texts(rows, r => r.considered),
    ],
    rows: rows.length,
  }
}

export interface Sought extends AccountKey {
  readonly source: string
  readonly id: string
  readonly from: Instant
  readonly until: Instant
}

export interface Seen {
  /** Place in the list that was sought. */
  readonly i: number
  readonly time: Instant
  readonly bodyHash: number
}

/** What the journal knows of each (source, id) within its span. */
export function findEvents(database: Database, sought: readonly Sought[]): Promise<readonly Seen[]> {
  return database.read<Seen>({
    text: `
      select (sought.i - 1)::integer as i, found.time, found.body_hash as "bodyHash"
      from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, $5::bigint[], $6::bigint[])
        with ordinality as sought (shard, account, source, id, since, until, i)
      cross join lateral (
        select time, body_hash from journal j
        where j.shard = sought.shard and j.account = sought.account and j.time between sought.since and sought.until
          and j.source = sought.source and j.id = sought.id
        limit 3
      ) as found`,
    values: [
      numbers(sought, s => s.shard),
      texts(sought, s => s.account),
      texts(sought, s => s.source),
      texts(sought, s => s.id),
      numbers(sought, s => s.from),
      numbers(sought, s => s.until),
    ],
  })
}

export interface JournalEntry extends Omit<JournalRow, 'shard' | 'bodyHash'> {
  readonly v: number
}

/** An account's events, newest first; the next page starts before the last one's time. */
export function readJournal(
  database: Database,
  key: AccountKey,
  page: { readonly before: Instant; readonly rowsMax: number },
): Promise<readonly JournalEntry[]> {
  return database.read<JournalEntry>({
    text: `
      select account, time, source, id, origin, type, line, v, body, extensions, turn,
             decided_at as "decidedAt", considered
      from journal where shard = $1 and account = $2 and time < $3
      order by time desc, source desc, id desc limit $4`,
    values: [key.shard, key.account, page.before, page.rowsMax],
  })
}

export const dayMs = 86_400_000
export const dayOf = (time: Instant): number => Math.floor(time / dayMs)

const partition = (day: number): string => `journal_${dateOf(day * dayMs, 'UTC').replaceAll('-', '_')}`

export async function journalDays(database: Database): Promise<readonly number[]> {
  const rows = await database.read<{ day: number }>({
    text: 'select day from journal_day order by day',
    values: [],
  })
  return rows.map(row => row.day)
}

/** Safe to repeat. */
export function makeDay(day: number): readonly Statement[] {
  return [
    {
      text: `
        create table if not exists ${partition(day)} partition of journal
        for values from (${day * dayMs}) to (${(day + 1) * dayMs})`,
      values: [],
    },
    { text: 'insert into journal_day (day) values ($1) on conflict do nothing', values: [day] },
  ]
}

/** The latest decision in a day's partition, null when it is empty. */
export async function lastDecision(database: Database, day: number): Promise<Instant | null> {
  const [row] = await database.read<{ last: Instant | null }>({
    text: `select max(decided_at) as last from ${partition(day)}`,
    values: [],
  })
  return row?.last ?? null
}

/**
 * Drops a day and moves `journal_from` behind it; the outside events that go with it are tallied, so that
 * the books still balance (G8).
 */
export function dropDay(day: number): readonly Statement[] {
  return [
    {
      text: `
        insert into tally (name, day, count)
        select 'decided-dropped', $1, count(*) from ${partition(day)} where origin = 'outside'
        on conflict (name, day) do update set count = tally.count + excluded.count`,
      values: [day],
    },
    { text: 'delete from reply where time < $1', values: [(day + 1) * dayMs] },
    { text: `drop table ${partition(day)}`, values: [] },
    { text: 'delete from journal_day where day = $1', values: [day] },
    {
      text: 'update install set journal_from = greatest(journal_from, $1)',
      values: [(day + 1) * dayMs],
    },
  ]
}
