import { describe, expect, it } from 'vitest'
import { at, Life } from '../sample/life.ts'
import { everyone, moment, rule, rulebook } from '../sample/rulebook.ts'
import { yuan } from '../units.ts'

const low = rule({ id: 'low', on: 'balance.crossed', oncePer: ['spell'], warnsOfArrears: true })
const balance = (amount: number) => ({ balanceMicroYuan: yuan(amount) })

function opened(rules: Parameters<typeof rulebook>[0], change: Parameters<typeof rulebook>[1] = {}): Life {
  const life = new Life(rulebook(rules, change))
  life.opened('2026-11-01 09:00')
  return life
}

describe('the steps of planning', () => {
  const notice = rule({ id: 'n', on: 'query.performed' })
  const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const
  const marketing = { ...notice, class: 'marketing' as const }

  it('G11: only the allow-list is sent to', () => {
    const life = opened([notice])
    life.world = { ...life.world, sendTo: new Set(['A1/L9'] as const) }
    life.fact('2026-11-02 10:00', 'query.performed', query)
    expect(life.story).toEqual(['n: not-allowed'])
  })

  it('FP-02 NF-19: marketing needs consent', () => {
    const life = opened([marketing])
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.fact('2026-11-02 11:00', 'preference.changed', { marketingConsent: true })
    life.fact('2026-11-02 12:00', 'query.performed', query)
    expect(life.story).toEqual(['n: no-consent', 'n: planned'])
  })

  it('SI-17 NF-17: a kind can be switched off and on again', () => {
    const life = opened([{ ...notice, choice: { kind: 'k', default: 'on' } }])
    life.fact('2026-11-02 10:00', 'preference.changed', { unsubscribe: ['k'] })
    life.fact('2026-11-02 10:01', 'query.performed', query)
    life.fact('2026-11-02 10:02', 'preference.changed', { subscribe: ['k'] })
    life.fact('2026-11-02 10:03', 'query.performed', query)
    expect(life.story).toEqual(['n: unsubscribed', 'n: planned'])
  })

  it('NF-05: the fourth of a day is put off to the next, and withheld where it is of no use then', () => {
    const life = opened([notice, { ...notice, id: 'brief', usefulForMs: 3_600_000 }])
    for (const minute of ['00', '01', '02']) life.fact(`2026-11-02 10:${minute}`, 'query.performed', query)
    const dues = life.account.hot.open.map(open =>
      new Date(open.due + 8 * 3_600_000).toISOString().slice(0, 10),
    )
    expect(dues.filter(day => day === '2026-11-02')).toHaveLength(3)
    expect(dues.filter(day => day === '2026-11-03').length).toBeGreaterThan(0)
    expect(life.story).toContain('brief: frequency-cap')
  })

  it('CO-39: not said when a sister said so within the span', () => {
    const sister = rule({ id: 'sister', on: 'roaming.arrived', oncePer: ['day'] })
    const life = opened([sister, { ...notice, unlessTold: { rules: ['sister'], withinMs: 86_400_000 } }])
    life.fact('2026-11-02 10:00', 'roaming.registered', { mcc: '520' })
    life.fact('2026-11-02 11:00', 'query.performed', query)
    life.fact('2026-11-03 11:00', 'query.performed', query)
    expect(life.story).toEqual(['sister: planned', 'n: told-recently', 'n: planned'])
  })

  it('old facts update the state, but what is past its use is withheld', () => {
    const life = opened([notice])
    life.fact(['2026-11-09 10:00', '2026-11-02 10:00'], 'query.performed', query)
    expect(life.story).toEqual(['n: too-late'])
  })

  it('G12: a pause holds a reminder until it ends, or until it is of no use', () => {
    const life = opened([notice])
    life.world = { ...life.world, pauses: [{ kind: 'rule', value: 'n' }] }
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.until('2026-11-02 10:05')
    expect(life.story).toEqual(['n: planned'])
    life.world = { ...life.world, pauses: [] }
    life.until('2026-11-02 10:10')
    expect(life.story).toEqual(['n: attempted'])
    life.world = { ...life.world, pauses: [{ kind: 'scope', value: 'city/taizhou' }] }
    life.fact('2026-11-02 12:00', 'query.performed', query)
    life.until('2026-11-03 13:00')
    expect(life.story.at(-1)).toBe('n: paused')
    life.world = { ...life.world, pauses: [{ kind: 'version', value: life.world.rulebook.version }] }
    life.fact('2026-11-04 12:00', 'query.performed', query)
    life.until('2026-11-04 12:05')
    expect(life.story.at(-1)).toBe('n: planned')
    life.until('2026-11-05 13:00')
    expect(life.story.at(-1)).toBe('n: paused')
  })

  it('G13: a reminder on facts older than their limit is withheld', () => {
    const stale = { ...low, factsNotOlderThanMs: 3_600_000 }
    const life = opened([stale])
    life.fact('2026-11-02 22:00', 'balance.reported', balance(5))
    life.until('2026-11-03 09:00')
    expect(life.story).toEqual(['low: stale-facts'])
  })

  it('G12: a recalled version takes its planned reminders back', () => {
    const life = opened([notice])
    life.fact('2026-11-02 22:00', 'query.performed', query)
    life.world = { ...life.world, recalled: new Set(['v1']) }
    life.until('2026-11-03 09:00')
    expect(life.story).toEqual(['n: recalled'])
  })

  it('audience and effective dates choose the rule (TP0-03, NF-20)', () => {
    const gotone = { ...notice, id: 'g', audience: { ...everyone, brands: ['gotone'] as const } }
    const later = { ...notice, id: 'l', from: '2026-12-01' }
    const ended = { ...notice, id: 'e', until: '2026-10-31' }
    const here = { ...notice, id: 'h', audience: { ...everyone, scope: 'city/taizhou' } }
    const life = opened([gotone, later, ended, here])
    const { considered } = life.fact('2026-11-02 10:00', 'query.performed', query)
    expect(considered.map(said => `${said.rule} ${said.outcome}`)).toEqual([
      'g audience',
      'l not-in-force',
      'e not-in-force',
      'h planned',
    ])
  })

  it('TP1-06 CO-05: a later moment waits on the agenda and is decided by the version of then', () => {
    const tips = rule({
      id: 'tips',
      on: 'line.opened',
      at: moment('+7d 10:00'),
      class: 'courtesy',
      usefulForMs: 72 * 3_600_000,
    })
    const life = opened([tips])
    expect(life.story).toEqual([])
    life.until('2026-11-08 11:00')
    expect(life.left).toEqual(['tips 11-08 10:00'])
  })
})

