import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earliestKnown, eventHash, judge, type Marks, remember, ringMax, sight } from './duplicates.ts'

const marks: Marks = {
  ring: [
    { hash: 1, time: 100 },
    { hash: 2, time: 200 },
  ],
  floor: 50,
}

test.each([
  ['an unknown id later than the floor', { hash: 3, time: 150 }, 'new'],
  ['an unknown id at the floor', { hash: 3, time: 50 }, 'look'],
  ['an unknown id before the floor', { hash: 3, time: 10 }, 'look'],
  ['a known id', { hash: 1, time: 100 }, 'look'],
  ['a known id with another time', { hash: 1, time: 300 }, 'look'],
] as const)('%s', (_, entry, answer) => {
  expect(sight(marks, entry)).toBe(answer)
})

test('a full ring loses a late id at once: one that comes again with a later time is looked up (G2)', () => {
  let now: Marks = { ring: [], floor: 0 }
  for (let i = 1; i <= ringMax; i += 1) now = remember(now, { hash: i, time: i * 100 })
  now = remember(now, { hash: 99, time: 50 })
  expect(now.ring.some(({ hash }) => hash === 99)).toBe(false)
  expect(sight(now, { hash: 99, time: 60 })).toBe('look')
  expect(sight(now, { hash: 98, time: 900 })).toBe('new')
})

const event = { time: 100, bodyHash: 7 }

test.each([
  ['not recorded', null, 0, 'new'],
  ['not recorded, and its partition is gone', null, 101, 'too-late-to-check'],
  ['the same', { time: 100, bodyHash: 7 }, 0, 'duplicate'],
  ['another body', { time: 100, bodyHash: 8 }, 0, 'conflict'],
  ['another time', { time: 101, bodyHash: 7 }, 0, 'conflict'],
] as const)('journal: %s', (...[, recorded, journalFrom, verdict]) => {
  expect(judge(event, recorded, journalFrom)).toBe(verdict)
})

test('the ring keeps the newest by time; the floor is the latest time dropped', () => {
  let now: Marks = { ring: [], floor: 0 }
  for (let i = 1; i <= ringMax; i += 1) now = remember(now, { hash: i, time: i * 10 })
  expect(now.floor).toBe(0)
  now = remember(now, { hash: 99, time: 1000 })
  expect(now.floor).toBe(10)
  now = remember(now, { hash: 98, time: 5 })
  expect(now).toMatchObject({ floor: 10 })
  expect(now.ring.map(entry => entry.hash)).toEqual([2, 3, 4, 5, 6, 7, 8, 99])
})

test('the journal is asked from the earliest time under which the ring may know an id', () => {
  expect(earliestKnown(marks, { hash: 1, time: 300 })).toBe(100)
  expect(earliestKnown(marks, { hash: 3, time: 300 })).toBe(300)
})

test('hashes tell source and id apart and stay within 32 bits', () => {
  expect(eventHash('a', 'bc')).not.toBe(eventHash('ab', 'c'))
  expect(eventHash('boss', 'e-1')).not.toBe(eventHash('boss', 'e-2'))
  const seen = new Set(Array.from({ length: 10_000 }, (_, i) => eventHash('/boss/zj', `evt-${i}`)))
  expect(seen.size).toBeGreaterThan(9_990)
  expect(Math.max(...seen)).toBeLessThan(2 ** 32)
})

test('no event that was decided is ever taken for new without a look', () => {
  const entries = fc.array(fc.record({ hash: fc.nat(30), time: fc.nat(60) }), { maxLength: 60 })
  fc.assert(
    fc.property(entries, all => {
      const decided: typeof all = []
      let now: Marks = { ring: [], floor: -1 }
      for (const entry of all) {
        const known = decided.some(past => past.hash === entry.hash && past.time === entry.time)
        if (known) expect(sight(now, entry)).toBe('look')
        now = remember(now, entry)
        decided.push(entry)
      }
    }),
  )
})
