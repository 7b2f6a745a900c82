import { expect, it } from 'vitest'
import type { Shape } from '../../client/api.ts'
import { choicesOf, type DecisionFilter, isAsked } from './decision-filter.ts'

type Decision = Shape<'Decision'>

const reminder = (state: string, touchpoint = 'data-usage', channel = 'sms') =>
  ({ state, touchpoint, channel }) as Decision['reminders'][number]

const decision = (reminders: Decision['reminders'], outcomes: readonly string[] = []): Decision =>
  ({ reminders, considered: outcomes.map(outcome => ({ rule: 'r', outcome })) }) as unknown as Decision

const told = decision([reminder('delivered')])
const withheld = decision([reminder('withheld', 'low-balance', 'voice')])
const both = decision([reminder('delivered'), reminder('withheld', 'low-balance', 'voice')])
const silent = decision([], ['condition'])
const before = decision([], ['once-per'])
const all = { told, withheld, both, silent, before }

it.each<[string, DecisionFilter, readonly string[]]>([
  ['everything', {}, ['told', 'withheld', 'both', 'silent', 'before']],
  [
    'what was withheld, also before there was a reminder',
    { saying: 'withheld' },
    ['withheld', 'both', 'before'],
  ],
  ['what was told', { saying: 'told' }, ['told', 'both']],
  ['of a touchpoint', { touchpoint: 'low-balance' }, ['withheld', 'both']],
  ['by a channel', { channel: 'sms' }, ['told', 'both']],
  ['all of them of one reminder', { saying: 'withheld', channel: 'sms' }, []],
])('shows %s', (_what, filter, expected) => {
  expect(Object.entries(all).flatMap(([name, one]) => (isAsked(one, filter) ? [name] : []))).toEqual(expected)
})

it('offers what is there, and what is chosen already', () => {
  expect(choicesOf([both], { touchpoint: 'bill' })).toEqual({
    touchpoints: ['bill', 'data-usage', 'low-balance'],
    channels: ['sms', 'voice'],
  })
})
