/** What customers hold, order, share and leave within a month, as BOSS and CRM state it. */
import { expect, test } from 'vitest'
import { Chance } from './chance.ts'
import { noDirt } from './dirt.ts'
import type { Envelope } from './envelope.ts'
import { createOperator } from './operator.ts'
import type { FactType } from '../src/core/event/facts.ts'

const options = { seed: 'affairs', customers: 4_000, month: '2026-11' } as const
const operator = createOperator({ ...options, dirt: noDirt })
const people = new Map([...operator.people()].map(person => [person.account, person]))
const facts = [...operator.facts()]
const events = facts.map(({ event }) => event).toSorted((a, b) => (a.time < b.time ? -1 : 1))

const of = <T extends FactType>(type: T): Envelope<T>[] =>
  events.filter((event): event is Envelope<T> => event.type === type)
const accountOf = (event: Envelope): string => event.id.split('.')[1]!
const personOf = (event: Envelope) => people.get(accountOf(event))!
const lives = Map.groupBy(events, accountOf)
/** The facts before one, of the same customer. */
const before = (event: Envelope): Envelope[] =>
  lives.get(accountOf(event))!.filter(other => other.time <= event.time && other !== event)
const dayOf = (event: Envelope): number => Number(event.time.slice(8, 10))
const hourOf = (event: Envelope): number => Number(event.time.slice(11, 13))

test('the load tells the past of older customers right after it, dated weeks back', () => {
  const past = facts.filter(({ event }) => event.time < '2026-11-01')
  const types = new Set(past.map(({ event }) => event.type))
  expect([...types].toSorted()).toEqual([
    'bill.issued',
    'payment-group.joined',
    'promotion.started',
    'service.ordered',
  ])
  for (const { event, arrivesAt } of past) {
    expect(event.time > '2026-09-15').toBe(true)
    expect(personOf(event).months).toBeGreaterThan(0)
    expect(arrivesAt).toBeGreaterThan(Date.parse('2026-11-01T00:31+08:00'))
    expect(arrivesAt).toBeLessThan(Date.parse('2026-11-01T00:52+08:00'))
  }
})

test('SI-22: what is given up was held; a trial ends in the night after its last day', () => {
  const ends = of('service.cancelled')
  expect(ends.length).toBeGreaterThan(20)
  for (const end of ends) {
    const orders = before(end).filter(
      (event): event is Envelope<'service.ordered'> =>
        event.type === 'service.ordered' && event.data.serviceId === end.data.serviceId,
    )
    expect(orders.length).toBeGreaterThan(0)
    if (end.data.by !== 'trial-ended') continue
    expect(end.data.lastDay).toBe(orders.at(-1)!.data.trialUntil)
    expect(hourOf(end)).toBeLessThan(2)
  }
  expect(new Set(ends.map(({ data }) => data.by))).toEqual(new Set(['customer', 'trial-ended']))
})

test('CO-18: a service asked for by text is opened within minutes, or not at all', () => {
  const opened = of('service.requested').filter(asked =>
    of('service.ordered').some(
      order =>
        accountOf(order) === accountOf(asked) &&
        order.data.serviceId === asked.data.serviceId &&
        order.time > asked.time,
    ),
  )
  expect(opened.length / of('service.requested').length).toBeGreaterThan(0.5)
  expect(opened.length).toBeLessThan(of('service.requested').length)
})

test('TP2-01 TP2-02: another plan is ordered for the 1st of the next month, and in force on the 1st', () => {
  for (const order of of('plan.change-ordered')) expect(order.data.startsOn).toBe('2026-12-01')
  for (const change of of('plan.changed')) {
    expect(dayOf(change)).toBe(1)
    expect(change.data.fromPlanId).not.toBe(change.data.planId)
  }
  expect(of('plan.change-cancelled').length).toBeGreaterThan(3)
  for (const cancelled of of('plan.change-cancelled'))
    expect(before(cancelled).some(({ type }) => type === 'plan.change-ordered')).toBe(true)
})

