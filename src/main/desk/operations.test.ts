/** How the engine and its database do, on any database. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '../../api/shapes/operations.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { Recent } from '../../engine/recent.ts'
import { hour, noon } from '../../engine/small-world-suite.ts'
import { putAgenda } from '../../store/agenda.ts'
import { raiseAlarms } from '../../store/alarm.ts'
import type { Database } from '../../store/database.ts'
import type { SurroundingsKeeper } from '../surroundings.ts'
import { operationsDesk } from './operations.ts'

const nobody = { kind: 'key' as const, id: 'test', name: 'test', scopes: [], territories: [] }
const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

describe.each(databases)('operations on $name', ({ fresh }) => {
  let database: Database
  beforeEach(async () => {
    database = await fresh()
  })

  const told = async () => {
    const recent = new Recent(0)
    for (let n = 0; n < 30; n += 1) recent.turn(10, 1_000 * (n + 1))
    const surroundings = { rulebookAt: () => ({ version: 'r-7' }) } as unknown as SurroundingsKeeper
    const clock = { now: () => noon, elapsed: () => 60_000 }
    const state = () => ({ ok: true, note: '', queued: 3, lagMs: 12.4, lastTurnAt: noon })
    const engine = { recent, startedAt: noon - hour, state }
    const answer = await operationsDesk({ database, clock, surroundings, engine }).operations(nobody)
    return operations.encode(answer as never)
  }

  it('counts timers that are due and those that should be done, open alarms by kind, and the size', async () => {
    const entry = { shard: 1, account: 'A1', line: null, type: 'schedule.due', body: '{}' }
    const dues = [noon - hour, noon - 60_000, noon - 59_999, noon, noon + 1]
    await database.transact([putAgenda(dues.map((due, n) => ({ ...entry, id: `e${n}`, due })))])
    const alarm = { kind: 'source-quiet', account: null, line: null, at: noon, note: 'x' } as const
    await database.transact([
      raiseAlarms([
        { ...alarm, key: 'hlr' },
        { ...alarm, key: 'crm' },
      ]),
    ])
    await database.exec(`update alarm set closed_at = ${noon} where key = 'crm'`)
    const answer = await told()
    expect(answer).toMatchObject({
      uptimeSeconds: 3_600,
      turnsPerSecond: 0.5,
      eventsPerSecond: 5,
      queued: 3,
      lagMs: 12,
      agendaDue: 4,
      agendaOverdue: 2,
      database: { kind: database.kind, version: expect.stringMatching(/^\d+\.\d+/) },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      agenda: [{ type: 'schedule.due', due: 4, nextHour: 1, nextDay: 0 }],
      rulebookVersion: 'r-7',
      alarms: [{ kind: 'source-quiet', open: 1 }],
    })
    expect(answer.database.connections).toBeGreaterThan(0)
    expect(answer.minutes.slice(-2)).toEqual([
      { turns: 30, events: 300 },
      { turns: 0, events: 0 },
    ])
    expect(answer.database.bytes).toBeGreaterThan(1_000_000)
  })

  it('tells what falls due within the hour and within the day, by type', async () => {
    const entry = { shard: 1, account: 'A1', line: null, body: '{}' }
    const at = (id: string, type: string, due: number) => ({ ...entry, id, type, due })
    await database.transact([
      putAgenda([
        at('a', 'schedule.due', noon + 1),
        at('b', 'schedule.due', noon + hour),
        at('c', 'schedule.due', noon + hour + 1),
        at('d', 'moment.due', noon + 24 * hour),
        at('e', 'moment.due', noon + 24 * hour + 1),
        at('f', 'attempt.silent', noon),
      ]),
    ])
    expect((await told()).agenda).toEqual([
      { type: 'attempt.silent', due: 1, nextHour: 0, nextDay: 0 },
      { type: 'moment.due', due: 0, nextHour: 0, nextDay: 1 },
      { type: 'schedule.due', due: 0, nextHour: 2, nextDay: 1 },
    ])
  })

  it('of nothing there is nothing', async () => {
    expect(await told()).toMatchObject({ agendaDue: 0, agendaOverdue: 0, agenda: [], alarms: [] })
  })
})
