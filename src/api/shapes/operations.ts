import { z } from 'zod'
import { instant } from './instant.ts'

const counted = '10,000 stands for more, too.'

export const operations = z
  .object({
    at: instant,
    startedAt: instant.nullable().meta({ description: 'Null when no engine runs here.' }),
    uptimeSeconds: z.int().nullable(),
    turnsPerSecond: z.number().meta({ description: 'Of the last minute.' }),
    eventsPerSecond: z
      .number()
      .meta({ description: 'Of the last minute: facts, timers, sendings and receipts decided.' }),
    queued: z.int().meta({ description: 'Facts that wait for their turn.' }),
    lagMs: z.int().nullable().meta({ description: 'How long the oldest of them has waited; null of none.' }),
    lastTurnAt: instant.nullable(),
    agendaDue: z.int().meta({ description: `Timers that have fallen due. ${counted}` }),
    agendaOverdue: z.int().meta({ description: `Of these, due for more than a minute. ${counted}` }),
    agenda: z.array(z.object({ type: z.string(), due: z.int(), nextHour: z.int(), nextDay: z.int() })).meta({
      description: `Timers by type: fallen due, falling due within the hour, within the 23 hours after it. ${counted}`,
    }),
    minutes: z.array(z.object({ turns: z.int(), events: z.int() })).meta({
      description:
        'Each of the last sixty minutes, the oldest first; the last one goes on. A restart forgets them.',
    }),
    database: z.object({
      kind: z.enum(['embedded', 'server']),
      bytes: z.int(),
      version: z.string().meta({ description: 'Of PostgreSQL.' }),
      connections: z.int().meta({ description: 'To this database, ours and others’.' }),
    }),
    version: z.string().meta({ description: 'Of Kairos.' }),
    rulebookVersion: z.string().meta({ description: 'In force now.' }),
    node: z.string(),
    alarms: z.array(z.object({ kind: z.string(), open: z.int() })),
  })
  .meta({
    id: 'Operations',
    examples: [
      {
        at: '2026-11-20T00:16:02.000Z',
        startedAt: '2026-11-19T00:16:02.000Z',
        uptimeSeconds: 86_400,
        turnsPerSecond: 12.5,
        eventsPerSecond: 8_400,
        queued: 120,
        lagMs: 40,
        lastTurnAt: '2026-11-20T00:16:01.000Z',
        agendaDue: 3,
        agendaOverdue: 0,
        agenda: [{ type: 'schedule.due', due: 3, nextHour: 210, nextDay: 4_800 }],
        minutes: [{ turns: 750, events: 504_000 }],
        database: { kind: 'server', bytes: 1_203_000_000, version: '17.6', connections: 12 },
        version: '0.1.0',
        rulebookVersion: '2026-11-01',
        node: 'v24.0.0',
        alarms: [{ kind: 'source-quiet', open: 1 }],
      },
    ],
  })
