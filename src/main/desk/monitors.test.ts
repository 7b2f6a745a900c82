/** What is measured, as the API shows it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { monitors } from '../../api/shapes/monitor.ts'
import { serverDatabase, type TestDatabase } from '../../engine/databases-suite.ts'
import { minute, noon, rulebook } from '../../engine/small-world-suite.ts'
import { seeSources } from '../../store/source-seen.ts'
import { monitorsDesk } from './monitors.ts'

let prepared: TestDatabase
beforeAll(async () => (prepared = await serverDatabase()))
afterAll(() => prepared.close())

const nobody = { kind: 'key', id: 'test', name: 'test', scopes: [], territories: [] } as const

it('NF-29, G13: each monitor with its share in time, each feed with its last word', async () => {
  const database = await prepared.fresh()
  const seen = (source: string, at: number) => ({ source, lastTime: at, lastArrival: at })
  await database.transact([seeSources([seen('boss', noon - minute), seen('hlr', noon - 3 * minute)])])
  const quietAfterMs = 2 * minute
  const sources = { boss: { quietAfterMs }, hlr: { quietAfterMs }, crm: { quietAfterMs } }
  const target = { rules: ['r1'], withinMs: 60_000, percentMin: 80, since: noon - minute }
  const desk = monitorsDesk({
    database,
    clock: { now: () => noon, elapsed: () => 0 },
    surroundings: { rulebookAt: () => ({ ...rulebook, policy: { ...rulebook.policy, sources } }) },
    engine: {
      measured: () => [
        { name: 'a', ...target, ended: 30, inTime: 20, isLate: true },
        { name: 'b', ...target, ended: 0, inTime: 0, isLate: false },
      ],
    },
  })
  const said = monitors.parse(monitors.encode((await desk.monitors(nobody)) as never))
  expect(said.items).toMatchObject([
    { name: 'a', withinSeconds: 60, percent: 66.7, isLate: true },
    { name: 'b', percent: null, isLate: false },
  ])
  expect(said.feeds).toEqual([
    { source: 'boss', lastArrival: noon - minute, quietAfterSeconds: 120, isQuiet: false },
    { source: 'hlr', lastArrival: noon - 3 * minute, quietAfterSeconds: 120, isQuiet: true },
    { source: 'crm', lastArrival: null, quietAfterSeconds: 120, isQuiet: false },
  ])
})
