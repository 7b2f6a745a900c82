import { expect, test } from 'vitest'
import { createOperator } from './operator.ts'
import type { Person } from './person.ts'

const operator = createOperator({ seed: 'mix', customers: 20_000, month: '2026-11' })
const people = [...operator.people()]

test.each<[what: string, share: number, is: (person: Person) => boolean]>([
  ['GoTone', 0.25, p => p.brand === 'gotone'],
  ['Easyown', 0.5, p => p.brand === 'easyown'],
  ['M-Zone', 0.25, p => p.brand === 'm-zone'],
  ['prepaid', 0.84, p => p.payMode === 'prepaid'],
  ['students', 0.163, p => p.way === 'student'],
  ['without free data', 0.17, p => p.plan.dataMB === 0 && p.packs.every(pack => pack.dataMB === 0)],
  ['heads of a family', 0.04, p => p.family.role === 'head'],
  ['members of a family', 0.08, p => p.family.role === 'member'],
  ['join in this month', 0.044, p => p.months === 0],
  ['not rated yet', 0.13, p => p.star === 0],
  ['five stars', 0.1, p => p.star === 5],
  ['VIP of any kind', 0.17, p => p.vip !== 'none'],
  ['with a second line', 0.026, p => p.secondPlan !== null],
  ['English speakers', 0.03, p => p.language === 'en'],
  ['in Taizhou', 0.4, p => p.city === 'taizhou'],
])('%s: a share of %f', (_, share, is) => {
  const tolerance = 0.005 + 0.1 * share
  expect(Math.abs(people.filter(is).length / people.length - share)).toBeLessThan(tolerance)
})

test('people fit together: students are young, M-Zone is prepaid, families have no newcomers', () => {
  for (const person of people) {
    if (person.way === 'student') expect(2026 - person.birthYear).toBeLessThanOrEqual(24)
    if (person.brand === 'm-zone') expect(person.payMode).toBe('prepaid')
    if (person.family.role !== 'single') expect(person.months).toBeGreaterThan(0)
    if (person.months < 8) expect(person.star).toBe(0)
    expect(person.plan.id).toContain(person.brand)
  }
})

test('accounts and numbers are unique, and the numbers belong to no operator', () => {
  const numbers = people.flatMap(person => person.numbers)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(new Set(people.map(person => person.account)).size).toBe(people.length)
  for (const number of numbers) expect(number).toMatch(/^\+86154\d{8}$/)
})
