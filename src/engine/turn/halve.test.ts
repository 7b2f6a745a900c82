import { expect, test } from 'vitest'
import { item, opening, usage } from '../small-world-suite.ts'
import { halves } from './halve.ts'
import type { Item } from './item.ts'

const facts = (...ids: readonly string[]): readonly Item[] =>
  ids.map(id => item(usage(id.slice(0, 2), id, { subject: { kind: 'account', account: id.slice(0, 2) } })))
const named = (items: readonly Item[]): string =>
  items.map(one => (one.kind === 'arrival' ? one.arrival.id : '')).join(' ')

test.each([
  [['A1a', 'A2a', 'A1b', 'A2b'], 'A1a A1b', 'A2a A2b'],
  [['A1a', 'A1b', 'A1c'], 'A1a A1b', 'A1c'],
  [['A1a', 'A2a', 'A3a', 'A1b'], 'A1a A2a A1b', 'A3a'],
])('%j is halved by account, order kept', (ids, first, second) => {
  expect(halves(facts(...ids), () => null).map(named)).toEqual([first, second])
})

test('whoever is known to hold a number counts as its account', () => {
  const mixed = [item(usage('A1', 'a')), ...facts('A1b'), ...facts('A2a')]
  expect(halves(mixed, one => (one === mixed[0] ? 'A1' : null)).map(named)).toEqual(['a A1b', 'A2a'])
})

test('a number that is opened in the batch keeps its events behind the opening, and its former holder’s in their order', () => {
  const [opened, ...later] = [opening('A3'), usage('A3', 'a'), usage('A3', 'b')].map(fact => item(fact))
  const batch = [...facts('A1a'), opened!, ...facts('A2a'), ...later, ...facts('A2b')]
  const holders = new Map<Item, string>([
    [opened!, 'A3'],
    [later[1]!, 'A2'],
  ])
  const holderOf = (one: Item) => holders.get(one) ?? null
  expect(halves(batch, holderOf).map(named)).toEqual(['A1a', 'open-A3 A2a a b A2b'])
})
