/** Touchpoint 3: services ordered, tried, used and left. */
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

type Order = Partial<FactOf<'service.ordered'>> & { readonly serviceId: string }

const orders = (he: Customer, when: string, order: Order): Customer =>
  he.tell(when, 'service.ordered', { startsOn: when.slice(0, 10), ...order })

describe('ordered', () => {
  const rows: readonly (readonly [id: string, rule: string, code: string, facts: readonly string[]])[] = [
    ['ring-back-tone', 'service-ordered-monthly', '5060', ['彩铃', '5.00元', '11月5日起收费', 'QXCL']],
    ['phone-signature', 'service-ordered-monthly', '5060', ['手机签名', '2.00元', '11月5日起', 'QXQM']],
    ['weather', 'service-ordered-free-days', '5060', ['天气预报', '前72小时免费', '3.00元', '2120']],
    ['call-assistant', 'service-ordered-at-once', '4117', ['来电助手', '3.00元', '11月5日起', 'QXZL']],
    ['mobile-tv', 'service-used-once', '0355', ['CCTV手机电视', '1.00元', '11月5日10:00']],
  ]
  it.each(rows)(
    'TP3-01 TP3-02 TP3-03 TP3-05 TP3-08 TP1-04 TP1-05 SI-21: %s: price, start, way out, and %s with its hour',
    (...row) => {
      const [id, rule, code, facts] = row
      const { story, he } = customer()
      orders(he, '2012-11-05 10:00', { serviceId: id })
      story.until('2012-11-05 20:00')
      expect(he.inbox).toEqual([`11-05 10:00 sms ${rule}`])
      tells(he.got(rule), [...facts, `1小时内回复${code}`, '72小时内'])
    },
  )

  it('SI-21 NF-23: the same in English', () => {
    const { story, he } = customer({ language: 'en' })
    orders(he, '2012-11-05 10:00', { serviceId: 'ring-back-tone' })
    story.until('2012-11-05 20:00')
    const facts = [
      'Ring-back tones',
      'CNY 5.00',
      'from 5 Nov',
      'reply QXCL',
      'Reply 5060 within 1 hour',
      '72 hours',
    ]
    tells(he.got('service-ordered-monthly'), facts)
  })

  it('TP3-01: the price that this customer really pays is told, else that the standard price may be lower', () => {
    const { story, he } = customer()
    orders(he, '2012-11-05 10:00', { serviceId: 'ring-back-tone', priceMicroYuan: yuan(2) })
    story.until('2012-11-05 10:30')
    tells(he.got('service-ordered-monthly'), ['2.00元'], ['优惠'])
    orders(he, '2012-11-06 10:00', { serviceId: 'messenger' })
    story.until('2012-11-06 10:30')
    tells(he.got('service-ordered-monthly'), ['1.00元', '按优惠收'])
  })

  it('NF-10: a service that is not in the catalogue is told to staff, not to the customer', () => {
    const { story, he } = customer()
    orders(he, '2012-11-05 10:00', { serviceId: 'unheard-of' })
    story.until('2012-11-05 20:00')
    expect(he.inbox).toEqual([])
  })

  it('TP1-06 CO-53 TP3-08: class B: warned before the free hours end, at 15:00 of the second day after', () => {
    const { story, he } = customer()
    orders(he, '2012-11-05 22:00', { serviceId: 'weather', startsOn: '2012-11-08' })
    story.until('2012-11-07 20:00')
    expect(he.inbox.at(-1)).toBe('11-07 15:00 sms service-charge-ahead')
    tells(he.got('service-charge-ahead'), ['11月8日起', '3.00元', '2120'])
  })

  it('TP1-06 TP3-04: cancelled within the free hours, there is no charge to announce', () => {
    const { story, he } = customer()
    orders(he, '2012-11-05 10:00', { serviceId: 'weather', startsOn: '2012-11-08' })
    const cancelled = { serviceId: 'weather', lastDay: '2012-11-06', by: 'customer' } as const
    he.tell('2012-11-06 09:00', 'service.cancelled', cancelled)
    story.until('2012-11-08 20:00')
    expect(he.inbox).toEqual([
      '11-05 10:00 sms service-ordered-free-days',
      '11-06 09:00 sms service-cancelled',
    ])
    tells(he.got('service-cancelled'), ['天气预报', '11月6日', '不再收费'])
  })
})

