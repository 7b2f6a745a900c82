import { describe, expect, it } from 'vitest'
import type { Block } from '../account/account.ts'
import { at, Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'
import type { Rule } from '../rule/rule.ts'

const news = rule({ id: 'news', on: 'points.changed', touchpoint: 'points' })
const points = { change: 'earned', points: 10, balance: 20 } as never

function blocking(part: Partial<Rule> = {}, what: Partial<Block> = {}): Life {
  const life = new Life(rulebook([{ ...news, ...part }]))
  life.opened('2026-11-01 09:00')
  const { kind = 'touchpoint', value = 'points', until = at('2026-11-10 00:00') } = what
  const body = { block: '7', kind, value, until, askedBy: 'wang', by: 'li' }
  life.fact('2026-11-02 10:00', 'reminders.blocked', body)
  return life
}

describe('NF-12: what staff have blocked', () => {
  it('is withheld, saying who asked, who approved and until when; then it ends by itself', () => {
    const life = blocking()
    life.fact('2026-11-03 10:00', 'points.changed', points)
    life.fact('2026-11-10 00:00', 'points.changed', points)
    expect(life.story).toEqual(['news: blocked', 'news: planned'])
    const [row] = life.rows.values()
    expect(row!.steps).toEqual([
      'blocked: touchpoint points is blocked until 2026-11-09T16:00:00.000Z: asked for by wang, approved by li',
    ])
  })

  it('one rule alone; others of its touchpoint go on', () => {
    const life = blocking({}, { kind: 'rule', value: 'other' })
    life.fact('2026-11-03 10:00', 'points.changed', points)
    expect(life.story).toEqual(['news: planned'])
  })

  it('lifted before its time, it goes on', () => {
    const life = blocking()
    life.fact('2026-11-03 09:00', 'reminders.unblocked', { block: '7', by: 'li' })
    life.fact('2026-11-03 10:00', 'points.changed', points)
    expect(life.story).toEqual(['news: planned'])
    expect(life.account.cold.blocks).toEqual([])
  })

  it('what had been planned before is withheld when it would leave', () => {
    const life = new Life(rulebook([news]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-01 22:00', 'points.changed', points)
    const until = at('2026-11-10 00:00')
    const body = { block: '7', kind: 'rule' as const, value: 'news', until, askedBy: 'wang', by: 'li' }
    life.fact('2026-11-01 23:00', 'reminders.blocked', body)
    life.until('2026-11-02 12:00')
    expect(life.story).toEqual(['news: blocked'])
  })

  it('another line of the account is not meant', () => {
    const life = blocking()
    const { cold } = life.account
    life.account = { ...life.account, cold: { ...cold, blocks: [{ ...cold.blocks[0]!, line: 'L2' }] } }
    life.fact('2026-11-03 10:00', 'points.changed', points)
    expect(life.story).toEqual(['news: planned'])
  })

  it.each<[string, Partial<Rule>]>([
    ['a code', { class: 'code' }],
    ['G6: a warning before a restriction', { warnsOfArrears: true }],
    ['what the rulebook marks', { mandatory: true }],
  ])('%s goes through whatever was approved', (_, part) => {
    const life = blocking(part)
    life.fact('2026-11-03 10:00', 'points.changed', points)
    expect(life.story).toEqual(['news: planned'])
  })

  it.each<Rule['on']>(['standing.changed', 'query.performed'])('so does what starts from %s', on => {
    const life = blocking({ on })
    life.fact('2026-11-03 10:00', 'standing.reported', { standing: 'suspended', reason: 'arrears' })
    life.fact('2026-11-03 10:01', 'query.performed', {
      kind: 'name',
      channel: 'web',
      verifiedBy: 'id-document',
    })
    expect(life.story).toEqual(['news: planned'])
  })

  it('those that have ended are forgotten with the next one', () => {
    const life = blocking()
    const later = { block: '8', kind: 'rule' as const, value: 'x', until: at('2026-12-01 00:00') }
    life.fact('2026-11-11 10:00', 'reminders.blocked', { ...later, askedBy: 'wang', by: 'li' })
    expect(life.account.cold.blocks.map(({ id }) => id)).toEqual(['8'])
  })
})
