import { describe, expect, it } from 'vitest'
import { at, Life } from '../sample/life.ts'
import { condition, moment, rule, rulebook } from '../sample/rulebook.ts'
import { bytes, megabytes, yuan } from '../units.ts'

const low = rule({ id: 'low', on: 'balance.crossed', oncePer: ['spell'], warnsOfArrears: true })
const lowStill = {
  ...low,
  still: condition(
    'balance <= 10',
    view => (view['account'] as { balanceMicroYuan: number }).balanceMicroYuan <= 10e6,
  ),
}
const balance = (amount: number) => ({ balanceMicroYuan: yuan(amount) })
const usage = (usedMB: number, allowanceMB = 500, part: object = {}) => ({
  bucketId: 'd',
  kind: 'data' as const,
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  usedBytes: megabytes(usedMB),
  allowanceBytes: megabytes(allowanceMB),
  ...part,
})
const percentIs = (percent: number) =>
  condition(`limit == ${percent}`, view => {
    const event = view['event'] as { measure: string; limit: number }
    return event.measure === 'percent' && event.limit === percent
  })
const used80 = rule({
  id: 'used-80',
  on: 'usage.crossed',
  when: percentIs(80),
  class: 'real-time',
  oncePer: ['line', 'bucket', 'period'],
})
const used100 = {
  ...used80,
  id: 'used-100',
  template: 'used-100',
  when: percentIs(100),
  supersedes: ['used-80'],
}

function opened(rules: Parameters<typeof rulebook>[0], change: Parameters<typeof rulebook>[1] = {}): Life {
  const life = new Life(rulebook(rules, change))
  life.opened('2026-11-01 09:00')
  return life
}

describe('low balance', () => {
  const rows: readonly (readonly [from: number | null, to: number, told: number])[] = [
    [null, 10.01, 0],
    [null, 10, 1],
    [10.01, 10, 1],
    [10, 9, 1],
    [9, 8, 1],
    [50, 10.01, 0],
  ]
  it.each(rows)('TX-43 TP8-01 CO-08: from %s to %s yuan tells %d times in all', (from, to, told) => {
    const life = opened([low])
    if (from !== null) life.fact('2026-11-02 10:00', 'balance.reported', balance(from))
    life.fact('2026-11-02 11:00', 'balance.reported', balance(to))
    expect(life.story).toHaveLength(told)
  })

  it('is told at 08:00 for the night, and not at all when a top-up came before (TP8, NF-04)', () => {
    const life = opened([lowStill])
    life.fact('2026-11-02 23:00', 'balance.reported', balance(9.8))
    expect(life.account.hot.open[0]?.due).toBeGreaterThanOrEqual(at('2026-11-03 08:00'))
    life.fact('2026-11-03 07:30', 'payment.received', {
      ...balance(59.8),
      amountMicroYuan: yuan(50),
      purpose: 'top-up',
      method: 'app',
    })
    life.until('2026-11-03 12:00')
    expect(life.story).toEqual(['low: moot'])
    expect(life.attempts).toEqual([])
  })

  it('speaks again in a new spell, under a new id', () => {
    const life = opened([low])
    for (const [time, amount] of [
      ['10:00', 9],
      ['11:00', 8],
      ['12:00', 60],
      ['13:00', 7],
    ] as const) {
      life.fact(`2026-11-02 ${time}`, 'balance.reported', balance(amount))
    }
    expect([...life.rows.keys()]).toEqual(['low', 'low~2'])
  })

  it('an older report changes nothing (G2)', () => {
    const life = opened([low])
    life.fact('2026-11-02 12:00', 'balance.reported', balance(50))
    life.fact(['2026-11-02 12:05', '2026-11-02 09:00'], 'balance.reported', balance(5))
    expect(life.story).toEqual([])
    expect(life.account.hot.balance?.amount).toBe(yuan(50))
  })
})

