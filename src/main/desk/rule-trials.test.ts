/** Trying rules: on somebody invented, and on a customer, who stays as they are. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ruleTrial, tryBody } from '../../api/shapes/rule-trial.ts'
import { embeddedDatabase } from '../../engine/databases-suite.ts'
import type { Database, Row } from '../../store/database.ts'
import {
  editor,
  end,
  inForce,
  inForceVersion,
  live,
  office,
  type Office,
  repeating,
  taken,
} from './dry-run-suite.ts'

const { fresh, close } = await embeddedDatabase()
afterAll(close)
let database: Database
let desk: Office
beforeAll(async () => {
  database = await fresh()
  await live(database)
  desk = await office(database)
}, 120_000)

const time = '2026-10-20T14:00:00+08:00'
const fact = (type: string, data: object, rest: object = {}) => ({
  specversion: '1.0',
  id: `t-${type}`,
  source: 'trial',
  type,
  subject: 'tel:13800138000',
  time,
  data,
  ...rest,
})
const asked = fact('query.performed', { kind: 'location', channel: 'web', verifiedBy: 'service-password' })
const used = (percent: number, rest: object = {}) => {
  const mb = 1024 * 1024
  const period = { periodStart: '2026-10-01', periodEnd: '2026-10-31' }
  const counter = { usedBytes: percent * mb, allowanceBytes: 100 * mb }
  return fact('usage.reported', { bucketId: 'data', kind: 'data', ...period, ...counter }, rest)
}

const tryOn = (body: object) => desk.tryRules(tryBody.parse({ version: inForceVersion, ...body }), editor)
const customer = { brand: 'gotone', planId: 'gotone-88', payMode: 'postpaid' }

it('shows the rules that were asked, what each said, and the words in each language', async () => {
  const trial = taken(await tryOn({ event: asked, customer }))
  expect(trial).toMatchObject({
    version: inForceVersion,
    rules: [{ rule: 'sensitive-query', outcome: 'planned', condition: null }],
    reminders: [{ rule: 'sensitive-query', state: 'planned', channel: 'sms', touchpoint: 'sensitive-query' }],
  })
  const [{ texts, steps }] = trial.reminders as [(typeof trial.reminders)[number]]
  expect(steps[0]).toBe('passed: allowed, consent, not-blocked, once-per, told-recently, useful')
  expect(texts).toMatchObject([
    { language: 'zh-CN', parts: 1, encoding: 'ucs2', fault: null },
    { language: 'en', text: expect.stringContaining('Someone viewed your location') as string, fault: null },
  ])
  ruleTrial.encode(trial)
})

it('conditions are shown with how they came out; what came before counts', async () => {
  const fresh80 = taken(await tryOn({ event: used(82), customer }))
  const said = (trial: typeof fresh80, rule: string) => trial.rules.find(one => one.rule === rule)
  expect(said(fresh80, 'data-used-80')).toMatchObject({
    outcome: 'planned',
    condition: { holds: true, source: expect.stringContaining('event.limit == 80') as string },
  })
  expect(said(fresh80, 'data-used-100')).toMatchObject({ outcome: 'condition', condition: { holds: false } })
  const earlier = used(81, { id: 'before', time: '2026-10-20T10:00:00+08:00' })
  const again = taken(await tryOn({ before: [earlier], event: used(85), customer }))
  expect(again.reminders.filter(({ state }) => state === 'planned')).toEqual([])
})

it('a draft may be tried by its files', async () => {
  const body = { version: undefined, files: repeating(3), event: asked, customer }
  expect(taken(await tryOn(body)).reminders.map(({ rule }) => rule)).toEqual([
    'sensitive-query',
    'again-1',
    'again-2',
  ])
})

it('a moment to come is looked into, at its own time', async () => {
  const event = fact('balance.reported', { balanceMicroYuan: 50_000_000, validUntil: '2026-12-20' })
  const validity = taken(await tryOn({ event, customer: { brand: 'easyown', planId: 'easyown-28' } }))
  const later = validity.rules.filter(({ outcome }) => outcome.startsWith('later '))
  expect(later.length).toBeGreaterThan(0)
  const moments = validity.reminders.filter(({ due }) => due > Date.parse(time))
  expect(moments.length).toBeGreaterThan(0)
  expect(moments.every(({ texts }) => texts.every(({ fault }) => fault === null))).toBe(true)
})

it('of a customer as they stand: nothing of them changes, and the look is recorded', async () => {
  const count = async (): Promise<unknown> =>
    database.read<Row>({
      text: `
        select (select count(*) from journal) as journal, (select count(*) from reminder) as reminders,
          (select count(*) from agenda) as agenda, (select string_agg(state, '' order by account) from account_hot) as hot`,
      values: [],
    })
  const before = await count()
  const event = { ...asked, time: new Date(end).toISOString() }
  const trial = taken(
    await desk.tryOnCustomer({ account: 'A1', version: inForceVersion, event, before: [] }, editor),
  )
  expect(trial.reminders).toMatchObject([{ line: 'A1-1', rule: 'sensitive-query', state: 'planned' }])
  expect(await count()).toEqual(before)
  const [row] = await database.read<Row>({
    text: `select action, object, details from audit order by seq desc limit 1`,
    values: [],
  })
  expect(row).toMatchObject({ action: 'customer.look', object: 'A1', details: '{"what":"rule-trial"}' })
})

it('who has not opened the customer, and events that intake would not take, are refused', async () => {
  const ask = { account: 'A1', version: inForceVersion, event: asked, before: [] }
  const staff = { ...editor, kind: 'staff' as const, session: 'none' }
  expect(await desk.tryOnCustomer(ask, staff as never)).toMatchObject({ refusal: 'reason-needed' })
  expect(await desk.tryOnCustomer({ ...ask, account: 'A99' }, editor)).toMatchObject({ refusal: 'not-found' })
  const wrong = { ...asked, type: 'query.preformed' }
  expect(await tryOn({ event: wrong, customer })).toMatchObject({
    refusal: 'invalid-input',
    field: 'event',
    detail: expect.stringContaining('type: ') as string,
  })
  expect(await tryOn({ before: [wrong], event: asked, customer })).toMatchObject({ field: 'before[0]' })
  expect(await tryOn({ version: 'r-none', event: asked, customer })).toMatchObject({ refusal: 'not-found' })
  const faulty = { ...inForce, 'codes.yaml': 'codes: [' }
  const body = { version: undefined, files: faulty, event: asked, customer }
  expect(await tryOn(body)).toMatchObject({ refusal: 'rulebook-faulty' })
})
