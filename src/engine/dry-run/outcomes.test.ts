import { expect, it } from 'vitest'
import type { AttemptRow, ReminderRow } from '../../core/reminder.ts'
import type { PastAttempt } from '../../store/dry-run-history.ts'
import { Outcomes } from './outcomes.ts'

const past = (n: number, part: Partial<PastAttempt>): PastAttempt => ({
  id: `a/L1/${n}#1`,
  line: 'L1',
  rule: 'a',
  causeSource: '/boss',
  causeId: `e${n}`,
  causeTime: n,
  channel: 'sms',
  outcome: 'delivered',
  tookMs: 1_000,
  ...part,
})

const outcomes = new Outcomes([
  past(1, { outcome: 'failed', tookMs: 30 }),
  past(2, { tookMs: 7 }),
  past(3, { tookMs: 90 }),
  past(4, { tookMs: 8 }),
  past(5, { id: 'a/L1/5#2', outcome: 'delivered', tookMs: 2 }),
  past(5, { outcome: 'expired', tookMs: 3 }),
  past(6, { line: 'L2', outcome: 'unconfirmed' }),
  past(7, { line: 'L2', outcome: 'unconfirmed' }),
  past(8, { causeSource: '/kairos/agenda', causeId: 'moment/a/L1@17' }),
])

const of = (cause: ReminderRow['cause'], part: Partial<AttemptRow> = {}, times = 0) => {
  const row = { line: 'L1', channel: 'sms', ...part } as AttemptRow
  return outcomes.of({ rule: 'a', cause } as ReminderRow, row, times)
}
const from = (n: number) => ({ source: '/boss', id: `e${n}`, time: n })

it('what was recorded of the same rule, line, cause and channel comes again', () => {
  expect(of(from(1))).toEqual({ outcome: 'failed', tookMs: 30, isRecorded: true })
  expect(of(from(5))).toMatchObject({ outcome: 'expired', tookMs: 3 })
  expect(of(from(5), {}, 1)).toMatchObject({ outcome: 'delivered', tookMs: 2 })
  expect(of(from(5), {}, 2)).toMatchObject({ outcome: 'delivered', tookMs: 2 })
})

it('a moment of our own is the same one, whatever number its decision has', () => {
  expect(of({ source: '/kairos/agenda', id: 'moment/a/L1@21', time: 8 }).isRecorded).toBe(true)
})

it('of nothing recorded the most frequent outcome of that line and channel stands, with its median time', () => {
  expect(of(from(99))).toEqual({ outcome: 'delivered', tookMs: 8, isRecorded: false })
  expect(of(from(1), { line: 'L2' })).toMatchObject({ outcome: null, isRecorded: false })
})

it('of a line or channel never used it arrives', () => {
  expect(of(from(1), { channel: 'voice' })).toMatchObject({ outcome: 'delivered', isRecorded: false })
  expect(of(from(1), { line: 'L3' })).toMatchObject({ outcome: 'delivered', isRecorded: false })
})
