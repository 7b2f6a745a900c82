/** What those who run the system look at, each by index and no further than a limit. */
import type { Instant } from '../core/units.ts'
import type { Database, Row } from './database.ts'
import { countedMax } from './reminder-queue.ts'

/** A timer that fell due so long ago should have been decided. */
const overdueMs = 60_000

export interface OperationCounts {
  /** Timers that have fallen due, and of these the ones that should have been decided by now; counted to a limit. */
  readonly agendaDue: number
  readonly agendaOverdue: number
  readonly databaseBytes: number
  /** Open ones. */
  readonly alarms: readonly { readonly kind: string; readonly count: number }[]
}

export async function readOperations(database: Database, now: Instant): Promise<OperationCounts> {
  const agenda = (until: Instant): Promise<readonly Row[]> =>
    database.read<Row>({
      text: `select count(*) as count from (select 1 from agenda where due <= $1 limit ${countedMax}) as counted`,
      values: [until],
    })
  const [due] = await agenda(now)
  const [overdue] = await agenda(now - overdueMs)
  const [size] = await database.read<Row>({
    text: 'select pg_database_size(current_database()) as bytes',
    values: [],
  })
  const alarms = await database.read<{ kind: string; count: number }>({
    text: 'select kind, count(*) as count from alarm where closed_at is null group by kind order by kind',
    values: [],
  })
  return {
    agendaDue: Number(due!['count']),
    agendaOverdue: Number(overdue!['count']),
    databaseBytes: Number(size!['bytes']),
    alarms,
  }
}
