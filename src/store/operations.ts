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
  /** By type of timer, each span counted to a limit. */
  readonly agenda: readonly AgendaCount[]
  readonly databaseBytes: number
  /** Of PostgreSQL. */
  readonly databaseVersion: string
  /** To this database, ours and others'. */
  readonly connections: number
  /** Open ones. */
  readonly alarms: readonly { readonly kind: string; readonly count: number }[]
}

export interface AgendaCount {
  readonly type: string
  readonly due: number
  /** Falls due within the next hour; within the 23 hours after it. */
  readonly nextHour: number
  readonly nextDay: number
}

const hourMs = 3_600_000

/** Three spans, each read by index and no further than the limit. */
function readAgenda(database: Database, now: Instant): Promise<readonly AgendaCount[]> {
  const span = (name: string, from: string, until: string): string =>
    `(select '${name}' as span, type from agenda where due > ${from} and due <= ${until} limit ${countedMax})`
  return database.read<AgendaCount>({
    text: `
      select type, count(*) filter (where span = 'due') as due, count(*) filter (where span = 'hour') as "nextHour",
        count(*) filter (where span = 'day') as "nextDay"
      from (
        ${span('due', '0', '$1')} union all ${span('hour', '$1', '$2')} union all ${span('day', '$2', '$3')}
      ) as counted
      group by type order by type`,
    values: [now, now + hourMs, now + 24 * hourMs],
  })
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
    text: `
      select pg_database_size(current_database()) as bytes, current_setting('server_version') as version,
        (select count(*) from pg_stat_activity where datname = current_database()) as connections`,
    values: [],
  })
  const alarms = await database.read<{ kind: string; count: number }>({
    text: 'select kind, count(*) as count from alarm where closed_at is null group by kind order by kind',
    values: [],
  })
  return {
    agendaDue: Number(due!['count']),
    agendaOverdue: Number(overdue!['count']),
    agenda: await readAgenda(database, now),
    databaseBytes: Number(size!['bytes']),
    databaseVersion: String(size!['version']),
    connections: Number(size!['connections']),
    alarms,
  }
}
