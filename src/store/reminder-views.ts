/** Reminders and attempts as people read them: explain, timeline, console. */
import {
  classes,
  type Facts,
  type ReminderClass,
  type ReminderState,
  type WithheldReason,
} from '../core/reminder.ts'
import type { ChannelName } from '../core/event/facts.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import type { Database } from './database.ts'

/** One step of its life, oldest first. */
export interface TrailStep {
  readonly at: Instant
  readonly state: ReminderState
  readonly reason: string | null
  readonly note: string
  readonly due: Instant
}

export interface ReminderView {
  readonly id: string
  readonly account: string
  readonly line: string
  readonly rule: string
  readonly touchpoint: string
  readonly template: string
  readonly version: string
  readonly class: ReminderClass
  readonly cause: { readonly source: string; readonly id: string; readonly time: Instant }
  readonly facts: Facts
  readonly steps: readonly string[]
  readonly plannedAt: Instant
  readonly decision: number
  readonly group: string | null
  readonly order: number
  readonly province: string | null
  readonly city: string | null
  readonly state: ReminderState
  readonly reason: WithheldReason | null
  readonly due: Instant
  readonly usefulUntil: Instant
  readonly channel: ChannelName
  readonly rung: number
  readonly concludedAt: Instant | null
  readonly trail: readonly TrailStep[]
}

export const reminderColumns = `id, account, line, rule, touchpoint, template, version, lane, cause_source as "causeSource",
  cause_id as "causeId", cause_time as "causeTime", facts, steps, planned_at as "plannedAt", decision,
  group_id as "group", place as "order", province, city, state, reason, due, useful_until as "usefulUntil",
  channel, rung, concluded_at as "concludedAt", trail`

export type StoredReminder = Omit<ReminderView, 'class' | 'cause' | 'facts' | 'steps' | 'trail'> & {
  readonly lane: number
  readonly causeSource: string
  readonly causeId: string
  readonly causeTime: Instant
  readonly facts: string
  readonly steps: string
  readonly trail: string
}

export function viewOf(stored: StoredReminder): ReminderView {
  const { lane, causeSource, causeId, causeTime, facts, steps, trail, ...rest } = stored
  type Element = [Instant, ReminderState, string | null, string, Instant]
  return {
    ...rest,
    class: classes[lane]!,
    cause: { source: causeSource, id: causeId, time: causeTime },
    facts: JSON.parse(facts) as Facts,
    steps: JSON.parse(steps) as string[],
    trail: (JSON.parse(`[${trail}]`) as Element[]).map(([at, state, reason, note, due]) => ({
      at,
      state,
      reason,
      note,
      due,
    })),
  }
}

export async function readReminder(
  database: Database,
  key: AccountKey & { readonly id: string },
): Promise<ReminderView | null> {
  const [stored] = await database.read<StoredReminder>({
    text: `select ${reminderColumns} from reminder where shard = $1 and account = $2 and id = $3`,
    values: [key.shard, key.account, key.id],
  })
  return stored === undefined ? null : viewOf(stored)
}

export interface RemindersAsk extends AccountKey {
  /** Null for all lines, all states. */
  readonly line: string | null
  readonly state: ReminderState | null
  /** The last row of the page before; null for the first page. */
  readonly after: { readonly plannedAt: Instant; readonly decision: number; readonly id: string } | null
  readonly rowsMax: number
}

/** An account's reminders, newest first. */
export async function readReminders(database: Database, ask: RemindersAsk): Promise<readonly ReminderView[]> {
  const rows = await database.read<StoredReminder>({
    text: `
      select ${reminderColumns} from reminder where shard = $1 and account = $2
        and ($3::text is null or line = $3) and ($4::text is null or state = $4)
        and ($5::bigint is null or (planned_at, decision, id) < ($5, $6, $7))
      order by planned_at desc, decision desc, id desc limit $8`,
    values: [
      ask.shard,
      ask.account,
      ask.line,
      ask.state,
      ask.after?.plannedAt ?? null,
      ask.after?.decision ?? 0,
      ask.after?.id ?? '',
      ask.rowsMax,
    ],
  })
  return rows.map(viewOf)
}

/** Reminders that these events caused. */
export async function readCaused(
  database: Database,
  key: AccountKey,
  causes: readonly { readonly source: string; readonly id: string }[],
): Promise<readonly ReminderView[]> {
  const rows = await database.read<StoredReminder>({
    text: `
      select ${reminderColumns} from reminder where shard = $1 and account = $2
        and (cause_source, cause_id) in (select * from unnest($3::text[], $4::text[]))
      order by planned_at, decision, id limit 1000`,
    values: [key.shard, key.account, causes.map(cause => cause.source), causes.map(cause => cause.id)],
  })
  return rows.map(viewOf)
}

export interface AttemptView {
  readonly id: string
  readonly reminder: string
  readonly line: string
  readonly channel: ChannelName
  readonly gateway: string
  readonly language: string
  /** Encrypted under the customer's key at `attempt/text/<id>`; null once blanked or erased. */
  readonly textEnc: Uint8Array | null
  readonly encoding: string
  readonly parts: number
  readonly decidedAt: Instant
  readonly validUntil: Instant
  readonly state: 'decided' | 'accepted' | 'in-doubt' | 'concluded'
  readonly messageId: string | null
  readonly answeredAt: Instant | null
  readonly concludedAt: Instant | null
  readonly outcome: string | null
  readonly code: string | null
}

export const attemptColumns = `id, reminder, line, channel, gateway, language, text_enc as "textEnc", encoding, parts,
  decided_at as "decidedAt", valid_until as "validUntil", state, message_id as "messageId",
  answered_at as "answeredAt", concluded_at as "concludedAt", outcome, code`

/** Attempts of one reminder, oldest first. */
export function readAttempts(
  database: Database,
  key: AccountKey & { readonly reminder: string },
  rowsMax: number,
): Promise<readonly AttemptView[]> {
  return database.read<AttemptView>({
    text: `
      select ${attemptColumns} from attempt where shard = $1 and account = $2 and reminder = $3
      order by decided_at, id limit $4`,
    values: [key.shard, key.account, key.reminder, rowsMax],
  })
}
