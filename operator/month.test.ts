/** What a month of the operator looks like from outside: counters, money, journeys, families. */
import { expect, test } from 'vitest'
import { megabytes } from '../src/core/units.ts'
import { noDirt } from './dirt.ts'
import type { Envelope } from './envelope.ts'
import { createOperator } from './operator.ts'
import type { FactType } from '../src/core/event/facts.ts'

const time = (text: string): number => Date.parse(text)
/** Two months, as they happened: clean lines, in the order of event time. */
const span = { from: time('2026-11-01T00:00:00+08:00'), until: time('2027-01-01T00:00:00+08:00') }
const operator = createOperator({ seed: 'life', customers: 1_500, ...span, dirt: noDirt })
const people = new Map([...operator.people()].map(person => [person.account, person]))
const events = [...operator.facts()].map(fact => fact.event).toSorted((a, b) => time(a.time) - time(b.time))

/** What the load tells of the past is not part of these months. */
const lived = events.filter(event => event.time >= '2026-11')

const of = <T extends FactType>(type: T): Envelope<T>[] =>
  events.filter((event): event is Envelope<T> => event.type === type)

function grouped<T extends Envelope>(list: readonly T[], key: (event: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const event of list) {
    const group = groups.get(key(event))
    if (group === undefined) groups.set(key(event), [event])
    else group.push(event)
  }
  return groups
}

const accountOf = (event: Envelope): string => event.id.split('.')[1]!
const counters = [
  ...grouped(
    [...of('usage.reported'), ...of('usage.corrected')].toSorted((a, b) => time(a.time) - time(b.time)),
    e => `${e.subject} ${e.data.bucketId}`,
  ).values(),
]

test('a counter only rises within its month, unless corrected, and begins anew with the next', () => {
  const steps = counters.flatMap(reports =>
    reports.flatMap((report, i) =>
      i === 0 || report.type === 'usage.corrected' ? [] : [[reports[i - 1]!, report] as const],
    ),
  )
  const isSame = ([a, b]: (typeof steps)[number]): boolean => a.data.periodStart === b.data.periodStart
  const falls = steps.filter(([a, b]) => b.data.usedBytes < a.data.usedBytes)
  expect(falls.filter(isSame)).toEqual([])
  expect(falls.length).toBeGreaterThan(1_000)
})

test('a report lies within its period', () => {
  const periods = { '2026-11': '2026-11-01/2026-11-30', '2026-12': '2026-12-01/2026-12-31' }
  const strays = counters.flat().filter(({ time: at, data }) => {
    const month = at.slice(0, 7) as keyof typeof periods
    return periods[month] !== `${data.periodStart}/${data.periodEnd}`
  })
  expect(strays).toEqual([])
})

test('data use meets the limits that matter: 80, 100 and 200 per cent, and the small ones without free data', () => {
  const november = counters
    .map(reports => reports.findLast(report => report.data.periodStart === '2026-11-01')?.data)
    .filter(data => data !== undefined && data.kind === 'data')
    .map(data => data!)
  const withData = november.filter(data => data.allowanceBytes > 0)
  const without = november.filter(data => data.allowanceBytes === 0)
  const share = (list: typeof november, is: (data: (typeof november)[number]) => boolean): number =>
    list.filter(is).length / list.length
  expect(share(withData, data => data.usedBytes >= 0.8 * data.allowanceBytes)).toBeCloseTo(0.35, 1)
  expect(share(withData, data => data.usedBytes >= data.allowanceBytes)).toBeCloseTo(0.23, 1)
  expect(withData.some(data => data.usedBytes >= 2 * data.allowanceBytes)).toBe(true)
  expect(share(without, data => data.usedBytes >= megabytes(2))).toBeCloseTo(0.5, 0)
  expect(share(without, data => data.usedBytes >= megabytes(10))).toBeCloseTo(0.15, 1)
})

