import { describe, expect, it } from 'vitest'
import type { OpenReminder } from '../reminder.ts'
import { Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'
import { waitUntil } from './group.ts'

const minute = 60_000
const member = (part: Partial<OpenReminder>): OpenReminder => ({
  id: 'x',
  rule: 'x',
  version: 'v1',
  line: 'L1',
  class: 'notice',
  state: 'planned',
  due: 0,
  usefulUntil: 1e9,
  group: 'g/L1',
  order: 1,
  rung: 0,
  channel: 'sms',
  attempts: 0,
  attemptedAt: 0,
  waitingSince: 0,
  tried: [],
  restAt: 0,
  isAwaited: false,
  ...part,
})

describe('how long a member waits for a former one (now is minute 100, waitMax ten minutes)', () => {
  const attempted = { state: 'attempted', attempts: 1 } as const
  const rows: readonly (readonly [
    what: string,
    former: Partial<OpenReminder>,
    since: number,
    until: number | null,
  ])[] = [
    ['sent a moment ago', { ...attempted, attemptedAt: 100 * minute }, 0, 110],
    ['sent six minutes ago', { ...attempted, attemptedAt: 94 * minute }, 94, 104],
    ['sent ten minutes ago', { ...attempted, attemptedAt: 90 * minute }, 90, null],
    ['due now, asked after us', { due: 100 * minute }, 0, 110],
    ['due now, and we wait since long', { due: 100 * minute }, 50, 110],
    ['held by rest hours until later', { due: 128 * minute }, 50, 138],
    ['next rung due at once', { due: 100 * minute, attempts: 1, attemptedAt: 95 * minute }, 90, 110],
    ['paused, and we wait since long', { due: 101 * minute, rule: 'paused' }, 90, null],
    ['paused just now', { due: 101 * minute, rule: 'paused' }, 0, 110],
    ['of another group', { due: 128 * minute, group: 'h/L1' }, 0, null],
    ['of a higher order', { due: 128 * minute, order: 3 }, 0, null],
  ]
  it.each(rows)('G3 NF-06: the former is %s', (...row) => {
    const [, former, since, until] = row
    const open = member({ order: 2, waitingSince: since * minute })
    const isPaused = ({ rule }: OpenReminder): boolean => rule === 'paused'
    const ask = { now: 100 * minute, waitMaxMs: 10 * minute, isPaused }
    const found = waitUntil([member({ id: 'former', ...former }), open], open, ask)
    expect(found).toBe(until === null ? null : until * minute)
  })
})

describe('held overnight', () => {
  const first = rule({ id: 'a', on: 'line.opened', group: 'g', order: 1, ladder: 'sms' })
  const second = rule({ id: 'b', on: 'query.performed', group: 'g', order: 2, ladder: 'sms' })
  const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const

  it("G3 NF-06 TP1-16: the second waits for the first's minute of the morning, though its own is earlier", () => {
    const life = new Life(rulebook([first, second]))
    life.world = { ...life.world, chance: () => 0.9 }
    life.opened('2026-11-01 22:00')
    life.world = { ...life.world, chance: () => 0.1 }
    life.fact('2026-11-01 22:01', 'query.performed', query)
    life.until('2026-11-02 08:27')
    expect(life.left).toEqual(['a 11-02 08:27'])
    life.outcome('2026-11-02 08:28', 'delivered')
    life.until('2026-11-02 08:28')
    expect(life.left).toEqual(['a 11-02 08:27', 'b 11-02 08:28'])
  })

  it('G12 NF-06: a paused first does not hold the second for longer than waitMax', () => {
    const life = new Life(rulebook([first, second]))
    life.world = { ...life.world, pauses: [{ kind: 'rule', value: 'a' }] }
    life.opened('2026-11-02 10:00')
    life.fact('2026-11-02 10:01', 'query.performed', query)
    life.until('2026-11-02 11:00')
    expect(life.left).toEqual(['b 11-02 10:11'])
  })
})
