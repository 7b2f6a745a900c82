import { expect, it } from 'vitest'
import { Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'

const summary = rule({
  id: 'summary',
  on: 'schedule.due',
  class: 'courtesy',
  oncePer: ['line', 'day'],
  ladder: 'sms',
})

it('SI-19: a round that fell due in an outage is not lost when a preference is decided before it', () => {
  const life = new Life(rulebook([summary]))
  life.opened('2026-11-14 09:00')
  const due = [...life.agenda.values()].find(({ type }) => type === 'schedule.due')?.due
  life.fact('2026-11-15 13:00', 'preference.changed', { channel: 'sms' })
  expect([...life.agenda.values()].find(({ type }) => type === 'schedule.due')?.due).toBe(due)
  life.until('2026-11-15 14:00')
  expect(life.story).toHaveLength(1)
})
