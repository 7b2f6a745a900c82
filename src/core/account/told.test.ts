import { describe, expect, it } from 'vitest'
import { Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'
import { megabytes, yuan } from '../units.ts'

const balance = (amount: number) => ({ balanceMicroYuan: yuan(amount) })
const usage = (usedMB: number) => ({
  bucketId: 'd',
  kind: 'data' as const,
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  usedBytes: megabytes(usedMB),
  allowanceBytes: megabytes(500),
})

describe('what was withheld has not been said', () => {
  const low = rule({ id: 'low', on: 'balance.crossed', oncePer: ['spell'], ladder: 'sms' })

  function lowUnder(pause: string): Life {
    const life = new Life(rulebook([low]))
    life.opened('2026-11-01 09:00')
    life.world = { ...life.world, pauses: [{ kind: 'rule', value: pause }] }
    life.fact('2026-11-02 10:00', 'balance.reported', balance(9))
    life.until('2026-11-03 11:00')
    life.world = { ...life.world, pauses: [] }
    return life
  }

  it('TP8-08 TP8-13 G12: a warning lost to a pause is given at the next report below the limit, once', () => {
    const life = lowUnder('low')
    expect(life.story).toEqual(['low: paused'])
    for (const [time, amount] of [
      ['12:00', 8],
      ['13:00', 7],
      ['14:00', 6],
    ] as const)
      life.fact(`2026-11-03 ${time}`, 'balance.reported', balance(amount))
    life.until('2026-11-03 15:00')
    expect(life.story).toEqual(['low: paused', 'low: attempted'])
    expect([...life.rows.keys()]).toEqual(['low', 'low~2'])
  })

  it('and one that was given is not', () => {
    const life = lowUnder('another')
    life.fact('2026-11-03 12:00', 'balance.reported', balance(8))
    expect(life.rows.size).toBe(1)
  })
})

describe('a correction speaks only of what was said', () => {
  const used80 = rule({
    id: 'used-80',
    on: 'usage.crossed',
    class: 'real-time',
    oncePer: ['line', 'bucket', 'period'],
    ladder: 'sms',
  })
  const sorry = rule({ id: 'sorry', on: 'usage.retracted', supersedes: ['used-80'] })

  it('said: told once that it was wrong (TP0-07)', () => {
    const life = new Life(rulebook([used80, sorry]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-02 10:00', 'usage.reported', usage(410))
    life.until('2026-11-02 10:01')
    life.fact('2026-11-02 10:02', 'usage.corrected', usage(300))
    expect(life.story).toEqual(['used-80: attempted', 'sorry: planned'])
  })

  it('TP0-07: a correction of this month takes back nothing of the last', () => {
    const life = new Life(rulebook([used80, sorry]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-30 10:00', 'usage.reported', usage(410))
    life.until('2026-11-30 10:01')
    const december = { ...usage(20), periodStart: '2026-12-01', periodEnd: '2026-12-31' }
    life.fact('2026-12-01 10:00', 'usage.corrected', december)
    expect(life.story).toEqual(['used-80: attempted'])
  })

  it('taken back before it left: nothing to take back', () => {
    const life = new Life(rulebook([used80, sorry]))
    life.opened('2026-11-01 09:00')
    life.world = { ...life.world, pauses: [{ kind: 'all', value: 'all' }] }
    life.fact('2026-11-02 10:00', 'usage.reported', usage(410))
    life.until('2026-11-02 13:00')
    life.fact('2026-11-02 13:00', 'usage.corrected', usage(300))
    expect(life.story).toEqual(['used-80: moot'])
    life.world = { ...life.world, pauses: [] }
    life.fact('2026-11-02 14:00', 'usage.reported', usage(410))
    life.until('2026-11-02 14:01')
    expect(life.story).toEqual(['used-80: moot', 'used-80: attempted'])
  })
})

describe('CO-39: a sister that was taken back no longer speaks for the other', () => {
  const first = rule({
    id: 'first',
    on: 'usage.crossed',
    class: 'real-time',
    oncePer: ['line', 'bucket', 'period'],
  })
  const second = rule({
    id: 'second',
    on: 'roaming.arrived',
    unlessTold: { rules: ['first'], withinMs: 86_400_000 },
  })
  const rows: readonly (readonly [corrected: number | null, story: string])[] = [
    [null, 'second: told-recently'],
    [300, 'second: planned'],
  ]
  it.each(rows)('corrected to %s', (corrected, story) => {
    const life = new Life(rulebook([first, second]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-02 10:00', 'usage.reported', usage(410))
    life.until('2026-11-02 10:01')
    if (corrected !== null) life.fact('2026-11-02 11:00', 'usage.corrected', usage(corrected))
    life.fact('2026-11-02 12:00', 'roaming.registered', { mcc: '520' })
    expect(life.story.at(-1)).toBe(story)
  })
})
