import { describe, expect, it } from 'vitest'
import type { Place } from '../rule/rule.ts'
import { at, beijing, Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'
import { yuan } from '../units.ts'

const low = rule({
  id: 'low',
  on: 'balance.crossed',
  oncePer: ['spell'],
  ladder: 'sms',
  warnsOfArrears: true,
})
const balance = (amount: number) => ({ balanceMicroYuan: yuan(amount) })
const restricted = { standing: 'restricted', reason: 'arrears' } as const

describe('G6: which delivered warning counts', () => {
  function warned(): Life {
    const life = new Life(rulebook([low]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-02 10:00', 'balance.reported', balance(9))
    life.until('2026-11-02 10:00')
    return life
  }

  it('one of this spell', () => {
    const life = warned()
    life.outcome('2026-11-02 10:01', 'delivered')
    expect(life.fact('2026-11-02 12:00', 'standing.reported', restricted).alarms).toEqual([])
  })

  it('not one that arrives when the balance has recovered: the next spell needs its own (NF-16)', () => {
    const life = warned()
    life.fact('2026-11-02 10:05', 'balance.reported', balance(60))
    life.outcome('2026-11-02 10:06', 'delivered')
    life.fact('2026-11-20 22:00', 'balance.reported', balance(5))
    const { alarms } = life.fact('2026-11-20 23:00', 'standing.reported', restricted)
    expect(alarms.map(({ kind }) => kind)).toEqual(['restricted-unwarned'])
  })

  it('not the first spell’s, arriving in the second', () => {
    const life = warned()
    const first = life.attempts[0]?.id ?? ''
    life.fact('2026-11-02 10:05', 'balance.reported', balance(60))
    life.fact('2026-11-02 10:07', 'balance.reported', balance(5))
    life.outcome('2026-11-02 10:08', 'delivered', first)
    expect(life.account.hot.warnedAt).toBeNull()
    life.until('2026-11-02 10:09')
    life.outcome('2026-11-02 10:10', 'delivered')
    expect(life.account.hot.warnedAt).not.toBeNull()
  })
})

it('G5: the wait of the rung in use, not that of the ladder as written, tells whether rest hours cut it short', () => {
  const voiceFirst = rule({ id: 'n', on: 'query.performed' })
  const life = new Life(rulebook([voiceFirst]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-01 10:00', 'preference.changed', { channel: 'voice' })
  life.fact('2026-11-02 19:00', 'query.performed', {
    kind: 'name',
    channel: 'web',
    verifiedBy: 'service-password',
  })
  life.until('2026-11-02 19:00')
  // An hour for the voice rung, so it ran out at 20:00; the word of it came late, after rest had begun.
  life.outcome('2026-11-02 21:01', 'expired')
  expect(life.account.hot.open[0]).toMatchObject({ channel: 'sms', rung: 1 })
})

it('NF-03: a preference that changes on the way neither repeats a channel nor leaves one out', () => {
  const life = new Life(rulebook([rule({ id: 'n', on: 'query.performed', class: 'real-time' })]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'query.performed', {
    kind: 'name',
    channel: 'web',
    verifiedBy: 'service-password',
  })
  life.until('2026-11-02 10:00')
  life.fact('2026-11-02 10:01', 'preference.changed', { channel: 'voice' })
  life.outcome('2026-11-02 10:02', 'failed')
  life.until('2026-11-02 10:02')
  life.outcome('2026-11-02 10:03', 'failed')
  expect(life.attempts.map(({ channel }) => channel)).toEqual(['sms', 'voice'])
  expect(life.story).toEqual(['n: failed'])
})

describe('G5: whether rest hours cut it short is told by the zone it left in, not by where the customer is now', () => {
  const place = { mcc: '424', zone: 'Asia/Dubai' } as Place
  const made = rulebook([rule({ id: 'n', on: 'query.performed' })])
  const places = new Map([['424', [{ from: '2000-01-01', value: place }]]])
  const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const

  /** In Dubai it is four hours earlier than in Beijing: preferred channel, when it leaves and expires, and by what next. */
  const rows: readonly (readonly ['sms' | 'voice', left: string, expired: string, next: string])[] = [
    ['sms', '11-02 23:00', '11-03 01:00', 'sms'], // rest began in Dubai
    ['voice', '11-02 21:30', '11-02 22:30', 'sms'], // its own hour was over; at home it was rest all the time
  ]
  it.each(rows)('%s, left at %s and expired at %s: next by %s', (...[channel, left, expired, next]) => {
    const life = new Life({ ...made, catalogue: { ...made.catalogue, places } })
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-01 10:00', 'preference.changed', { channel })
    life.fact('2026-11-01 10:00', 'roaming.registered', { mcc: '424' })
    life.fact(`2026-${left}`, 'query.performed', query)
    life.until(`2026-${left}`)
    expect(life.attempts.map(({ validUntil }) => beijing(validUntil))).toEqual([expired])
    life.fact(`2026-${expired}`, 'roaming.registered', { mcc: '460' })
    life.outcome(`2026-${expired}`, 'expired')
    life.until('2026-11-03 12:00')
    expect(life.attempts.map(one => one.channel)).toEqual([channel, next])
  })
})

describe('G4: after an outage', () => {
  /** We were down when silence fell due, and are up again the next morning. */
  function upAgain(): Life {
    const life = new Life(rulebook([rule({ id: 'n', on: 'query.performed', ladder: 'sms' })]))
    life.opened('2026-11-01 09:00')
    const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const
    life.fact('2026-11-02 10:00', 'query.performed', query)
    life.until('2026-11-02 10:00')
    const silent = [...life.agenda.values()].find(({ type }) => type === 'attempt.silent')!
    life.wakeAt(silent, '2026-11-03 09:00')
    return life
  }

  it('word that waits at the gateways is given its time before it is taken for silence', () => {
    const life = upAgain()
    expect(life.story).toEqual(['n: attempted'])
    life.outcome('2026-11-03 09:01', 'delivered')
    life.until('2026-11-03 12:00')
    expect(life.story).toEqual(['n: delivered'])
  })

  it('and is silence after all when nothing comes', () => {
    const life = upAgain()
    life.until('2026-11-03 09:10')
    expect(life.story).toEqual(['n: unconfirmed'])
  })
})

describe('word that comes after all hope', () => {
  const sms = { ...low, ladder: 'sms' }

  /** Low balance at ten, told by SMS, and taken for silent the next day. */
  function silent(rules = [sms]): Life {
    const life = new Life(rulebook(rules))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-02 10:00', 'balance.reported', balance(9))
    life.until('2026-11-03 12:00')
    expect(life.story).toEqual(['low: unconfirmed'])
    return life
  }

  it('G4: a reminder that had been given up is delivered, and says by what', () => {
    const life = silent()
    life.late('2026-11-03 13:00')
    expect(life.story).toEqual(['low: delivered'])
    expect([...life.steps.values()][0]).toMatchObject({ note: 'by sms, after all', channel: 'sms' })
    expect(life.account.hot.misses).toEqual([])
  })

  it('G6: from then on it is a warning of this spell', () => {
    const life = silent()
    life.late('2026-11-03 13:00')
    expect(life.fact('2026-11-03 14:00', 'standing.reported', restricted).alarms).toEqual([])
    const unwarned = silent()
    expect(unwarned.fact('2026-11-03 14:00', 'standing.reported', restricted).alarms).toHaveLength(1)
  })

  it('G6: but not of the next one', () => {
    const life = silent()
    life.fact('2026-11-03 12:30', 'balance.reported', balance(60))
    life.late('2026-11-03 13:00')
    expect(life.story).toEqual(['low: delivered'])
    expect(life.account.hot.warnedAt).toBeNull()
  })

  it('also when a later rung has failed meanwhile; what was withheld meanwhile stays so, and the warning counts', () => {
    for (const [state, story] of [
      ['failed', 'delivered'],
      ['withheld', 'unconfirmed'],
    ] as const) {
      const life = silent()
      life.late('2026-11-03 13:00', { state })
      expect(life.story).toEqual([`low: ${story}`])
      expect(life.account.hot.warnedAt).toBe(at('2026-11-03 13:00'))
    }
  })

  it('word that it failed, or of a reminder that had ended otherwise, changes nothing', () => {
    const life = silent()
    life.late('2026-11-03 13:00', {}, 'failed')
    life.outcome('2026-11-03 13:01', 'delivered')
    expect(life.story).toEqual(['low: unconfirmed'])
  })
})