test('TP5-03: returns are booked after midnight of a day that the last digit gives, one month less each time', () => {
  const returned = of('promotion.credited').filter(({ data }) => data.how === 'return')
  expect(returned.length).toBeGreaterThan(100)
  for (const credit of returned) {
    const first = 7 + 2 * credit.data.lastDigit!
    expect([first, first + 1]).toContain(dayOf(credit))
    expect(credit.data.returnDay).toBe(first)
    expect(hourOf(credit)).toBe(0)
    expect(personOf(credit).numbers[0]!.endsWith(String(credit.data.lastDigit))).toBe(true)
    expect(credit.data.monthsLeft).toBeLessThan(12)
  }
  expect(new Set(of('promotion.credited').map(({ data }) => data.how))).toEqual(
    new Set(['return', 'recharge', 'gift']),
  )
})

test('TP9-07: bills of post-paid customers come on the 2nd and 3rd, to be paid until the end of the month', () => {
  const bills = of('bill.issued').filter(({ time }) => time > '2026-11')
  const due = bills.filter(({ data }) => data.payBy !== undefined)
  expect(due.length).toBeGreaterThan(300)
  for (const bill of due) {
    expect(personOf(bill).payMode).toBe('postpaid')
    expect([2, 3]).toContain(dayOf(bill))
    expect(bill.data).toMatchObject({ month: '2026-10', payBy: '2026-11-30' })
  }
  expect(due.some(({ data }) => data.payer === 'company')).toBe(true)
  // Members are paid for by their head, unless they have left, or do not belong yet.
  for (const { family } of bills.map(personOf))
    if (family.role === 'member') expect(family.fate).not.toBe('stays')
})

test('a bill is settled by a payment, once, and not by those who stop paying', () => {
  const settled = of('bill.settled')
  expect(new Set(settled.map(accountOf)).size).toBeGreaterThan(settled.length * 0.9)
  for (const event of settled)
    expect(before(event).some(({ type, time }) => type === 'payment.received' && time <= event.time)).toBe(
      true,
    )
  const due = of('bill.issued').filter(({ data }) => data.payBy === '2026-11-30').length
  expect(settled.length).toBeGreaterThan(due * 0.5)
  expect(settled.length).toBeLessThan(due)
})

test('TP2-10 TP2-13 CO-20: a family net is founded before members join it, with the minutes of the head’s months', () => {
  const founded = new Map(of('family-net.created').map(event => [accountOf(event), event]))
  const joined = of('family-net.joined')
  expect(joined.length).toBeGreaterThan(30)
  for (const join of joined) {
    const creation = founded.get(join.data.headAccount)!
    expect(creation.time < join.time).toBe(true)
    expect(creation.data.minutes).toBe(join.data.minutes)
    const { months } = people.get(join.data.headAccount)!
    expect(join.data.minutes).toBe(months < 12 ? 150 : months < 36 ? 300 : 500)
    expect(join.data.headMasked).toMatch(/^154\*{4}\d{4}$/)
  }
  const left = of('family-net.left')
  expect(new Set(left.map(({ data }) => data.when))).toEqual(new Set(['now', 'next-cycle']))
  for (const { time, data } of left)
    expect(data.lastDay).toBe(data.when === 'now' ? time.slice(0, 10) : '2026-11-30')
})

test('TP2-03: a new family opens before its members join', () => {
  const openings = new Map(of('payment-group.opened').map(event => [accountOf(event), event.time]))
  const joined = of('payment-group.joined').filter(({ time }) => time > '2026-11')
  expect(joined.length).toBeGreaterThan(5)
  for (const join of joined) expect(openings.get(join.data.headAccount)! < join.time).toBe(true)
})

test('SI-12: an order goes through its stages in order, its visit on a day to come', () => {
  const stages = ['accepted', 'assigned', 'scheduled', 'done']
  const last = new Map<string, number>()
  for (const { data, time } of of('order.progressed')) {
    const nth = stages.indexOf(data.stage)
    expect(nth).toBeGreaterThan(last.get(data.orderId) ?? -1)
    last.set(data.orderId, nth)
    if (data.visitOn !== undefined) expect(data.visitOn > time.slice(0, 10)).toBe(true)
  }
  expect(last.size).toBeGreaterThan(50)
})

