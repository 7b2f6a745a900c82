/** What a dry run reads of the past: pages of at most 200 rows by key, so that turns never wait for it (design §6). */
import type { Origin } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import type { Database } from './database.ts'

export const pageRowsMax = 200

/** The next accounts by key; null for the first page. */
export function accountsAfter(
  database: Database,
  after: AccountKey | null,
): Promise<readonly (AccountKey & { readonly [name: string]: unknown })[]> {
  return database.read({
    text: `
      select shard, account from account_cold where (shard, account) > ($1::smallint, $2::text)
      order by shard, account limit ${pageRowsMax}`,
    values: [after?.shard ?? -1, after?.account ?? ''],
  })
}

/** An event as the journal has it. */
export interface PastEvent {
  readonly time: Instant
  readonly source: string
  readonly id: string
  readonly origin: Origin
  readonly type: string
  readonly line: string | null
  readonly body: string
  readonly turn: number
  readonly decidedAt: Instant
}

export interface PastAsk extends AccountKey {
  /** Event times from here on. */
  readonly from: Instant
  /** Decided before. */
  readonly until: Instant
  /** Types that Kairos raised itself and that are wanted all the same. */
  readonly words: readonly string[]
}

/**
 * Facts from outside, and words of these types, by event time.
 * @param after the last row of the page before; null for the first
 */
export function pastEvents(
  database: Database,
  ask: PastAsk,
  after: Pick<PastEvent, 'time' | 'source' | 'id'> | null,
): Promise<readonly PastEvent[]> {
  const { shard, account, from, until, words } = ask
  const place = [after?.time ?? -1, after?.source ?? '', after?.id ?? '']
  return database.read<PastEvent>({
    text: `
      select time, source, id, origin, type, line, body, turn, decided_at as "decidedAt" from journal
      where shard = $1 and account = $2 and time >= $3 and decided_at < $4
        and (origin = 'outside' or (origin = 'agenda' and type = any($5::text[])))
        and (time, source, id) > ($6::bigint, $7::text, $8::text)
      order by time, source, id limit ${pageRowsMax}`,
    values: [shard, account, Math.max(from, after?.time ?? from), until, words, ...place],
  })
}

/** How an attempt ended, and of what it told. */
export interface PastAttempt {
  readonly id: string
  readonly line: string
  readonly rule: string
  readonly causeSource: string
  readonly causeId: string
  readonly causeTime: Instant
  readonly channel: string
  readonly outcome: string
  readonly tookMs: number
}

/** By key; `after` is the id of the last row of the page before, empty for the first. */
export function pastAttempts(
  database: Database,
  ask: Omit<PastAsk, 'words'>,
  after: string,
): Promise<readonly PastAttempt[]> {
  return database.read<PastAttempt>({
    text: `
      select a.id, a.line, r.rule, r.cause_source as "causeSource", r.cause_id as "causeId",
        r.cause_time as "causeTime", a.channel, a.outcome, a.concluded_at - a.decided_at as "tookMs"
      from attempt a join reminder r on r.shard = a.shard and r.account = a.account and r.id = a.reminder
      where a.shard = $1 and a.account = $2 and a.id > $5 and a.decided_at >= $3 and a.decided_at < $4
        and a.state = 'concluded' and a.outcome in ('delivered', 'failed', 'expired', 'refused', 'unconfirmed')
      order by a.id limit ${pageRowsMax}`,
    values: [ask.shard, ask.account, ask.from, ask.until, after],
  })
}

/** From when on the journal is complete, and the oldest day that it has; null when it is empty. */
export async function journalReach(
  database: Database,
): Promise<{ readonly from: Instant; readonly oldestDay: number | null; readonly newestDay: number | null }> {
  const [row] = await database.read<{
    journalFrom: Instant
    oldestDay: number | null
    newestDay: number | null
  }>({
    text: `
      select install.journal_from as "journalFrom", min(day) as "oldestDay", max(day) as "newestDay"
      from install left join journal_day on true group by install.journal_from`,
    values: [],
  })
  return { from: row?.journalFrom ?? 0, oldestDay: row?.oldestDay ?? null, newestDay: row?.newestDay ?? null }
}
