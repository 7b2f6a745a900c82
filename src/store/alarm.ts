/** What staff should look at; one open alarm per kind and key. */
import type { Alarm, AlarmsOver } from '../core/change.ts'
import type { AccountId } from '../core/event/event.ts'
import type { Instant } from '../core/units.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface AlarmRow extends Alarm {
  /** Tells alarms of a kind apart: the source, or account and line. */
  readonly key: string
}

export function raiseAlarms(rows: readonly AlarmRow[]): Statement {
  return {
    text: `
      insert into alarm (kind, key, account, line, at, note)
      select kind, key, account, line, at, coalesce(note, '')
      from unnest(${split(1)}, ${split(2)}, ${split(3)}, ${split(4)}, $5::bigint[], ${split(6)})
        as new (kind, key, account, line, at, note)
      on conflict (kind, key) where closed_at is null do nothing`,
    values: [
      texts(rows, r => r.kind),
      texts(rows, r => r.key),
      texts(rows, r => r.account),
      texts(rows, r => r.line),
      numbers(rows, r => r.at),
      texts(rows, r => r.note.replaceAll('\n', ' ')),
    ],
  }
}

export const closeAlarms = (kind: Alarm['kind'], keys: readonly string[], at: Instant): Statement => ({
  text: `
    update alarm set closed_at = $3 from unnest(${split(2)}) as over (key)
    where alarm.kind = $1 and alarm.key = over.key and alarm.closed_at is null`,
  values: [kind, texts(keys, key => key), at],
})

export interface OverRow extends AlarmsOver {
  readonly account: AccountId
  /** When that was known. */
  readonly at: Instant
}

/** Also of those that were raised in the same turn. */
export const endAlarms = (rows: readonly OverRow[]): Statement => ({
  text: `
    update alarm set closed_at = over.at
    from unnest(${split(1)}, ${split(2)}, $3::bigint[], $4::bigint[], $5::bigint[]) as over (kind, account, since, until, at)
    where alarm.kind = over.kind and alarm.account = over.account and alarm.at between over.since and over.until
      and alarm.closed_at is null`,
  values: [
    texts(rows, r => r.kind),
    texts(rows, r => r.account),
    numbers(rows, r => r.from),
    numbers(rows, r => r.until),
    numbers(rows, r => r.at),
  ],
})

export interface AlarmView extends AlarmRow {
  readonly seq: number
  readonly closedAt: Instant | null
}

/** Newest first; `before` is the last `seq` of the page before. */
export function listAlarms(
  database: Database,
  page: { readonly open: boolean; readonly before: number; readonly rowsMax: number },
): Promise<readonly AlarmView[]> {
  return database.read<AlarmView>({
    text: `
      select seq, kind, key, account, line, at, note, closed_at as "closedAt" from alarm
      where seq < $1 and (closed_at is null or not $2) order by seq desc limit $3`,
    values: [page.before, page.open, page.rowsMax],
  })
}
