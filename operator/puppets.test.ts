import { expect, test } from 'vitest'
import { facts } from '../src/core/event/facts.ts'
import { megabytes, yuan } from '../src/core/units.ts'
import { createCivil } from './civil.ts'
import * as puppets from './puppets.ts'

const civil = createCivil('Asia/Shanghai')
const at = Date.parse('2026-11-22T15:00:00+08:00')
const puppet = puppets.invent(1, 'test', { brand: 'easyown', language: 'en' })
const held: puppets.Held = {
  plan: puppet.plan,
  packs: [],
  isPrepaid: true,
  balance: yuan(30),
  validDay: '2026-12-31',
  usedBytes: megabytes(100),
  allowanceBytes: megabytes(300),
  abroad: null,
  standing: 'normal',
  isPhoneLost: false,
  services: ['weather'],
  nextPlan: puppets.planOf('easyown-18'),
}
const scene: puppets.Scene = { puppet, held, at, civil }

const deeds: readonly (readonly [string, puppets.Deed])[] = [
  ['open', puppets.openAccount(scene)],
  ['data', puppets.useData(scene)],
  ['calls', puppets.makeCalls(scene)],
  ['top up', puppets.topUp(scene)],
  ['plan', puppets.orderPlan(scene)],
  ['keep', puppets.keepPlan(scene)],
  ['service', puppets.orderService(scene)],
  ['cancel', puppets.cancelService(scene)],
  ['records', puppets.askCallDetails(scene)],
  ['abroad', puppets.arrive('520')],
  ['home', puppets.returnHome()],
  ['lost', puppets.losePhone()],
  ['card', puppets.replaceCard()],
  ['month', puppets.carryOut('month-turn', scene)],
  ['credit', puppets.carryOut('credit-check', { ...scene, held: { ...held, balance: yuan(0) } })],
]

test.each(deeds)('what BOSS would state of it has the form of its kind: %s', (_, { facts: stated }) => {
  expect(stated.length).toBeGreaterThan(0)
  for (const { type, data } of stated) expect(facts[type].safeParse(data).error).toBeUndefined()
})

test('use is the sum of the month, and money goes where it went', () => {
  expect(puppets.useData(scene).facts[0]?.data).toMatchObject({
    usedBytes: megabytes(200),
    allowanceBytes: megabytes(300),
    periodStart: '2026-11-01',
    periodEnd: '2026-11-30',
  })
  expect(puppets.makeCalls(scene).facts[0]?.data).toMatchObject({ balanceMicroYuan: yuan(10) })
  expect(puppets.topUp(scene).facts[0]?.data).toMatchObject({
    balanceMicroYuan: yuan(80),
    amountMicroYuan: yuan(50),
    validUntil: '2027-01-21',
  })
})

test('who runs out of money is stopped a day later, unless paid by then, and restored by a payment', () => {
  const out = puppets.makeCalls({ ...scene, held: { ...held, balance: yuan(20) } })
  expect(out.later).toEqual({ at: at + 86_400_000, errand: 'credit-check' })
  expect(puppets.carryOut('credit-check', scene).facts).toEqual([])
  const stopped = { ...scene, held: { ...held, balance: yuan(-1), standing: 'restricted' as const } }
  expect(puppets.topUp(stopped).facts.map(({ type }) => type)).toEqual([
    'payment.received',
    'standing.reported',
  ])
})

test('an ordered plan comes into force in the first night of the month, with its fee', () => {
  const { later } = puppets.orderPlan(scene)
  expect(later).toEqual({ at: Date.parse('2026-12-01T00:30:00+08:00'), errand: 'month-turn' })
  const turned = puppets.carryOut('month-turn', { ...scene, at: later!.at })
  expect(turned.facts.map(({ type }) => type)).toEqual(['plan.changed', 'balance.reported'])
  expect(turned.facts[1]?.data).toMatchObject({ balanceMicroYuan: yuan(12) })
  expect(turned.later?.at).toBe(Date.parse('2027-01-01T00:30:00+08:00'))
})

test('G11: invented numbers are those of nobody, and each is another', () => {
  const many = Array.from({ length: 100 }, (_, nth) =>
    puppets.invent(nth, 'test', { brand: 'gotone', language: 'zh-CN' }),
  )
  expect(new Set(many.map(({ number }) => number)).size).toBe(100)
  expect(many.every(({ number }) => /^\+86154\d{8}$/.test(number))).toBe(true)
})
