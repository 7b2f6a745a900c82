import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { facts as schemas, type FactType } from '../src/core/event/facts.ts'
import type { Envelope, Fact } from './envelope.ts'
import { monthLines } from './month-file.ts'
import { createOperator, type OperatorOptions } from './operator.ts'
import { factsMax } from './town.ts'

const november = { seed: 'test', month: '2026-11' } as const
const hourMs = 3_600_000

const factsOf = (options: OperatorOptions): Fact[] => [...createOperator(options).facts()]
const customerOf = (event: Envelope): string => event.id.split('.')[1]!
const month = factsOf({ ...november, customers: 2_000 })

test('the same seed gives the same bytes, another seed others', () => {
  const print = (seed: string): string =>
    hash('sha256', [...monthLines(createOperator({ ...november, customers: 100, seed }))].join('\n'))
  expect(print('a')).toBe(print('a'))
  expect(print('a')).not.toBe(print('b'))
})

test('a larger population leaves the lives of the others as they were', () => {
  const few = factsOf({ ...november, customers: 50 })
  const known = new Set(Array.from({ length: 50 }, (_, index) => `A${1_000_000 + index}`))
  const more = factsOf({ ...november, customers: 57 }).filter(({ event }) => known.has(customerOf(event)))
  expect(more).toEqual(few)
})

test('every event is a CloudEvent whose data its schema takes', () => {
  const form = /^2026-(0[89]|1[0-2])-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/
  const isFine = ({ type, data, time, subject }: Envelope): boolean =>
    schemas[type].safeParse(data).success &&
    form.test(time) &&
    (type === 'line.opened' ? /^account:A\d+$/ : /^(account:A|tel:\+86154)\d+$/).test(subject)
  expect(month.filter(({ event }) => !isFine(event))).toEqual([])
})

test('every type of fact there is occurs, each from the system that knows it', () => {
  const sources = new Map<FactType, Set<string>>()
  for (const { event } of month) {
    sources.set(event.type, (sources.get(event.type) ?? new Set()).add(event.source))
  }
  // A reply comes from a handset, by a gateway.
  const stated = Object.keys(schemas).filter(type => type !== 'reply.received')
  expect([...sources.keys()].toSorted()).toEqual(stated.toSorted())
  for (const [type, of] of sources) expect([type, of.size]).toEqual([type, 1])
})

test('facts come in the order of arrival, none before the span, the late ones after it', () => {
  const times = month.map(({ arrivesAt }) => arrivesAt)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times[0]).toBeGreaterThan(Date.parse('2026-11-01T00:00:00+08:00'))
  const lastTime = Date.parse('2026-12-01T00:00:00+08:00')
  expect(month.at(-1)!.arrivesAt).toBeGreaterThan(lastTime)
  expect(month.at(-1)!.arrivesAt).toBeLessThan(lastTime + 16 * hourMs)
})

test('asked in steps of any length it gives what it gives at once', () => {
  const operator = createOperator({ ...november, customers: 60 })
  const inSteps: Fact[] = []
  for (let at = operator.nextAt(), step = 1; at !== null; at = operator.nextAt(), step = (step * 7) % 1013) {
    const given = operator.next(at + step * 60_000)
    expect(given[0]!.arrivesAt).toBe(at)
    expect(given.at(-1)!.arrivesAt).toBeLessThanOrEqual(at + step * 60_000)
    inSteps.push(...given)
  }
  expect(inSteps).toEqual(factsOf({ ...november, customers: 60 }))
  expect(operator.next(Infinity)).toEqual([])
})

test('unfolding it gives the same facts, and says each quarter of an hour how far it has come', () => {
  const options = { ...november, customers: 60 }
  const told = [...createOperator(options).unfolding()]
  expect(told.filter(({ event }) => event !== null)).toEqual(factsOf(options))
  const times = told.map(({ arrivesAt }) => arrivesAt)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  const gaps = times.map((at, i) => at - (times[i - 1] ?? at))
  expect(Math.max(...gaps)).toBeLessThanOrEqual(15 * 60_000)
})

test('a month of 2,000 customers is 60,000 to 120,000 facts, of none more than a hundred', () => {
  expect(month.length).toBeGreaterThan(60_000)
  expect(month.length).toBeLessThan(120_000)
  const counts = new Map<string, number>()
  for (const { event } of month) counts.set(customerOf(event), (counts.get(customerOf(event)) ?? 0) + 1)
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(factsMax)
  expect(counts.size).toBe(2_000)
})

test('the cap holds when every fact comes twice', () => {
  const counts = new Map<string, number>()
  for (const { event } of factsOf({ ...november, customers: 200, dirt: { repeated: 1, conflicting: 1 } })) {
    counts.set(customerOf(event), (counts.get(customerOf(event)) ?? 0) + 1)
  }
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(factsMax)
  expect(Math.max(...counts.values())).toBeGreaterThan(90)
})

test('it is quick enough for a demo: 1,000 customers in seconds of one core', () => {
  const begin = process.cpuUsage()
  expect(factsOf({ ...november, customers: 1_000 }).length).toBeGreaterThan(30_000)
  expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(5)
})

test.each([{ customers: -1 }, { customers: 1.5 }, { customers: 1e9 }])('refuses %o', ({ customers }) => {
  expect(() => createOperator({ ...november, customers })).toThrow(RangeError)
})

test('nobody lives there: nothing arrives', () => {
  expect(createOperator({ ...november, customers: 0 }).nextAt()).toBeNull()
})
