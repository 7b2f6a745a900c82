import { describe, expect, it } from 'vitest'
import { at, Life } from '../sample/life.ts'
import { condition, rule, rulebook } from '../sample/rulebook.ts'
import type { Rule } from '../rule/rule.ts'
import { yuan } from '../units.ts'

const low = rule({ id: 'low', on: 'balance.crossed', oncePer: ['line', 'day'], usefulForMs: 72 * 3_600_000 })
const first = 'low/L1/2026-11-02'

/** A customer who was told of a low balance at ten and had it. */
function told(part: Partial<Rule> = {}): Life {
  const life = new Life(rulebook([{ ...low, ...part }], { capPerDay: 1 }))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'balance.reported', { balanceMicroYuan: yuan(9) })
  life.until('2026-11-02 10:00')
  life.outcome('2026-11-02 10:01', 'delivered')
  return life
}

function ask(life: Life, when: string, isPresent = false): string {
  const { rule: of, facts } = life.rows.get(first)!
  const before = life.rows.size
  life.fact(when, 'reminder.asked-again', { reminder: first, rule: of, facts, by: 'wang', isPresent })
  const rows = [...life.rows.values()].slice(before)
  if (rows.length === 0) return life.last!.considered.map(({ outcome }) => outcome).join()
  return rows.map(({ id }) => life.steps.get(id)!.reason ?? life.steps.get(id)!.state).join()
}

describe('asked for again', () => {
  it('leaves although it is said once a day and the day has had enough; the row names who made it', () => {
    const life = told()
    expect(ask(life, '2026-11-02 11:00')).toBe('planned')
    life.until('2026-11-02 11:00')
    life.outcome('2026-11-02 11:01', 'delivered')
    expect(life.story).toEqual(['low: delivered', 'low: delivered'])
    const again = [...life.rows.values()].at(-1)!
    expect(again).toMatchObject({
      cause: { id: 'e3' },
      group: null,
      template: 'low',
      facts: { trigger: low.on },
    })
    expect(again.steps[0]).toBe(`asked for again: ${first}`)
    expect(life.attempts.at(-1)!.reminder).toBe(again.id)
  })

  it('three times a day, and anew the next', () => {
    const life = told()
    for (const minute of ['11:01', '11:02', '11:03'])
      expect(ask(life, `2026-11-02 ${minute}`)).toBe('planned')
    expect(ask(life, '2026-11-02 11:04')).toBe('frequency-cap')
    expect(ask(life, '2026-11-03 10:00')).toBe('planned')
  })

  it('NF-04: rest hours hold it, but not from a customer who waits, however late', () => {
    const life = told()
    expect(ask(life, '2026-11-02 23:00')).toBe('planned')
    expect(life.account.hot.open[0]!.due).toBeGreaterThanOrEqual(at('2026-11-03 08:00'))
    expect(ask(life, '2026-11-02 23:01', true)).toBe('planned')
    life.until('2026-11-02 23:01')
    expect(life.left.at(-1)).toBe('low 11-02 23:01')
    // Nor do they cut it short, or hold its next rung.
    expect(life.attempts.at(-1)!.validUntil).toBe(at('2026-11-03 05:01'))
    life.outcome('2026-11-02 23:02', 'failed')
    life.until('2026-11-02 23:03')
    expect(life.left.at(-1)).toBe('low 11-02 23:02')
  })

  it('what is no longer true is not said again', () => {
    const life = told({
      still: condition('account.balance < 20', view => !JSON.stringify(view).includes('99')),
    })
    expect(ask(life, '2026-11-02 11:00')).toBe('planned')
    life.fact('2026-11-02 12:00', 'balance.reported', { balanceMicroYuan: yuan(99) })
    expect(ask(life, '2026-11-02 12:01')).toBe('moot')
  })

  it.each<[string, Partial<Rule>, (life: Life) => void, string]>([
    [
      'G11: off the allow-list',
      {},
      life => (life.world = { ...life.world, sendTo: new Set() }),
      'not-allowed',
    ],
    [
      'NF-17: switched off since',
      { choice: { kind: 'balance', default: 'on' } },
      life => life.fact('2026-11-02 10:30', 'preference.changed', { unsubscribe: ['balance'] }),
      'unsubscribed',
    ],
    ['the line is closed', {}, life => life.fact('2026-11-02 10:30', 'line.closed', {}), 'line-closed'],
    ['the rule is gone', {}, life => (life.world = { ...life.world, rulebook: rulebook([]) }), 'rule-gone'],
    ['FP-12: a code', { class: 'code' }, () => undefined, 'secret'],
  ])('%s', (_, part, ...[meanwhile, said]) => {
    const life = told(part)
    meanwhile(life)
    expect(ask(life, '2026-11-02 11:00', true)).toBe(said)
  })

  it('G12: the stop button holds it', () => {
    const life = told()
    life.world = { ...life.world, pauses: [{ kind: 'all', value: 'all' }] }
    expect(ask(life, '2026-11-02 11:00', true)).toBe('planned')
    life.send(life.account.hot.open[0]!.id, at('2026-11-02 11:00'))
    expect(life.attempts).toHaveLength(1)
  })

  it('G6: a warning that arrives the second time is the warning', () => {
    const life = new Life(rulebook([{ ...low, warnsOfArrears: true }]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-02 10:00', 'balance.reported', { balanceMicroYuan: yuan(9) })
    life.until('2026-11-02 10:00')
    life.outcome('2026-11-02 10:01', 'failed')
    life.until('2026-11-02 10:01')
    life.outcome('2026-11-02 10:02', 'failed')
    expect(life.account.hot.warnedAt).toBeNull()
    ask(life, '2026-11-02 11:00')
    life.until('2026-11-02 11:00')
    life.outcome('2026-11-02 11:01', 'delivered')
    expect(life.account.hot.warnedAt).toBe(at('2026-11-02 11:01'))
  })
})
