/** Touchpoint 5: money that comes back. */
import { describe, expect, it } from 'vitest'
import type { FactOf } from '../../src/core/event/facts.ts'
import { yuan } from '../../src/core/units.ts'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

function customer(profile: Partial<Profile> = {}): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2012-11-01 09:00')
  return { story, he }
}

const agreed = {
  promotionId: 'return-thanks',
  startsOn: '2012-12-01',
  monthlyReturnMicroYuan: yuan(10),
  months: 12,
}

function isCredited(he: Customer, when: string, part: Partial<FactOf<'promotion.credited'>> = {}): Customer {
  const body = { promotionId: 'return-thanks', how: 'return', amountMicroYuan: yuan(10) } as const
  return he.tell(when, 'promotion.credited', { ...body, balanceMicroYuan: yuan(42.5), ...part })
}

describe('agreed', () => {
  const rows = [
    [0, [7, 8]],
    [3, [13, 14]],
    [9, [25, 26]],
  ] as const
  it.each(rows)(
    'TX-39 TP5-03 TP5-07 TP5-10 CO-16: a number ending in %d: one of the days %o, and which first',
    (lastDigit, days) => {
      const { story, he } = customer()
      he.tell('2012-11-05 10:00', 'promotion.confirmed', { ...agreed, lastDigit })
      story.until('2012-11-05 20:00')
      const { text } = he.got('promotion-confirmed-return')
      const day = Number(/每月(\d+)日到账/.exec(text)?.[1])
      expect(days).toContain(day)
      tells(he.got('promotion-confirmed-return'), ['10.00元', '12个月', `第一次在12月${day}日`])
    },
  )

  it('TP5-10 CO-16: BOSS names the day: that is told when it is agreed, in effect, and booked, whatever the digit says', () => {
    const { story, he } = customer()
    const word = { ...agreed, lastDigit: 3 }
    he.tell('2012-11-05 10:00', 'promotion.confirmed', { ...word, returnDay: 20 })
    he.tell('2012-12-01 00:10', 'promotion.started', word)
    isCredited(he, '2012-12-20 00:05', { monthsLeft: 11, lastDigit: 3 })
    isCredited(he, '2013-01-20 00:05', { monthsLeft: 10, lastDigit: 3, returnDay: 22 })
    story.until('2013-01-21 12:00')
    tells(he.got('promotion-confirmed-return'), ['每月20日到账', '第一次在12月20日'])
    tells(he.got('promotion-started-return'), ['每月20日到账'])
    const credits = he.chronicle.messages.filter(({ rule }) => rule === 'return-credited')
    expect(credits.map(({ text }) => /下次(?:2013年)?(\d+月\d+日)/.exec(text)?.[1])).toEqual([
      '1月20日',
      '2月22日',
    ])
  })

  it('TP4-20 TP5-17 TP5-18: in effect a month later: the rule and the concrete day once more', () => {
    const { story, he } = customer({ language: 'en' })
    he.tell('2012-11-05 10:00', 'promotion.confirmed', { ...agreed, lastDigit: 3 })
    he.tell('2012-12-01 00:10', 'promotion.started', { ...agreed, lastDigit: 3 })
    story.until('2012-12-01 20:00')
    expect(he.inbox).toEqual([
      '11-05 10:00 sms promotion-confirmed-return',
      expect.stringMatching(/^12-01 08:\d\d(:\d\d)? sms promotion-started-return$/),
    ])
    tells(he.got('promotion-started-return'), ['1 Dec', 'CNY 10.00', '12 months', 'of each month'])
  })

  it('TP4-20 NF-05: taken up and in effect the same day: one message', () => {
    const { story, he } = customer()
    const gift = { promotionId: 'prepay-30', startsOn: '2012-11-05', lastDay: '2013-11-04' }
    he.tell('2012-11-05 10:00', 'promotion.confirmed', gift).tell(
      '2012-11-05 10:05',
      'promotion.started',
      gift,
    )
    story.until('2012-11-06 20:00')
    expect(he.inbox).toEqual(['11-05 10:00 sms promotion-confirmed'])
    tells(he.got('promotion-confirmed'), ['预缴30元得60元', '2013年11月4日'])
  })
})

describe('credited', () => {
  it('TP5-04 TP5-08 TP5-13 CO-15 NF-14: booked at midnight for sixty, told after eight, spread', () => {
    const story = new Story()
    const all = Array.from({ length: 60 }, (_, n) => story.customer(`r-${n}`).isLoaded('2012-11-01 09:00'))
    for (const one of all) isCredited(one, '2012-11-13 00:00', { monthsLeft: 11 })
    story.until('2012-11-13 12:00')
    const times = all.flatMap(one => one.inbox.map(line => line.slice(0, 11)))
    expect(times).toHaveLength(60)
    expect(times.every(time => time.startsWith('11-13 08'))).toBe(true)
    expect(new Set(times).size).toBeGreaterThan(25)
  })

  const rows: readonly (readonly [Partial<FactOf<'promotion.credited'>>, string, readonly string[]])[] = [
    [{ monthsLeft: 11, lastDigit: 3 }, 'return-credited', ['10.00元', '42.50元', '还有11个月', '下次12月1']],
    [{ monthsLeft: 0, lastDigit: 3 }, 'return-credited', ['10.00元', '这是最后一个月']],
    [{ how: 'recharge', monthsLeft: 5 }, 'return-recharge', ['充值10.00元已到账', '42.50元', '还有5个月']],
    [{ how: 'gift' }, 'gift-credited', ['赠送话费10.00元', '42.50元', '11到10086']],
  ]
  it.each(rows)('TP5-01 TP5-02 TP5-05 TP5-06 TP5-09 TP5-12 CO-17: %o: %s', (part, rule, facts) => {
    const { story, he } = customer()
    isCredited(he, '2012-11-13 10:00', part)
    story.until('2012-11-13 12:00')
    expect(he.inbox).toEqual([`11-13 10:00 sms ${rule}`])
    tells(he.got(rule), facts, ['还有0个月'])
  })

  it('NF-15: the same credit told again by another event is not told again to the customer', () => {
    const { story, he } = customer()
    isCredited(he, '2012-11-13 10:00', { monthsLeft: 11 })
    isCredited(he, '2012-11-13 10:01', { monthsLeft: 11 })
    isCredited(he, '2012-12-13 10:00', { monthsLeft: 10 })
    story.until('2012-12-13 12:00')
    expect(he.inbox).toEqual(['11-13 10:00 sms return-credited', '12-13 10:00 sms return-credited'])
  })
})