describe('restriction without a delivered warning is flagged (G6)', () => {
  const rows: readonly (readonly ['delivered' | 'failed' | 'none', number])[] = [
    ['delivered', 0],
    ['failed', 1],
    ['none', 1],
  ]
  it.each(rows)('G6: the warning was %s → %d alarms', (outcome, alarms) => {
    const life = opened([{ ...low, ladder: 'sms' }])
    life.fact('2026-11-02 10:00', 'balance.reported', balance(9))
    life.until('2026-11-02 10:01')
    if (outcome !== 'none') life.outcome('2026-11-02 10:02', outcome)
    const changes = life.fact('2026-11-05 10:00', 'standing.reported', {
      standing: 'restricted',
      reason: 'arrears',
    })
    expect(changes.alarms).toHaveLength(alarms)
  })
})

describe('data usage', () => {
  it('TX-44 SI-18: 80 % and 100 % once each a month, whatever reports come in between', () => {
    const life = opened([used80, used100])
    for (const mb of [100, 399, 400, 410, 410, 499, 500, 510])
      life.fact('2026-11-05 10:00', 'usage.reported', usage(mb))
    expect(life.story).toEqual(['used-80: superseded', 'used-100: planned'])
  })

  it('all limits passed on the way: the lower is superseded and says by which', () => {
    const life = opened([used80, used100])
    life.fact('2026-11-05 10:00', 'usage.reported', usage(600))
    expect(life.story).toEqual(['used-80: superseded', 'used-100: planned'])
    expect([...life.steps.values()][0]?.note).toContain('used-100')
  })

  it('an older report never lowers nor fires again; a lower one without correction is ignored', () => {
    const life = opened([used80])
    life.fact('2026-11-05 10:00', 'usage.reported', usage(410))
    life.fact(['2026-11-05 10:05', '2026-11-05 09:00'], 'usage.reported', usage(300))
    life.fact('2026-11-05 10:06', 'usage.reported', usage(200))
    life.fact('2026-11-05 10:07', 'usage.reported', usage(420))
    expect(life.account.hot.meters[0]?.used).toBe(megabytes(420))
    expect(life.story).toEqual(['used-80: planned'])
  })

  it('a correction takes back, says so once, and lets the limit speak again', () => {
    const retract = rule({ id: 'sorry', on: 'usage.retracted' })
    const life = opened([used80, retract])
    life.fact('2026-11-05 10:00', 'usage.reported', usage(410))
    life.until('2026-11-05 10:01')
    life.fact('2026-11-05 11:00', 'usage.corrected', usage(210))
    life.fact('2026-11-05 11:01', 'usage.corrected', usage(200))
    life.fact('2026-11-05 12:00', 'usage.reported', usage(420))
    expect([...life.rows.values()].map(row => row.rule)).toEqual(['used-80', 'sorry', 'used-80'])
  })

  it('a bigger bucket re-arms what is ahead again', () => {
    const life = opened([used80])
    life.fact('2026-11-05 10:00', 'usage.reported', usage(410))
    life.fact('2026-11-05 11:00', 'usage.reported', usage(420, 1000))
    life.fact('2026-11-06 10:00', 'usage.reported', usage(800, 1000))
    expect(life.story).toHaveLength(2)
  })

  it('a new period re-arms', () => {
    const life = opened([used80])
    life.fact('2026-11-05 10:00', 'usage.reported', usage(410))
    life.fact(
      '2026-12-05 10:00',
      'usage.reported',
      usage(400, 500, { periodStart: '2026-12-01', periodEnd: '2026-12-31' }),
    )
    expect([...life.rows.keys()]).toEqual(['used-80/L1/d/2026-11-01', 'used-80/L1/d/2026-12-01'])
    life.fact(['2026-12-05 11:00', '2026-11-30 23:59'], 'usage.reported', usage(499))
    expect(life.story).toHaveLength(2)
  })

  it('refuses figures that no counter can have', () => {
    expect(bytes.safeParse(-1).success).toBe(false)
    expect(bytes.safeParse(1.5).success).toBe(false)
  })
})

