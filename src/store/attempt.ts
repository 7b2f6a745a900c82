/**
 * A message handed to a gateway:
 *
 *     decided ──► accepted ──► concluded (outcome)
 *        └──────► in-doubt ───────┘
 *
 * `decided` is written with the turn that decided to send. The gateway's answer makes it `accepted`; if the
 * answer stays out or the process dies first it is `in-doubt` (G4). An outcome, from wherever, concludes it;
 * `unconfirmed` alone may still be bettered, by a receipt that comes after all hope.
 */
import type { ChannelName } from '../core/event/facts.ts'
import type { AttemptRow, ReminderState } from '../core/reminder.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { laneOf } from './reminder.ts'

export interface SentRow extends AccountKey {
  readonly row: AttemptRow
  /** Null when the customer's key is gone: then nothing is handed over either. */
  readonly textEnc: Uint8Array | null
  readonly numberHash: Uint8Array | null
}

export function insertAttempts(rows: readonly SentRow[]): Statement {
  return {
    text: `
      insert into attempt (shard, account, id, reminder, line, channel, gateway, lane, language, text_enc, encoding,
        parts, decided_at, valid_until, number_hash, state)
      select shard, account, id, reminder, line, channel, gateway, lane, language, decode(text_enc, 'hex'), encoding,
        parts, decided_at, valid_until, decode(number_hash, 'hex'), 'decided'
      from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, ${split(6)}, ${split(7)},
        $8::smallint[], ${split(9)}, ${split(10)}, ${split(11)}, $12::smallint[], $13::bigint[], $14::bigint[], ${split(15)})
        as new (shard, account, id, reminder, line, channel, gateway, lane, language, text_enc, encoding,
          parts, decided_at, valid_until, number_hash)`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.row.id),
      texts(rows, r => r.row.reminder),
      texts(rows, r => r.row.line),
      texts(rows, r => r.row.channel),
      texts(rows, r => r.row.gateway),
      numbers(rows, r => laneOf(r.row.class)),
      texts(rows, r => r.row.language),
      hexes(rows, r => r.textEnc),
      texts(rows, r => r.row.encoding),
      numbers(rows, r => r.row.parts),
      numbers(rows, r => r.row.decidedAt),
      numbers(rows, r => r.row.validUntil),
      hexes(rows, r => r.numberHash),
    ],
    rows: rows.length,
  }
}

export interface AttemptKey extends AccountKey {
  readonly attempt: string
}

export interface ConcludedRow extends AttemptKey {
  readonly outcome: string
  readonly code: string
  readonly at: Instant
}

/** As far as they are open still. The text of a delivered code is blanked (FP-12). */
export function concludeAttempts(rows: readonly ConcludedRow[]): Statement {
  return {
    text: `
      update attempt set state = 'concluded', outcome = new.outcome, code = coalesce(new.code, ''), concluded_at = new.at,
        text_enc = case when lane = 0 and new.outcome = 'delivered' then null else text_enc end
      from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, $6::bigint[])
        as new (shard, account, id, outcome, code, at)
      where attempt.shard = new.shard and attempt.account = new.account and attempt.id = new.id
        and (attempt.state <> 'concluded' or attempt.outcome = 'unconfirmed')`,
    values: [
      ...keyColumns(rows),
      texts(rows, r => r.outcome),
      texts(rows, r => r.code.replaceAll('\n', ' ')),
      numbers(rows, r => r.at),
    ],
  }
}

export interface AcceptedRow extends AttemptKey {
  readonly gateway: string
  readonly messageId: string
  readonly at: Instant
}

/** Submit answers, without `decide`: the attempts, and which id stands for them. */
export function acceptAttempts(rows: readonly AcceptedRow[]): readonly Statement[] {
  const columns = [
    ...keyColumns(rows),
    texts(rows, r => r.gateway),
    texts(rows, r => r.messageId),
    numbers(rows, r => r.at),
  ]
  const accepted = `unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, $6::bigint[])
    as new (shard, account, id, gateway, message_id, at)`
  return [
    {
      text: `
        update attempt set message_id = new.message_id, answered_at = new.at,
          state = case when state = 'concluded' then state else 'accepted' end
        from ${accepted}
        where attempt.shard = new.shard and attempt.account = new.account and attempt.id = new.id`,
      values: columns,
    },
    {
      // A gateway may use an id again after some days: the newest counts.
      text: `
        insert into handed (gateway, message_id, shard, account, attempt, at)
        select distinct on (gateway, message_id) gateway, message_id, shard, account, id, at from ${accepted}
        on conflict (gateway, message_id) do update
        set shard = excluded.shard, account = excluded.account, attempt = excluded.attempt, at = excluded.at`,
      values: columns,
    },
  ]
}