describe('rest hours', () => {
  const notice = rule({ id: 'n', on: 'query.performed', ladder: 'sms' })
  const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const
  const rows: readonly (readonly [now: string, cls: 'notice' | 'real-time', left: string])[] = [
    ['2026-11-02 10:00', 'notice', 'n 11-02 10:00'],
    ['2026-11-02 20:44', 'notice', 'n 11-02 20:44'],
    ['2026-11-02 20:45', 'notice', 'n 11-03 08:15'],
    ['2026-11-02 21:00', 'notice', 'n 11-03 08:15'],
    ['2026-11-03 07:59', 'notice', 'n 11-03 08:15'],
    ['2026-11-02 23:30', 'real-time', 'n 11-02 23:30'],
  ]
  it.each(rows)('G5 NF-04: triggered %s as %s leaves %s', (now, cls, left) => {
    const life = opened([{ ...notice, class: cls }])
    life.fact(now, 'query.performed', query)
    life.until('2026-11-03 08:30')
    expect(life.left).toEqual([left])
  })

  it('G5: the validity of a notice ends where rest begins, and an expiry by that alone repeats the rung', () => {
    const life = opened([notice])
    life.fact('2026-11-02 20:00', 'query.performed', query)
    life.until('2026-11-02 20:00')
    expect(life.attempts[0]?.validUntil).toBe(at('2026-11-02 21:00'))
    life.outcome('2026-11-02 21:00', 'expired')
    life.until('2026-11-03 08:30')
    expect(life.left).toEqual(['n 11-02 20:00', 'n 11-03 08:15'])
  })

  it("BS-03: the customer's own hours are kept too", () => {
    const life = opened([notice])
    life.fact('2026-11-02 09:00', 'preference.changed', { activeHours: { from: '18:00', to: '20:00' } })
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.until('2026-11-02 20:30')
    expect(life.left).toEqual(['n 11-02 18:15'])
  })
})

