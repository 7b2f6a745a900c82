/** The sheet for the second screen (TP2-24), with the rulebook that is shipped. */
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedDatabase } from '../../engine/databases-suite.ts'
import { arrival, item, noon, numberOf } from '../../engine/small-world-suite.ts'
import { loadRulebook } from '../../rulebook/folder.ts'
import { type Browser, Staffed } from './staffed-suite.ts'

const subject = { kind: 'number', number: numberOf('A1') } as const
const to = (type: 'plan.change-ordered' | 'plan.changed', id: string, data: object) =>
  item(arrival(type, id, { subject, data: { ...data } }))
const startsOn = new Date(noon + 30 * 86_400_000).toISOString().slice(0, 10)
const prepared = await embeddedDatabase()
afterAll(prepared.close)

describe('TP2-24: a change of plan', () => {
  let staffed: Staffed
  let wang: Browser
  beforeEach(async () => {
    const { rulebook } = loadRulebook(join(import.meta.dirname, '../../../rulebook'))
    staffed = await Staffed.deciding(await prepared.fresh(), rulebook!)
    await staffed.turn(to('plan.changed', 'c1', { planId: 'gotone-58' }))
    await staffed.turn(to('plan.change-ordered', 'c2', { planId: 'gotone-88', startsOn }))
    await staffed.turn(to('plan.changed', 'c3', { planId: 'gotone-88', fromPlanId: 'gotone-58' }))
    wang = await staffed.as('wang', ['agent'])
    await wang.ask('POST', '/customers/open', { account: 'A1', reason: { case: 'authenticated' } })
  })
  const sheet = (id: string) => wang.ask('GET', `/customers/A1/plan-changes/${encodeURIComponent(id)}`)

  it('ordered: before and after with the words to say in both languages, though the plan has changed since', async () => {
    const { status, body } = await sheet('/boss/c2')
    expect([status, body]).toMatchObject([
      200,
      {
        type: 'plan.change-ordered',
        startsOn,
        before: { id: 'gotone-58', name: { en: 'Business 58' } },
        after: { id: 'gotone-88', name: { en: 'Business 88' } },
        figures: [{ what: 'monthlyFee', before: 58_000_000, after: 88_000_000, change: 'worse' }, {}, {}, {}],
      },
    ])
    expect(body.spoken['zh-CN']).toMatch(/商旅58，每月58.00元；.*商旅88，每月88.00元.*可以取消/)
    expect(body.spoken.en).toMatch(/Business 58 at CNY 58.*Business 88 at CNY 88/)
    expect(JSON.stringify(body)).not.toContain(numberOf('A1').slice(-11))
  })

  it('in force: its last day is the day before; what it was is told by BOSS', async () => {
    const { body } = await sheet('/boss/c3')
    expect(body).toMatchObject({ type: 'plan.changed', before: { id: 'gotone-58' } })
    expect(Date.parse(body.startsOn) - Date.parse(body.lastDay)).toBe(86_400_000)
    expect(body.spoken.en).toMatch(/^Your plan is now Business 88/)
  })

  it('of a plan that the catalogue does not know nothing is said', async () => {
    await staffed.turn(to('plan.change-ordered', 'c4', { planId: 'unheard-of', startsOn }))
    const { body } = await sheet('/boss/c4')
    expect(body).toMatchObject({ after: { id: 'unheard-of', name: { en: 'unheard-of' }, offer: null } })
    expect(body.spoken).toEqual({ 'zh-CN': null, en: null })
    expect(body.figures.every((one: { change: string }) => one.change === 'unknown')).toBe(true)
  })

  it('what is no change of plan, or another’s, is not found; who has not opened the customer sees none', async () => {
    expect((await sheet('/boss/open-A1')).body.code).toBe('not-found')
    expect((await sheet('/boss/none')).body.code).toBe('not-found')
    const sun = await staffed.as('sun', ['agent'])
    expect(await sun.status('GET', '/customers/A1/plan-changes/%2Fboss%2Fc2')).toBe('403 reason-needed')
  })
})
