import { version as node } from 'node:process'
import type { Desk } from '../../api/desk.ts'
import { readOperations } from '../../store/operations.ts'
import { kairosVersion } from '../version.ts'
import type { DeskParts } from './parts.ts'

interface Parts extends Pick<DeskParts, 'database' | 'clock' | 'surroundings'> {
  readonly engine: Pick<DeskParts['engine'], 'recent' | 'startedAt' | 'state'>
}

export function operationsDesk({ database, clock, surroundings, engine }: Parts): Pick<Desk, 'operations'> {
  return {
    async operations() {
      const at = clock.now()
      const { agendaDue, agendaOverdue, agenda, alarms, ...read } = await readOperations(database, at)
      const { queued, lagMs, lastTurnAt } = engine.state()
      const { turns, events } = engine.recent.rates(clock.elapsed())
      const { startedAt } = engine
      return {
        at,
        startedAt,
        uptimeSeconds: startedAt === null ? null : Math.floor((at - startedAt) / 1_000),
        turnsPerSecond: tenths(turns),
        eventsPerSecond: tenths(events),
        queued,
        lagMs: lagMs === null ? null : Math.round(lagMs),
        lastTurnAt,
        agendaDue,
        agendaOverdue,
        agenda: [...agenda],
        minutes: [...engine.recent.minutes(clock.elapsed())],
        database: {
          kind: database.kind,
          bytes: read.databaseBytes,
          version: read.databaseVersion,
          connections: read.connections,
        },
        version: kairosVersion,
        rulebookVersion: surroundings.rulebookAt(at).version,
        node,
        alarms: alarms.map(({ kind, count }) => ({ kind, open: count })),
      }
    },
  }
}

const tenths = (number: number): number => Math.round(number * 10) / 10
