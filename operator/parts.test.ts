/** The operator's own small parts: chance, heap, clock. */
import { expect, test } from 'vitest'
import { Chance } from './chance.ts'
import { createCivil, monthSpan } from './civil.ts'
import { Heap } from './heap.ts'
import { createOperator } from './operator.ts'
import { monthLines } from './month-file.ts'

test('chance is even, and streams differ by name', () => {
  const chance = Chance.of('seed', 1)
  const draws = Array.from({ length: 20_000 }, () => chance.unit())
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1)
  const tenths = new Set(draws.map(draw => Math.floor(draw * 10)))
  expect([...tenths].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  const firsts = Array.from({ length: 5_000 }, (_, i) => Chance.of('seed', i).unit())
  expect(new Set(firsts).size).toBeGreaterThan(4_990)
  expect(firsts.reduce((sum, draw) => sum + draw, 0) / firsts.length).toBeCloseTo(0.5, 1)
})

test('a heap gives back by time, equal times in the order of insertion', () => {
  const heap = new Heap<number>()
  const chance = Chance.of('heap')
  const times = Array.from({ length: 500 }, () => chance.whole(0, 50))
  for (const [i, at] of times.entries()) heap.push(at, i)
  const expected = times.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at || a.i - b.i)
  expect(expected.map(() => heap.pop().item)).toEqual(expected.map(({ i }) => i))
  expect(heap.firstAt).toBe(Infinity)
})

test.each([
  ['Asia/Shanghai', '2026-10-31T16:00:00.000Z', '2026-11-01T00:00:00.000+08:00'],
  ['Asia/Shanghai', '2026-02-28T15:59:59.999Z', '2026-02-28T23:59:59.999+08:00'],
  ['America/St_Johns', '2026-11-01T12:00:00.000Z', '2026-11-01T08:30:00.000-03:30'],
  ['UTC', '2028-02-29T00:00:00.001Z', '2028-02-29T00:00:00.001+00:00'],
])('in %s %s is %s', (zone, instant, local) => {
  expect(createCivil(zone).stamp(Date.parse(instant))).toBe(local)
})

test('a month is its local days', () => {
  expect(monthSpan('2026-02', 'Asia/Shanghai')).toEqual({
    from: Date.parse('2026-02-01T00:00+08:00'),
    until: Date.parse('2026-03-01T00:00+08:00'),
  })
  const day = createCivil('Asia/Shanghai').dayAt(Date.parse('2026-02-15T23:30+08:00'))
  expect(day).toMatchObject({
    date: '2026-02-15',
    weekday: 7,
    monthStart: '2026-02-01',
    monthEnd: '2026-02-28',
  })
})

test('the month as a file: a header that names the seed, then one legal CloudEvent per line', () => {
  const [first, ...lines] = monthLines(createOperator({ seed: 42, customers: 5, month: '2026-11' }))
  expect(JSON.parse(first!)).toEqual({
    kairos: 'operator-month',
    version: 1,
    seed: '42',
    customers: 5,
    zone: 'Asia/Shanghai',
    from: '2026-11-01T00:00:00.000+08:00',
    until: '2026-12-01T00:00:00.000+08:00',
  })
  expect(lines.length).toBeGreaterThan(50)
  for (const line of lines) {
    const event = JSON.parse(line) as Record<string, unknown>
    expect(event['specversion']).toBe('1.0')
    expect(Object.keys(event).every(name => /^[a-z0-9]+$/.test(name))).toBe(true)
    expect(event['arrivesat']).toMatch(/\+08:00$/)
  }
})