/** No answer came: it may or may not have been handed over. */
export function doubtAttempts(rows: readonly AttemptKey[]): Statement {
  return {
    text: `
      update attempt set state = 'in-doubt'
      from unnest($1::smallint[], ${split(2)}, ${split(3)}) as new (shard, account, id)
      where attempt.shard = new.shard and attempt.account = new.account and attempt.id = new.id
        and attempt.state = 'decided'`,
    values: keyColumns(rows),
  }
}

/** At start: whatever the former process decided and never heard of again. */
export const doubtAll: Statement = {
  text: `update attempt set state = 'in-doubt' where state = 'decided'`,
  values: [],
}

const keyColumns = (rows: readonly AttemptKey[]): readonly unknown[] => [
  numbers(rows, r => r.shard),
  texts(rows, r => r.account),
  texts(rows, r => r.attempt),
]

export interface OpenRow extends AttemptKey {
  readonly line: string
  readonly gateway: string
  readonly messageId: string | null
  readonly parts: number
  readonly decidedAt: Instant
  readonly validUntil: Instant
  readonly state: string
}

/** Of an `OpenRow`. */
export const openColumns = `shard, account, id as attempt, line, gateway, message_id as "messageId",
  parts, decided_at as "decidedAt", valid_until as "validUntil", state`

/** Those of a gateway that have no outcome, by key in pages. */
export function openAttempts(
  database: Database,
  page: { readonly gateway: string; readonly after: AttemptKey | null; readonly rowsMax: number },
): Promise<readonly OpenRow[]> {
  const after = page.after ?? { shard: -1, account: '', attempt: '' }
  return database.read<OpenRow>({
    text: `
      select ${openColumns} from attempt
      where state <> 'concluded' and gateway = $1 and (shard, account, id) > ($2, $3, $4)
      order by shard, account, id limit $5`,
    values: [page.gateway, after.shard, after.account, after.attempt, page.rowsMax],
  })
}

export interface AwaitedRow extends AttemptKey {
  readonly line: string
  readonly gateway: string
  readonly decidedAt: Instant
  readonly reminder: string
  readonly channel: ChannelName
  /** Of an attempt taken for silent (`unconfirmed`) the reminder as it stands; null while the attempt is open. */
  readonly rule: string | null
  readonly version: string | null
  readonly state: ReminderState | null
  readonly rung: number | null
  readonly due: Instant | null
  readonly usefulUntil: Instant | null
}

/** Which of these can still take an outcome. */
export function awaitedAttempts(
  database: Database,
  keys: readonly AttemptKey[],
): Promise<readonly AwaitedRow[]> {
  return database.read<AwaitedRow>({
    text: `
      select wanted.shard, wanted.account, wanted.id as attempt, found.line, found.gateway, found.decided_at as "decidedAt", found.reminder,
        found.channel, told.rule, told.version, told.state, told.rung, told.due, told.useful_until as "usefulUntil"
      from unnest($1::smallint[], ${split(2)}, ${split(3)}) as wanted (shard, account, id)
      cross join lateral (
        select line, gateway, decided_at, state, outcome, reminder, channel from attempt a
        where a.shard = wanted.shard and a.account = wanted.account and a.id = wanted.id limit 1
      ) as found
      left join lateral (
        select rule, version, state, rung, due, useful_until from reminder r
        where found.outcome = 'unconfirmed' and r.shard = wanted.shard and r.account = wanted.account and r.id = found.reminder
        limit 1
      ) as told on true
      where found.state <> 'concluded' or found.outcome = 'unconfirmed'`,
    values: keyColumns(keys),
  })
}