describe('confirmed first', () => {
  it('TP3-13 TP3-06 CO-18 SI-23: asked for by text at eleven at night: the question at once, the order only after the answer', () => {
    const { story, he } = customer()
    const body = { serviceId: 'ring-back-tone', startsOn: '2012-11-05' }
    he.tell('2012-11-05 23:00', 'service.requested', body)
    orders(he, '2012-11-05 23:02', { serviceId: 'ring-back-tone' })
    story.until('2012-11-06 09:30')
    expect(he.inbox[0]).toBe('11-05 23:00 sms service-confirm')
    expect(he.inbox[1]).toMatch(/^11-06 08:\d\d(:\d\d)? sms service-ordered-monthly$/)
    tells(he.got('service-confirm'), ['彩铃', '5.00元', '回复Y', '不回复就不开通'])
  })
})

describe('a trial', () => {
  it('SI-22 SI-21: it is told three days before its end, then that it ended and cost nothing', () => {
    const { story, he } = customer()
    orders(he, '2012-11-05 10:00', { serviceId: 'messenger', trialUntil: '2012-11-20' })
    const over = { serviceId: 'messenger', lastDay: '2012-11-20', by: 'trial-ended' } as const
    he.tell('2012-11-21 09:00', 'service.cancelled', over)
    story.until('2012-11-21 20:00')
    expect(he.inbox).toEqual([
      '11-05 10:00 sms service-trial',
      '11-06 10:00 sms service-how-to',
      '11-17 10:00 sms service-trial-ends',
      '11-21 09:00 sms service-trial-over',
    ])
    tells(he.got('service-trial-ends'), ['11月20日', '自动取消', '1.00元', 'CXYW'])
    tells(he.got('service-trial-over'), ['没有收费'])
  })

  it('SI-22: who orders it before its end hears of the order, and not of an end', () => {
    const { story, he } = customer()
    orders(he, '2012-11-05 10:00', { serviceId: 'messenger', trialUntil: '2012-11-20' })
    orders(he, '2012-11-10 10:00', { serviceId: 'messenger' })
    story.until('2012-11-21 20:00')
    expect(he.inbox).toEqual([
      '11-05 10:00 sms service-trial',
      '11-06 10:00 sms service-how-to',
      '11-10 10:00 sms service-ordered-monthly',
    ])
    expect(he.fates).toContain('service-trial-ends: moot')
  })
})

describe('in use', () => {
  it('TP3-09 TP3-12: how to use it, the day after, for what has something to explain', () => {
    const { story, he } = customer({ language: 'en' })
    orders(he, '2012-11-05 10:00', { serviceId: 'weather', startsOn: '2012-11-08' })
    story.until('2012-11-06 20:00')
    expect(he.inbox.at(-1)).toBe('11-06 10:00 sms service-how-to')
    tells(he.got('service-how-to'), ['How to use Weather forecast', 'every morning', 'text CXYW to 10086'])
  })

  it('TP3-17: month by month: unused, with the way out; used, how often; switched off, nothing', () => {
    const { story, he } = customer()
    orders(he, '2012-11-05 10:00', { serviceId: 'messenger' })
    const used = (when: string, month: string, times: number): void =>
      void he.tell(when, 'service.used', { serviceId: 'messenger', month, times })
    used('2012-12-03 10:00', '2012-11', 0)
    used('2013-01-03 10:00', '2012-12', 4)
    he.wishes('2013-01-20 10:00', { unsubscribe: ['service-usage'] })
    used('2013-02-03 10:00', '2013-01', 4)
    story.until('2013-02-10 10:00')
    expect(he.inbox.slice(2)).toEqual(['12-03 10:00 sms service-unused', '01-03 10:00 sms service-usage'])
    tells(he.got('service-unused'), ['11月没有用过', '1.00元', 'QXXS'])
    tells(he.got('service-usage'), ['4次'])
  })
})
