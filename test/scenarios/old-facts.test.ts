/** A load tells of what is old: it is known from then on, and nobody is told of it. */
import { expect, it } from 'vitest'
import { type FactType, facts, personalFields } from '../../src/core/event/facts.ts'
import { eventExamples } from '../../src/intake/event-examples.ts'
import type { Customer, Profile } from './customer.ts'
import { Story } from './story.ts'

const profile: Partial<Profile> = { brand: 'gotone', planId: 'gotone-58', star: 5 }

/** Customers of years, who hear of campaigns too. The examples speak of the second one: the head, the payer. */
function loaded(): { readonly story: Story; readonly he: Customer; readonly head: Customer } {
  const story = new Story()
  const he = isLoaded(story.customer('A17', profile), '2026-09-01')
  return { story, he, head: isLoaded(story.customer('A2', profile), '2026-09-02') }
}

const isLoaded = (one: Customer, day: string): Customer =>
  one
    .isLoaded(`${day} 09:00`)
    .wishes(`${day} 10:00`, { marketingConsent: true })
    .hasLeft(`${day} 10:05`, 100)
    .is(`${day} 10:10`, 'normal', 'paid')

/** The fact of the documentation, as it stands in the account. */
function bodyOf(type: FactType, part: object): never {
  const body = facts[type].parse({ ...eventExamples[type].data, ...part })
  const kept = Object.entries(body).filter(([name]) => !personalFields[type]?.includes(name))
  return Object.fromEntries(kept) as never
}

/** An opening says by `joinedOn` whether it is old (TP1-19 …). */
const types = (Object.keys(facts) as FactType[]).filter(type => type !== 'line.opened')

/** What was said to whomever on the day of its being stated. */
function said(since: string, type: FactType, part: object = {}): readonly string[] {
  const { story, he, head } = loaded()
  story.until('2026-11-20 09:59')
  const before = [he, head].map(({ inbox }) => inbox.length)
  he.tell(['2026-11-20 10:00', since], type, bodyOf(type, part))
  story.until('2026-11-20 20:00')
  return [he, head].flatMap(({ inbox }, n) => inbox.slice(before[n]))
}

it.each(types)('NF-14: %s of five weeks ago, heard of only now: nobody is told', type => {
  expect(said('2026-10-15 10:00', type)).toEqual([])
})

it('… who would be told of most, were they new', () => {
  const told = types.filter(type => said('2026-11-20 10:00', type).length > 0)
  expect(told.length).toBeGreaterThan(types.length / 2)
})

const dated = types.filter(type => 'startsOn' in facts[type].shape)

it('NF-14: facts that say since when they hold', () => {
  expect(dated).toEqual(
    expect.arrayContaining(['service.ordered', 'promotion.started', 'virtual-net.joined']),
  )
})

it.each(dated)('NF-14: %s that has held for two years, reported as of now: nobody is told', type => {
  expect(said('2026-11-20 10:00', type, { startsOn: '2024-11-20' })).toEqual([])
})

it.each(dated)('NF-14: %s from yesterday or today is told all the same', type => {
  for (const startsOn of ['2026-11-19', '2026-11-20'])
    expect(said('2026-11-20 10:00', type, { startsOn })).toHaveLength(1)
})
