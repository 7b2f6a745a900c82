/** Touchpoint 4: offers end. */
import { describe, expect, it } from 'vitest'
import type { FactOf } from '../../src/core/event/facts.ts'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

function customer(profile: Partial<Profile> = {}): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2012-01-02 09:00')
  return { story, he }
}

type End = Partial<Pick<FactOf<'promotion.confirmed'>, 'lastDay' | 'lastMonth'>>

interface Offer extends End {
  readonly promotionId: string
}

const takes = (he: Customer, offer: Offer, when = '2012-01-05 10:00'): Customer =>
  he.tell(when, 'promotion.confirmed', { startsOn: when.slice(0, 10), ...offer })

/** What was said of ends, without seconds. */
const later = (he: Customer): readonly string[] =>
  he.inbox.filter(line => line.includes(' expiry-')).map(line => line.replace(/^(.{11}):\d\d /, '$1 '))

describe('one month before', () => {
  const rows: readonly (readonly [
    id: string,
    end: End,
    day: string,
    rule: string,
    facts: readonly string[],
  ])[] = [
    [
      'changting-half-year',
      { lastDay: '2012-11-30' },
      '10-30',
      'expiry-plan-fee',
      ['11月30日', '18.00元', 'CXYH'],
    ],
    [
      'weather-1',
      { lastDay: '2012-11-30' },
      '10-30',
      'expiry-service',
      ['11月30日', '3.00元', '1.00元', '2120'],
    ],
    ['newspaper-year', { lastDay: '2012-12-31' }, '11-30', 'expiry-service', ['12月31日', '5.00元', '3440']],
    ['prepay-30', { lastDay: '2013-03-30' }, '02-28', 'expiry-gift', ['3月30日', 'CXYH']],
    ['return-thanks', { lastDay: '2012-12-20' }, '11-20', 'expiry-gift', ['12月20日']],
    [
      'contract-i9108',
      { lastMonth: '2012-12' },
      '11-01',
      'expiry-contract',
      ['12月到期', '158.00元', '最低消费'],
    ],
    ['contract-i9108', { lastDay: '2012-12-09' }, '11-09', 'expiry-contract-day', ['12月9日', '158.00元']],
  ]
  it.each(rows)('TP4-01 TP4-04 TP4-05 TP4-07 TP4-08 CO-14: %s, ending %o: on %s', (...row) => {
    const [id, end, day, rule, facts] = row
    const { story, he } = customer()
    takes(he, { promotionId: id, ...end })
    story.until('2013-04-30 12:00')
    expect(later(he)).toEqual([expect.stringMatching(new RegExp(`^${day} 08:\\d\\d sms ${rule}$`))])
    tells(he.got(rule), facts)
  })

  it('TP4-02 NF-23: in English: the date and the price afterwards', () => {
    const { story, he } = customer({ language: 'en' })
    takes(he, { promotionId: 'changting-half-year', lastDay: '2012-11-30' })
    story.until('2012-11-30 12:00')
    tells(he.got('expiry-plan-fee'), ['30 Nov', 'after that', 'CNY 18.00 a month', 'text CXYH to 10086'])
  })

  it('TP4-10 NF-14: forty contracts that end together are told after eight, spread', () => {
    const story = new Story()
    const all = Array.from({ length: 40 }, (_, n) => story.customer(`c-${n}`).isLoaded('2012-01-02 09:00'))
    for (const one of all) takes(one, { promotionId: 'contract-i9108', lastMonth: '2012-12' })
    story.until('2012-11-01 12:00')
    const minutes = new Set(all.map(one => later(one)[0]?.slice(0, 11)))
    expect([...minutes].every(minute => minute?.startsWith('11-01 08'))).toBe(true)
    expect(minutes.size).toBeGreaterThan(20)
  })
})

describe('what changes meanwhile', () => {
  it('TP4-08: prolonged: told before the new day, not before the old', () => {
    const { story, he } = customer()
    takes(he, { promotionId: 'weather-1', lastDay: '2012-06-30' })
    takes(he, { promotionId: 'weather-1', lastDay: '2012-12-31' }, '2012-04-01 10:00')
    story.until('2013-01-31 12:00')
    expect(later(he)).toEqual([expect.stringMatching(/^11-30 08/)])
  })

  it('TP4-08: left before: nothing more is said', () => {
    const { story, he } = customer()
    takes(he, { promotionId: 'weather-1', lastDay: '2012-06-30' })
    he.tell('2012-05-01 10:00', 'promotion.ended', { promotionId: 'weather-1' })
    story.until('2012-07-31 12:00')
    expect(later(he)).toEqual([])
  })

  it('TP4-12 CO-14: two offers of one kind and line are each told of', () => {
    const { story, he } = customer()
    takes(he, { promotionId: 'weather-1', lastDay: '2012-06-30' })
    takes(he, { promotionId: 'newspaper-year', lastDay: '2012-07-31' })
    story.until('2012-08-31 12:00')
    expect(later(he)).toHaveLength(2)
  })

  it('TP4-07: learnt of three weeks before its end: said at once; after its end: not at all', () => {
    const { story, he } = customer()
    takes(he, { promotionId: 'weather-1', lastDay: '2012-11-30' }, '2012-11-09 10:00')
    takes(he, { promotionId: 'newspaper-year', lastDay: '2012-11-01' }, '2012-11-09 11:00')
    story.until('2012-12-31 12:00')
    expect(later(he)).toEqual(['11-09 10:00 sms expiry-service'])
    expect(he.fates).toContain('expiry-service: too-late')
  })

  it('TP4-12: a rulebook published later meets the offers that are there', () => {
    const { story, he } = customer()
    takes(he, { promotionId: 'weather-1', lastDay: '2012-11-30' })
    he.chronicle.agenda.clear()
    he.tell('2012-08-01 10:00', 'rulebook.published', { version: 'next' })
    story.until('2012-12-31 12:00')
    expect(later(he)).toEqual([expect.stringMatching(/^10-30 08/)])
  })
})
