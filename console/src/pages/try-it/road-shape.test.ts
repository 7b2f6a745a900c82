import { describe, expect, it } from 'vitest'
import { codesOf, lastMoved, type Reminder, roadOf } from './road-shape.ts'

const at = '2026-11-20T00:16:02.000Z'
const later = '2026-11-20T00:16:05.000Z'

const attempt: Reminder['attempts'][number] = {
  gateway: 'smpp-sms',
  channel: 'sms',
  text: 'words',
  parts: 1,
  decidedAt: at,
  acceptedAt: at,
  concludedAt: null,
  outcome: null,
  code: null,
}

const reminder = (state: Reminder['state'], attempts: Reminder['attempts'] = []): Reminder => ({
  id: 'A1/r',
  rule: 'r',
  touchpoint: 'opening',
  class: 'notice',
  state,
  reason: null,
  due: later,
  usefulUntil: later,
  channel: 'sms',
  plannedAt: at,
  concludedAt: null,
  passed: [],
  notes: [],
  trail: [{ at, state: 'planned', note: { 'zh-CN': '', en: '' } }],
  attempts,
})

const story = (one: Reminder): string =>
  roadOf(one)
    .map(({ is }) => is)
    .join(' ')

describe('how far a reminder has come', () => {
  it.each([
    [reminder('planned'), 'passed here ahead ahead ahead'],
    [reminder('withheld'), 'passed stopped ahead ahead ahead'],
    [reminder('attempted', [attempt]), 'passed passed passed here ahead'],
    [reminder('delivered', [attempt]), 'passed passed passed passed passed'],
    [reminder('expired', [attempt]), 'passed passed passed stopped passed'],
    [reminder('unconfirmed', [attempt]), 'passed passed passed stopped ahead'],
  ])('%#', (one, is) => {
    expect(story(one)).toBe(is)
  })

  it('what waits says until when', () => {
    expect(roadOf(reminder('planned')).map(({ at: moment }) => moment)).toEqual([at, later, null, null, null])
  })
})

it('the newest step of any of its reminders is when a road last moved', () => {
  const moved = reminder('delivered')
  const trail = [...moved.trail, { at: later, state: 'delivered', note: { 'zh-CN': '', en: '' } }]
  const road = { id: '1', at, happening: null, facts: [], considered: [] }
  expect(lastMoved({ ...road, reminders: [{ ...moved, trail }] })).toBe(later)
  expect(lastMoved({ ...road, reminders: [] })).toBe(at)
})

it('codes are offered once each, those of the newest message first', () => {
  const codes = codesOf([{ codes: ['1'] }, { codes: ['A', 'B'] }, { codes: [] }, { codes: ['C', 'A'] }])
  expect(codes).toEqual(['C', 'A', 'B', '1'])
})