describe('accounts speak to accounts through the agenda', () => {
  it('TP2-04: a member that joins tells its head, and the head becomes one', () => {
    const member = opened([])
    const { agenda } = member.fact('2026-11-02 10:00', 'payment-group.joined', { headAccount: 'A9' })
    expect(agenda.map(entry => `${entry.account} ${entry.type}`)).toEqual(['A9 payment-group.member-joined'])
    const head = opened([])
    head.fact('2026-11-02 10:00', 'payment-group.member-joined', { member: 'A1' })
    expect(head.account.cold.payment).toEqual({ role: 'head', head: null, members: 1 })
    head.fact('2026-11-02 10:01', 'payment-group.member-left', { member: 'A1' })
    expect(head.account.cold.payment.role).toBe('single')
  })
})

describe('a new version meets what is there', () => {
  const validity = rule({
    id: 'validity',
    on: 'validity.changed',
    at: moment('-7d 09:00 before event.validUntil'),
    oncePer: ['spell'],
    still: condition(
      'same day',
      view =>
        (view['account'] as { validUntil: string }).validUntil ===
        (view['event'] as { validUntil: string }).validUntil,
    ),
  })
  const report = (validUntil: string) => ({ ...balance(50), validUntil })

  it('TX-43 TP8-01: seven days before the validity ends, and not for a day that has moved', () => {
    const life = opened([validity])
    life.fact('2026-11-02 10:00', 'balance.reported', report('2026-11-20'))
    life.until('2026-11-12 23:00')
    expect(life.left).toEqual([])
    life.until('2026-11-13 09:30')
    expect(life.left).toEqual(['validity 11-13 09:00'])
  })

  it('a moment already past is withheld as published-late, not sent in a flood', () => {
    const life = opened([])
    life.fact('2026-11-02 10:00', 'balance.reported', report('2026-11-08'))
    const next = rulebook([validity], {}, 'v2')
    life.world = { ...life.world, rulebook: next, versions: new Map([['v2', next]]) }
    life.fact('2026-11-03 10:00', 'rulebook.published', { version: 'v2' })
    expect(life.story).toEqual(['validity: published-late'])
  })

  it('TP9-07: an unpaid bill is met as it was issued: days count from then, for its own line, and it is not told anew', () => {
    const rules = [
      rule({ id: 'at-once', on: 'bill.issued', oncePer: ['item'] }),
      rule({ id: 'third-day', on: 'bill.issued', at: moment('+3d 10:00'), oncePer: ['item'] }),
      rule({ id: 'tenth-day', on: 'bill.issued', at: moment('+10d 10:00'), oncePer: ['item'] }),
    ]
    const life = opened([])
    const amountMicroYuan = yuan(80)
    life.fact('2026-11-03 09:00', 'bill.issued', {
      month: '2026-10',
      amountMicroYuan,
      payBy: '2026-11-30',
      payer: 'self',
    })
    expect(life.account.hot.bill).toMatchObject({ payer: 'self', line: 'L1' })
    const next = rulebook(rules, {}, 'v2')
    life.world = { ...life.world, rulebook: next, versions: new Map([['v2', next]]) }
    life.fact('2026-11-08 12:00', 'rulebook.published', { version: 'v2' })
    life.until('2026-11-13 12:00')
    expect(life.story).toEqual(['third-day: published-late', 'tenth-day: attempted'])
    expect(life.left).toEqual(['tenth-day 11-13 10:00'])
  })

  it('SI-19: a schedule comes round, clipped to the month, each line at its own minute', () => {
    const summary = rule({
      id: 'summary',
      on: 'schedule.due',
      class: 'courtesy',
      oncePer: ['day'],
      ladder: 'sms',
    })
    const life = opened([summary])
    life.until('2026-12-20 00:00')
    expect(life.left.map(text => text.slice(0, 16))).toEqual([
      'summary 11-15 10',
      'summary 11-30 10',
      'summary 12-15 10',
    ])
  })
})
