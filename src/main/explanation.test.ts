import { expect, it } from 'vitest'
import {
  type Decision,
  decisionsText,
  erasedText,
  isCause,
  reminderText,
  type ReminderAnswer,
} from './explanation.ts'

const time = '2026-11-05T01:30:00.000Z'

const decision: Decision = {
  source: 'boss',
  id: 'b-1',
  type: 'usage.reported',
  time,
  origin: 'outside',
  body: { usedBytes: 419_430_400 },
  considered: [
    { rule: 'data-used-80', outcome: 'planned' },
    { rule: 'data-used-50', outcome: 'superseded' },
    { rule: 'data-left-5mb', outcome: 'condition' },
  ],
  reminders: [{ id: 'A1/data-used-80/L1', state: 'delivered', reason: null }],
}

it('why, and why not: each rule that was asked, in words', () => {
  expect(decisionsText([decision], 'en')).toBe(
    [
      '2026-11-05 09:30:00  usage.reported  (boss b-1)',
      '    used 400.0 MB',
      '    data-used-80: to be told',
      '    data-used-50: superseded',
      '    data-left-5mb: its condition does not hold',
      '    → A1/data-used-80/L1: delivered',
    ].join('\n'),
  )
  expect(decisionsText([decision], 'zh-CN')).toContain('data-left-5mb: 条件不成立')
})

it('silence is explained too', () => {
  const quiet = { ...decision, considered: [], reminders: [] }
  expect(decisionsText([quiet], 'en')).toContain('no rule starts from this')
})

it('the steps of sending are nobody’s cause', () => {
  expect(isCause(decision)).toBe(true)
  expect(['reminder.due', 'attempt.concluded', 'attempt.silent'].some(type => isCause({ type }))).toBe(false)
})

const reminder: ReminderAnswer = {
  id: 'A1/data-used-80/L1',
  rule: 'data-used-80',
  touchpoint: 'data-usage',
  template: 'data-used-80',
  version: 'r-1',
  class: 'real-time',
  state: 'withheld',
  reason: 'moot',
  due: time,
  usefulUntil: '2026-11-05T03:30:00.000Z',
  cause: { source: 'boss', id: 'b-1', time },
  facts: { bucket: 'data', event: { percent: 80 } },
  steps: ['time: now'],
  trail: [
    { at: time, state: 'planned', reason: null, note: 'now' },
    { at: time, state: 'withheld', reason: 'moot', note: 'no longer true: usedPercent < 100' },
  ],
  attempts: [
    {
      channel: 'sms',
      gateway: 'log-sms',
      text: 'You have used 80%.',
      parts: 1,
      decidedAt: time,
      outcome: null,
    },
  ],
  contact: null,
  erased: null,
}

it('G9 TP0-14: rule, rulebook and template version, inputs, steps and outcome of one reminder', () => {
  expect(reminderText(reminder, 'en')).toBe(
    [
      'A1/data-used-80/L1: withheld, no longer true',
      '  rule          data-used-80 (data-usage), real-time, rulebook r-1, template data-used-80',
      '  caused by     boss b-1, 2026-11-05 09:30:00',
      '  due           2026-11-05 09:30:00, useful until 2026-11-05 11:30:00',
      '  inputs        bucket data, event.percent 80',
      '  step          time: now',
      '  2026-11-05 09:30:00  planned · now',
      '  2026-11-05 09:30:00  withheld · no longer true · no longer true: usedPercent < 100',
      '  2026-11-05 09:30:00  sms, log-sms, parts 1: no word yet',
      '    You have used 80%.',
    ].join('\n'),
  )
  expect(reminderText(reminder, 'zh-CN')).toContain('  规则          data-used-80')
})

it('TP9-04: a contact is said to have been told, not the customer; a number that is forgotten too', () => {
  const contact = { id: 'C7', number: '+86139****9000' }
  const told = (language: 'en' | 'zh-CN', number: string | null) =>
    reminderText({ ...reminder, contact: { ...contact, number } }, language).split('\n')
  expect(told('en', contact.number)).toContain('  told to       contact C7, +86139****9000')
  expect(told('zh-CN', null)).toContain('  发给          联系人 C7, 号码已清除')
})

it('who was erased is said to be erased, before all else', () => {
  expect(reminderText({ ...reminder, erased: time }, 'en').split('\n', 2)).toEqual([
    'the person behind this account was erased (kairos erase --list says why): 2026-11-05 09:30:00',
    'A1/data-used-80/L1: withheld, no longer true',
  ])
  expect(erasedText(time, 'zh-CN')).toEqual([
    '此账户的客户资料已删除（缘由见 kairos erase --list）： 2026-11-05 09:30:00',
  ])
})
