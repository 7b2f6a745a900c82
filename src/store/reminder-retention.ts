/**
 * Reminders that are old enough to go, and whether those that are there still have the events that caused them.
 * Message ids and stray receipts have gone long before; rows of the journal go by whole days.
 */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'
import { dayMs, dayOf } from './journal.ts'

/**
 * Deletes up to `rowsMax` reminders that came to their end before `before`, oldest first, with their attempts and
 * texts; what is open is never taken. What goes is tallied by touchpoint, state and reason on `day`, so that the books
 * still balance (G8). Answers with one row, the number that went.
 */
export const dropReminders = (ask: {
  readonly before: Instant
  readonly rowsMax: number
  readonly day: number
}): Statement => ({
  text: `
    with old as materialized (
      select shard, account, id from reminder
      where concluded_at < $1 and state not in ('planned', 'attempted') order by concluded_at limit $2
    ), attempts as (
      delete from attempt using old
      where attempt.shard = old.shard and attempt.account = old.account and attempt.reminder = old.id
    ), gone as (
      delete from reminder using old
      where reminder.shard = old.shard and reminder.account = old.account and reminder.id = old.id
      returning touchpoint, state, reason
    ), tallied as (
      insert into tally (name, day, count)
      select concat_ws('/', 'dropped', touchpoint, state, reason), $3, count(*) from gone group by touchpoint, state, reason
      on conflict (name, day) do update set count = tally.count + excluded.count
    )
    select count(*)::integer as dropped from gone`,
  values: [ask.before, ask.rowsMax, ask.day],
})

/** A reminder whose cause is missing where the journal says that it is complete. */
export interface Orphan {
  readonly account: string
  readonly id: string
  readonly causeSource: string
  readonly causeId: string
  readonly causeTime: Instant
}

/**
 * Of each of the last `days` days the first reminder that came to its end then: those whose cause should be in the
 * journal and is not. Causes from before `journalFrom` may have been dropped. Two look-ups a day by index, however many
 * reminders there are.
 */
export function orphansOf(
  database: Database,
  ask: { readonly now: Instant; readonly days: number; readonly journalFrom: Instant },
): Promise<readonly Orphan[]> {
  return database.read<Orphan>({
    text: `
      select sample.account, sample.id, sample.cause_source as "causeSource", sample.cause_id as "causeId",
        sample.cause_time as "causeTime"
      from generate_series($1::bigint, $2::bigint, ${dayMs}) as days (start)
      cross join lateral (
        select shard, account, id, cause_source, cause_id, cause_time from reminder
        where concluded_at >= days.start and concluded_at < days.start + ${dayMs} order by concluded_at limit 1
      ) as sample
      left join lateral (
        select 1 as one from journal where journal.shard = sample.shard and journal.account = sample.account
          and journal.time = sample.cause_time and journal.source = sample.cause_source and journal.id = sample.cause_id
        limit 1
      ) as cause on true
      where sample.cause_time >= $3 and cause.one is null
      order by sample.cause_time`,
    values: [(dayOf(ask.now) - ask.days + 1) * dayMs, dayOf(ask.now) * dayMs, ask.journalFrom],
  })
}
