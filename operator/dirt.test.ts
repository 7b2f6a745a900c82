import { expect, test } from 'vitest'
import { noDirt } from './dirt.ts'
import type { Fact } from './envelope.ts'
import { createOperator } from './operator.ts'

const run = (dirt?: Partial<typeof noDirt>): Fact[] => [
  ...createOperator({ seed: 'dirt', customers: 2_000, month: '2026-11', ...(dirt ? { dirt } : {}) }).facts(),
]
const dirty = run()
const clean = run(noDirt)

const copies = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const byKey = new Map<string, Fact[]>()
  for (const fact of facts) {
    const known = byKey.get(fact.event.id)
    if (known === undefined) byKey.set(fact.event.id, [fact])
    else known.push(fact)
  }
  return byKey
}
const bodyOf = ({ event }: Fact): string => JSON.stringify([event.time, event.data])
const share = (facts: readonly Fact[], is: (fact: Fact) => boolean): number =>
  facts.filter(is).length / facts.length
const lagMs = ({ arrivesAt, event }: Fact): number => arrivesAt - Date.parse(event.time)
/** What the load tells of the past comes late by its nature. */
const isPast = ({ event }: Fact): boolean => event.time < '2026-11-01'

test('clean lines deliver each fact once, within a minute, of known lines only', () => {
  const opened = new Set(
    clean.flatMap(({ event }) => (event.type === 'line.opened' ? [`tel:${event.data.number}`] : [])),
  )
  const isFine = (fact: Fact): boolean => lagMs(fact) > 0 && lagMs(fact) < 60_000
  const isKnown = ({ event }: Fact): boolean =>
    event.subject.startsWith('account:') || opened.has(event.subject)
  expect(clean.filter(fact => (!isFine(fact) && !isPast(fact)) || !isKnown(fact))).toEqual([])
  expect(copies(clean).size).toBe(clean.length)
})

test('dirt changes what arrives, not what happened', () => {
  const happened = new Set(clean.map(({ event }) => event.id))
  expect(dirty.filter(({ event }) => !happened.has(event.id))).toEqual([])
  expect(copies(dirty).size).toBe(clean.length)
})

test('one fact in a hundred comes twice, one in some thousands with another body', () => {
  const again = [...copies(dirty).values()].filter(list => list.length > 1)
  const isSame = (list: Fact[]): boolean => list.every(fact => bodyOf(fact) === bodyOf(list[0]!))
  expect(again.filter(isSame).length / clean.length).toBeCloseTo(0.01, 2)
  const conflicts = again.filter(list => !isSame(list)).length
  expect(conflicts).toBeGreaterThan(3)
  expect(conflicts).toBeLessThan(40)
})

test('three in a hundred are minutes to hours late, so that facts overtake each other', () => {
  expect(share(dirty, fact => lagMs(fact) > 120_000 && !isPast(fact))).toBeCloseTo(0.035, 2)
  expect(dirty.some(fact => lagMs(fact) > 4 * 3_600_000)).toBe(true)
  const newest = new Map<string, string>()
  let overtaken = 0
  for (const { event } of dirty.filter(fact => !isPast(fact))) {
    if ((newest.get(event.subject) ?? '') > event.time) overtaken++
    else newest.set(event.subject, event.time)
  }
  expect(overtaken / dirty.length).toBeGreaterThan(0.002)
})

test('a few are dated ahead, a few name a number that nobody holds', () => {
  const ahead = dirty.filter(fact => lagMs(fact) < -600_000)
  const opened = new Set(
    dirty.flatMap(({ event }) => (event.type === 'line.opened' ? [`tel:${event.data.number}`] : [])),
  )
  const stray = dirty.filter(({ event }) => event.subject.startsWith('tel:') && !opened.has(event.subject))
  for (const some of [ahead, stray]) {
    expect(some.length).toBeGreaterThan(0)
    expect(some.length).toBeLessThan(30)
  }
})

test('some openings arrive after the first facts of their line, none of the load', () => {
  const facts = run({ openingLate: 1 })
  const openedAt = new Map<string, number>()
  for (const { arrivesAt, event } of facts) {
    if (event.type !== 'line.opened') continue
    const subject = `tel:${event.data.number}`
    openedAt.set(subject, Math.min(arrivesAt, openedAt.get(subject) ?? Infinity))
  }
  const early = facts.filter(
    fact => fact.arrivesAt < (openedAt.get(fact.event.subject) ?? 0) && !isPast(fact),
  )
  expect(new Set(early.map(({ event }) => event.subject)).size).toBeGreaterThan(20)
  for (const { event } of facts) {
    if (event.type === 'line.opened' && event.data.joinedOn !== undefined)
      expect(event.time < '2026-11-01T00:31').toBe(true)
  }
  for (const { event } of early) expect(event.time > '2026-11-01T01').toBe(true)
})
