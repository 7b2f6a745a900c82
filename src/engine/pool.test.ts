import { expect, test } from 'vitest'
import { type Open, Pool } from './pool.ts'
import { item, usage } from './small-world-suite.ts'

const open = (name: string, account: string, moment: { at: number; rank?: number }): Open => ({
  name,
  account,
  at: moment.at,
  rank: moment.rank ?? 30,
  make: () => item(usage(account, name)),
  reminder: null,
})

test('a round takes the earliest of every account, in order of time', () => {
  const pool = new Pool()
  for (const one of [
    open('c', 'A1', { at: 30 }),
    open('a', 'A1', { at: 10 }),
    open('b', 'A2', { at: 5 }),
    open('d', 'A3', { at: 99 }),
  ])
    pool.put(one)
  expect(pool.earliest(50).map(one => one.name)).toEqual(['b', 'a'])
  pool.remove('a')
  expect(pool.earliest(50).map(one => one.name)).toEqual(['b', 'c'])
  expect(pool.next()).toBe(5)
})

test('among equals outcomes go before reminders, timers and facts; then the order of coming decides', () => {
  const pool = new Pool()
  for (const one of [
    open('fact', 'A1', { at: 10, rank: 30 }),
    open('fact2', 'A1', { at: 10, rank: 30 }),
    open('word', 'A1', { at: 10, rank: 0 }),
  ])
    pool.put(one)
  const seen: string[] = []
  for (let i = 0; i < 3; i += 1) {
    const [first] = pool.earliest(50)
    seen.push(first!.name)
    pool.remove(first!.name)
  }
  expect(seen).toEqual(['word', 'fact', 'fact2'])
})

test('time goes before kind: an outcome of later does not overtake a fact of now', () => {
  const pool = new Pool()
  for (const one of [open('word', 'A1', { at: 20, rank: 0 }), open('fact', 'A1', { at: 10 })]) pool.put(one)
  expect(pool.earliest(50).map(one => one.name)).toEqual(['fact'])
})

test('what is put under a known name replaces it', () => {
  const pool = new Pool()
  pool.put(open('timer', 'A1', { at: 10 }))
  pool.put(open('timer', 'A1', { at: 20 }))
  expect(pool.size).toBe(1)
  expect(pool.earliest(15)).toEqual([])
})
