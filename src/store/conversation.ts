/** What was said to a line, page by page, newest first: kept back, sent, and come to an end. */
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import type { Database } from './database.ts'
import {
  attemptColumns,
  type AttemptView,
  reminderColumns,
  type ReminderView,
  type StoredReminder,
  viewOf,
} from './reminder-views.ts'

export interface ConversationAsk extends AccountKey {
  readonly line: string
  /** Rows from here on are left out; an empty id comes before every row of its moment. */
  readonly before: { readonly at: Instant; readonly id: string }
  readonly rowsMax: number
}

/** To the line itself, or to a contact of its account (TP9-04). */
const saidOfLine = `(line = $3 or line like 'contact:%')`

const values = ({ shard, account, line, before, rowsMax }: ConversationAsk): readonly unknown[] => [
  shard,
  account,
  line,
  before.at,
  before.id,
  rowsMax,
]

/** Reminders of which nothing is under way: withheld, by the moment of it, or planned, by when they were. */
export async function readUnsent(
  database: Database,
  ask: ConversationAsk,
): Promise<readonly (ReminderView & { readonly at: Instant })[]> {
  const rows = await database.read<StoredReminder & { readonly at: Instant }>({
    text: `
      select ${reminderColumns}, coalesce(concluded_at, planned_at) as at from reminder
      where shard = $1 and account = $2 and ${saidOfLine} and state in ('withheld', 'planned')
        and (coalesce(concluded_at, planned_at), id) < ($4, $5)
      order by coalesce(concluded_at, planned_at) desc, id desc limit $6`,
    values: values(ask),
  })
  return rows.map(({ at, ...row }) => ({ ...viewOf(row), at }))
}

/** Messages, by when they were handed over. */
export const readSent = (database: Database, ask: ConversationAsk): Promise<readonly AttemptView[]> =>
  database.read<AttemptView>({
    text: `
      select ${attemptColumns} from attempt
      where shard = $1 and account = $2 and ${saidOfLine} and (decided_at, id) < ($4, $5)
      order by decided_at desc, id desc limit $6`,
    values: values(ask),
  })

/** Messages, by when they came to their end. */
export const readConcluded = (database: Database, ask: ConversationAsk): Promise<readonly AttemptView[]> =>
  database.read<AttemptView>({
    text: `
      select ${attemptColumns} from attempt
      where shard = $1 and account = $2 and ${saidOfLine} and (concluded_at, id) < ($4, $5)
      order by concluded_at desc, id desc limit $6`,
    values: values(ask),
  })
