import { describe, expect, it } from 'vitest'
import { decide } from '../../src/core/decide.ts'
import { wanted } from './model/rules.ts'
import { plotOf } from './plot/plot.ts'
import { live } from './pure/run.ts'
import { complaints, isLong, seedsOf } from './trial.ts'

const file = 'pure.test.ts'
const seeds = seedsOf('pure', isLong ? 6_000 : 200)
/** Seeds of one test, so that a failure is told before the end. */
const together = 50
const ends =
  'delivered failed expired unconfirmed refused returned not-allowed no-consent unsubscribed once-per superseded ' +
  'told-recently frequency-cap moot too-late stale-facts recalled paused incomplete line-closed conflict ' +
  'from-the-future decision-failed unknown-line restricted-unwarned'
const groups = Array.from({ length: Math.ceil(seeds.length / together) }, (_, n) =>
  seeds.slice(n * together, (n + 1) * together),
)

/** What became of anything in any of these lives. */
const met = new Set<string>()

function told(seed: string): readonly string[] {
  const chronicle = live(plotOf(seed), decide)
  for (const { rule, state, reason } of chronicle.reminders) met.add(rule).add(reason ?? state)
  for (const { outcome } of chronicle.attempts) met.add(outcome ?? 'open')
  for (const { reason } of chronicle.asides) met.add(reason ?? 'waiting')
  for (const { kind } of chronicle.alarms) met.add(kind)
  return complaints(file, chronicle)
}

describe('the core under a little engine: G1–G6, G8–G13 after each life', () => {
  it.each(groups.map(group => [group[0]!, group] as const))('seeds from %s', (_, group) => {
    expect(group.flatMap(told)).toEqual([])
  })

  it.skipIf(seeds.length === 1)(
    'and these lives meet every rule, end, reason and outcome that they can',
    () => {
      expect([...Object.keys(wanted), ...ends.split(' ')].filter(name => !met.has(name))).toEqual([])
    },
  )
})

describe('decisions do not depend on where batches begin and end', () => {
  it.each(seeds.slice(0, isLong ? 300 : 20))('seed %s', seed => {
    const plot = { ...plotOf(seed), crashes: [] }
    const [one, many] = [1, 100].map(batchMax => live({ ...plot, batchMax }, decide))
    expect(many!.decided).toEqual(one!.decided)
    expect(many!.reminders).toEqual(one!.reminders)
    expect(many!.handed).toEqual(one!.handed)
  })
})

it('a life without any trouble is told as it was: nothing waits, nothing is set aside', () => {
  const calm = seedsOf('calm', 10).map(seed =>
    live({ ...plotOf(seed, { trouble: false }), poisoned: new Set() }, decide),
  )
  expect(calm.flatMap(chronicle => complaints(file, chronicle))).toEqual([])
  // Facts about a line that has not been opened yet are part of life.
  expect(calm.flatMap(({ asides }) => asides).filter(({ reason }) => reason !== 'unknown-line')).toEqual([])
  expect(calm.every(({ books }) => books.duplicate === 0 && books.decided > 20)).toBe(true)
})