describe('the ladder', () => {
  const notice = rule({ id: 'n', on: 'query.performed' })
  const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const

  it('NF-03: failed on SMS, then voice; one outcome', () => {
    const life = opened([notice])
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.until('2026-11-02 10:00')
    life.outcome('2026-11-02 10:01', 'failed')
    life.until('2026-11-02 10:02')
    expect(life.attempts.map(row => row.channel)).toEqual(['sms', 'voice'])
    life.outcome('2026-11-02 10:03', 'failed')
    expect(life.story).toEqual(['n: failed'])
    expect(life.agenda.has('silent/n/L1/2#2')).toBe(false)
  })

  it('silence until the validity and ten minutes more is unconfirmed, and the next rung is taken', () => {
    const life = opened([notice])
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.until('2026-11-02 18:00')
    expect(life.left).toEqual(['n/L1 11-02 10:00', 'n/L1 11-02 16:10'].map(text => text.replace('/L1', '')))
    expect(life.story).toEqual(['n: unconfirmed'])
  })

  it('a late delivery of the first attempt ends it: no second notice of the same thing', () => {
    const life = opened([notice])
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.until('2026-11-02 10:00')
    const first = life.attempts[0]?.id ?? ''
    life.outcome('2026-11-02 10:01', 'failed')
    life.outcome('2026-11-02 10:02', 'delivered', first)
    expect(life.story).toEqual(['n: delivered'])
  })

  it('what came back unsent is asked again on the same rung', () => {
    const life = opened([notice])
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.until('2026-11-02 10:00')
    life.outcome('2026-11-02 10:00', 'returned')
    life.until('2026-11-02 10:01')
    expect(life.attempts.map(row => `${row.id} ${row.channel}`)).toEqual(['n/L1/2#1 sms', 'n/L1/2#2 sms'])
  })

  it('TP8-14: the preferred channel comes first', () => {
    const life = opened([notice])
    life.fact('2026-11-02 09:00', 'preference.changed', { channel: 'voice' })
    life.fact('2026-11-02 10:00', 'query.performed', query)
    expect(life.account.hot.open[0]?.channel).toBe('voice')
  })

  it('a channel that failed three times in a row is passed over', () => {
    const life = opened([notice], { capPerDay: 99 })
    for (const minute of ['00', '10', '20', '30']) {
      life.fact(`2026-11-02 10:${minute}`, 'query.performed', query)
      life.until(`2026-11-02 10:${minute}`)
      life.outcome(`2026-11-02 10:${minute}`, 'failed')
      life.until(`2026-11-02 10:${minute}`)
      if (life.account.hot.open.length > 0) life.outcome(`2026-11-02 10:${minute}`, 'delivered')
    }
    expect(life.attempts.at(-1)?.channel).toBe('voice')
    expect(life.attempts.map(row => row.channel).slice(0, 2)).toEqual(['sms', 'voice'])
  })
})

describe('groups leave in order', () => {
  const first = rule({ id: 'a', on: 'line.opened', group: 'g', order: 1, class: 'real-time', ladder: 'sms' })
  const second = { ...first, id: 'b', template: 'b', order: 2 }
  const third = { ...first, id: 'c', template: 'c', order: 3 }

  it("G3 NF-06: the next waits for the former's outcome", () => {
    const life = opened([third, first, second])
    life.until('2026-11-01 09:05')
    expect(life.left).toEqual(['a 11-01 09:00'])
    life.outcome('2026-11-01 09:06', 'delivered')
    life.until('2026-11-01 09:06')
    expect(life.left).toEqual(['a 11-01 09:00', 'b 11-01 09:06'])
    life.outcome('2026-11-01 09:07', 'failed')
    life.until('2026-11-01 09:07')
    expect(life.left.at(-1)).toBe('c 11-01 09:07')
  })

  it('G3: or ten minutes, when no word comes', () => {
    const life = opened([third, first, second])
    life.until('2026-11-01 09:30')
    expect(life.left).toEqual(['a 11-01 09:00', 'b 11-01 09:10', 'c 11-01 09:20'])
  })
})