test('TP9-03: the overdraft is that of prepaid GoTone, stays below its limit, and is told once a day', () => {
  const days = new Set<string>()
  for (const event of of('overdraft.used')) {
    expect(personOf(event)).toMatchObject({ brand: 'gotone', payMode: 'prepaid' })
    expect(event.data.usedMicroYuan).toBeLessThan(event.data.limitMicroYuan)
    days.add(accountOf(event) + event.time.slice(0, 10))
  }
  expect(days.size).toBe(of('overdraft.used').length)
  expect(days.size).toBeGreaterThan(20)
})

test('TP6-13: charges only mount up within a month, by kind', () => {
  const reached = new Map<string, number>()
  for (const { subject, data } of of('charges.reported')) {
    const key = `${subject} ${data.kind} ${data.since}`
    expect(data.amountMicroYuan).toBeGreaterThan(reached.get(key) ?? 0)
    reached.set(key, data.amountMicroYuan)
  }
  const kinds = new Set([...reached.keys()].map(key => key.split(' ')[1]))
  expect(kinds).toEqual(new Set(['roaming', 'data', 'calls']))
})

test('roaming is opened at home, before the first network abroad', () => {
  for (const opening of of('roaming.opened')) {
    const last = before(opening).findLast(event => event.type === 'roaming.registered')
    expect(last === undefined || last.data.mcc === '460').toBe(true)
  }
  expect(of('roaming.opened').length).toBeGreaterThan(20)
})

test('TP9-04: contacts are nobody’s customers, are named for a number of the account, replaced, and struck off once named', () => {
  const numbers = new Set([...people.values()].flatMap(person => person.numbers))
  const named = of('contact-person.named')
  expect(named.length).toBeGreaterThan(30)
  for (const event of named) {
    const { holdings, numbers: own, secondPlan } = personOf(event)
    expect(event.data.number).toMatch(/^\+86154\d{8}$/)
    expect(numbers.has(event.data.number)).toBe(false)
    expect(own).toContain(event.subject.slice('tel:'.length))
    expect(event.data.aboutMasked.slice(-4)).toBe(event.subject.slice(-4))
    if (event.data.role === 'company') expect(holdings.company).not.toBeNull()
    else expect([secondPlan?.id, own.indexOf(event.subject.slice('tel:'.length))]).toEqual(['gotone-58', 1])
    expect(before(event).some(({ type }) => type === 'line.opened')).toBe(true)
  }
  expect(new Set(named.map(({ data }) => data.role))).toEqual(new Set(['company', 'payer', 'relative']))
  // A successor is named under the same id, with another number.
  const byId = Map.groupBy(named, ({ data }) => data.contactId)
  const replaced = [...byId.values()].filter(list => list.length > 1)
  expect(replaced.length).toBeGreaterThan(2)
  for (const list of replaced) expect(new Set(list.map(({ data }) => data.number)).size).toBe(list.length)
  const removed = of('contact-person.removed')
  expect(removed.length).toBeGreaterThan(2)
  for (const { data, time, subject } of removed) {
    const [first] = byId.get(data.contactId)!
    expect([first!.subject, first!.time < time]).toEqual([subject, true])
  }
})

test('a company names one person for all of its numbers', () => {
  const byCompany = Map.groupBy(
    of('contact-person.named').filter(({ data }) => data.role === 'company'),
    event => personOf(event).holdings.company,
  )
  for (const list of byCompany.values())
    expect(new Set(list.map(({ data }) => data.number)).size).toBeLessThanOrEqual(2)
})

test('a campaign is launched on the 10th, to those who agreed and to those who did not', () => {
  const launches = of('campaign.launched')
  expect(new Set(launches.map(dayOf))).toEqual(new Set([10]))
  const agreed = launches.filter(launch => personOf(launch).holdings.wantsOffers).length
  expect(agreed / launches.length).toBeGreaterThan(0.1)
  expect(agreed / launches.length).toBeLessThan(0.35)
})

test('holdings come from a stream of their own: whoever draws more leaves people as they are', () => {
  const draw = Chance.of('affairs', 'holdings', 7).unit()
  expect(draw).not.toBe(Chance.of('affairs', 'person', 7).unit())
  const offers = [...people.values()].flatMap(person => person.holdings.offers)
  expect(offers.length / people.size).toBeCloseTo(0.26, 1)
  for (const { holdings, payMode } of people.values())
    if (holdings.companyPays) expect([payMode, holdings.company]).toEqual(['postpaid', expect.any(String)])
})
