/** Blueprints as the API shows them: those of the version in force, and of no other. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blueprintList, blueprintView } from '../../api/shapes/blueprint.ts'
import { rulebook } from '../../core/sample/rulebook.ts'
import { serverDatabase, type TestDatabase } from '../../engine/databases-suite.ts'
import { readBundle } from '../../rulebook/folder.ts'
import { submitVersion } from '../../store/rulebook-version.ts'
import { bundledRulebook } from '../installation.ts'
import { blueprintsDesk } from './blueprints.ts'

let prepared: TestDatabase
beforeAll(async () => (prepared = await serverDatabase()))
afterAll(() => prepared.close())

const nobody = { kind: 'key' as const, id: 'test', name: 'test', scopes: [], territories: [] }
const turn = Date.UTC(2026, 10, 20)

/** Until `turn` the rulebook that comes along is in force, then one without any blueprint. */
async function opened(clock: { now: number }) {
  const database = await prepared.fresh()
  const { bundle } = readBundle(bundledRulebook)
  const bare = Object.fromEntries(Object.entries(bundle).filter(([path]) => !path.startsWith('blueprints/')))
  const act = { by: 'test', at: turn }
  await database.transact([
    submitVersion({ ...act, version: 'drawn' }, JSON.stringify(bundle), 'drawn'),
    submitVersion({ ...act, version: 'bare' }, JSON.stringify(bare), 'bare'),
  ])
  return blueprintsDesk({
    database,
    clock: { now: () => clock.now, elapsed: () => 0 },
    surroundings: {
      rulebookAt: now => ({ ...rulebook([]), version: now < turn ? 'drawn' : 'bare' }),
    },
  })
}

it('BP-04 BP-06: the list says where it can fail, each blueprint is whole', async () => {
  const desk = await opened({ now: turn - 1 })
  const list = blueprintList.parse(await desk.listBlueprints(nobody))
  expect(list.version).toBe('drawn')
  expect(list.items.map(({ failurePoints }) => failurePoints).slice(0, 9)).toEqual([
    4, 4, 6, 3, 4, 5, 4, 7, 6,
  ])
  for (const { touchpoint, title, failurePoints } of list.items) {
    const one = blueprintView.parse(await desk.getBlueprint({ touchpoint }, nobody))
    expect(one).toMatchObject({ version: 'drawn', touchpoint, title })
    expect(one.steps.filter(({ failure }) => failure !== null)).toHaveLength(failurePoints)
  }
})

it('another version in force shows its own, and what it does not draw is not found', async () => {
  const clock = { now: turn - 1 }
  const desk = await opened(clock)
  expect(await desk.getBlueprint({ touchpoint: 'arrears' }, nobody)).toMatchObject({ version: 'drawn' })
  expect(await desk.getBlueprint({ touchpoint: 'weather' }, nobody)).toEqual({
    refusal: 'not-found',
    detail: 'rulebook drawn has no blueprint of weather',
  })
  clock.now = turn
  expect(await desk.listBlueprints(nobody)).toEqual({ version: 'bare', items: [] })
  expect(await desk.getBlueprint({ touchpoint: 'arrears' }, nobody)).toMatchObject({ refusal: 'not-found' })
})