test('older customers are introduced in the first half hour with the day of their joining, new ones without', () => {
  for (const { time: at, data, subject } of of('line.opened')) {
    const isNew = people.get(subject.slice(8))!.months === 0
    expect(data.joinedOn === undefined).toBe(isNew)
    if (!isNew) expect(at < '2026-11-01T00:30:01').toBe(true)
    if (data.joinedOn !== undefined) expect(data.joinedOn < '2026-11-01').toBe(true)
  }
})

test('nothing is said of a customer before the opening or after the closing', () => {
  const byAccount = grouped(lived, accountOf)
  let closings = 0
  for (const life of byAccount.values()) {
    expect(life[0]!.type).toBe('line.opened')
    const end = life.findIndex(event => event.type === 'line.closed')
    if (end < 0) continue
    closings++
    expect(
      life.slice(end).every(event => event.type === 'line.closed' || event.time === life[end]!.time),
    ).toBe(true)
  }
  expect(closings).toBeGreaterThan(3)
})

test('validity is known of prepaid Easyown and M-Zone alone', () => {
  const wrong = [...of('balance.reported'), ...of('payment.received')].filter(event => {
    const { brand, payMode } = people.get(accountOf(event))!
    return (event.data.validUntil !== undefined) !== (brand !== 'gotone' && payMode === 'prepaid')
  })
  expect(wrong).toEqual([])
})

test('whoever is barred for money comes back with a payment', () => {
  for (const life of grouped([...of('standing.reported'), ...of('payment.received')], accountOf).values()) {
    let hasPaid = false
    for (const event of life.toSorted((a, b) => time(a.time) - time(b.time))) {
      if (event.type === 'payment.received') hasPaid = true
      else if (event.data.standing !== 'normal') hasPaid = false
      else if (event.data.reason === 'paid') expect(hasPaid).toBe(true)
    }
  }
  const barred = new Set(
    of('standing.reported')
      .filter(e => e.data.standing !== 'normal')
      .map(accountOf),
  )
  expect(barred.size / people.size).toBeGreaterThan(0.05)
  // Nobody here is told that the money runs out.
  expect(barred.size / people.size).toBeLessThan(0.25)
})

test('travellers register again and again, and come home', () => {
  const journeys = [...grouped(of('roaming.registered'), event => event.subject).values()]
  expect(journeys.length / people.size).toBeGreaterThan(0.03)
  const home = journeys.filter(journey => journey.at(-1)!.data.mcc === '460')
  expect(home.length / journeys.length).toBeGreaterThan(0.8)
  const again = (journey: (typeof journeys)[number]): boolean =>
    journey.some((event, i) => event.data.mcc !== '460' && event.data.mcc === journey[i - 1]?.data.mcc)
  expect(journeys.filter(again).length / journeys.length).toBeGreaterThan(0.5)
  expect(
    of('usage.reported').some(
      event => event.data.kind === 'roaming-data' && event.data.usedBytes > megabytes(40),
    ),
  ).toBe(true)
})

test('members of a family name a head of the population, and have no balance while they are in', () => {
  const joined = grouped(
    [...of('payment-group.joined'), ...of('payment-group.left'), ...of('balance.reported')],
    accountOf,
  )
  let members = 0
  for (const life of joined.values()) {
    let isIn = false
    for (const event of life.toSorted((a, b) => time(a.time) - time(b.time))) {
      if (event.type === 'payment-group.joined') {
        expect(people.get(event.data.headAccount)!.family.role).toBe('head')
        isIn = true
        members++
      } else if (event.type === 'payment-group.left') isIn = false
      else expect(isIn).toBe(false)
    }
  }
  expect(members / people.size).toBeGreaterThan(0.05)
})

test('students are up at night, the retired in the morning, and Saturday is busier than Wednesday', () => {
  const shareOf = (way: string, isIt: (event: Envelope) => boolean): number => {
    const theirs = of('usage.reported').filter(event => people.get(accountOf(event))!.way === way)
    return theirs.filter(isIt).length / theirs.length
  }
  const hour = (event: Envelope): number => Number(event.time.slice(11, 13))
  const isNight = (event: Envelope): boolean => hour(event) >= 22 || hour(event) < 2
  expect(shareOf('student', isNight)).toBeGreaterThan(3 * shareOf('retired', isNight))
})
