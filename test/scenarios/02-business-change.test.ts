/** Touchpoint 2: another plan, another payer, family and company nets, another owner. */
import { describe, expect, it } from 'vitest'
import type { FactOf } from '../../src/core/event/facts.ts'
import { yuan } from '../../src/core/units.ts'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

const gotone = { brand: 'gotone', planId: 'gotone-58' } as const

function customer(profile: Partial<Profile> = gotone): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2015-09-01 09:00')
  return { story, he }
}

describe('a change of plan', () => {
  it('TP2-01 TP2-20 TP2-21 TP2-24 BT-03: ordered: the day, before and after side by side, and the way to undo it', () => {
    const { story, he } = customer()
    he.tell('2015-09-20 10:00', 'plan.change-ordered', { planId: 'gotone-88', startsOn: '2015-10-01' })
    story.until('2015-09-20 20:00')
    expect(he.inbox).toEqual(['09-20 10:00 sms plan-change-ordered'])
    const facts = [
      '10月1日',
      '商旅88',
      '58.00元',
      '88.00元',
      '500MB',
      '1GB',
      '150分钟',
      '350分钟',
      '回复QXTC',
    ]
    tells(he.got('plan-change-ordered'), facts)
  })

  it('TP2-24: what stays the same is told as such, not as a change', () => {
    const said = (language: 'zh-CN' | 'en'): string => {
      const { story, he } = customer({ brand: 'm-zone', planId: 'm-zone-28', language })
      he.tell('2015-09-20 10:00', 'plan.change-ordered', { planId: 'm-zone-20', startsOn: '2015-10-01' })
      story.until('2015-09-20 20:00')
      return he.got('plan-change-ordered').text
    }
    expect(said('zh-CN')).toMatch(/上网由500MB变为200MB，拨打仍为60分钟。/)
    expect(said('en')).toMatch(/data from 500MB to 200MB, calls still 60 minutes\./)
  })

  it('TP2-02 TP2-23 TP2-25 BT-03: in force at midnight: told in the morning with the price of what is beyond; the day after, how to ask', () => {
    const { story, he } = customer({ ...gotone, language: 'en' })
    he.tell('2015-09-20 10:00', 'plan.change-ordered', { planId: 'gotone-88', startsOn: '2015-10-01' })
    he.tell('2015-10-01 00:00', 'plan.changed', { planId: 'gotone-88' })
    story.until('2015-10-03 20:00')
    expect(he.inbox.map(line => line.replace(/:\d\d(:\d\d)? /, ' '))).toEqual([
      '09-20 10 sms plan-change-ordered',
      '10-01 08 sms plan-changed',
      '10-02 10 sms plan-how-to',
    ])
    const facts = ['Business 88', 'CNY 88.00', '1GB', '350 minutes', 'CNY 0.29 per MB']
    tells(he.got('plan-changed'), facts)
    tells(he.got('plan-how-to'), ['1561', '11', 'CXJG', '1581'])
  })

  it('TP2-02: the profile was changed first: still told, once', () => {
    const { story, he } = customer()
    he.changes('2015-10-01 09:00', { planId: 'gotone-88' })
    he.tell('2015-10-01 09:01', 'plan.changed', { planId: 'gotone-88', fromPlanId: 'gotone-58' })
    story.until('2015-10-01 20:00')
    expect(he.inbox).toEqual(['10-01 09:01 sms plan-changed'])
  })

  it('TP2-20 SI-23: taken back', () => {
    const { story, he } = customer()
    he.tell('2015-09-20 10:00', 'plan.change-ordered', { planId: 'gotone-88', startsOn: '2015-10-01' })
    he.tell('2015-09-21 10:00', 'plan.change-cancelled', { planId: 'gotone-88' })
    story.until('2015-10-05 20:00')
    expect(he.inbox.at(-1)).toBe('09-21 10:00 sms plan-change-cancelled')
    tells(he.got('plan-change-cancelled'), ['商旅88', '继续使用商旅58'])
  })
})

describe('unified payment', () => {
  const masked = { headMasked: '138****1234', memberMasked: '139****5678' }

  it('TP2-03 TP2-26: opened: what it is for, and how to ask for the balance', () => {
    const { story, he } = customer()
    he.tell('2015-09-05 10:00', 'payment-group.opened', {})
    story.until('2015-09-05 20:00')
    tells(he.got('pay-head-open'), ['家人', '11到10086'])
  })

  it('TP2-04 TP2-05 TP2-06 TP2-07 CO-54: joining and leaving are told to both sides, each by its own account', () => {
    const story = new Story()
    const [head, son] = ['head', 'son'].map(name => story.customer(name, gotone).isLoaded('2015-09-01 09:00'))
    son!.tell('2015-09-05 10:00', 'payment-group.joined', { headAccount: 'head', ...masked })
    son!.tell('2015-09-20 10:00', 'payment-group.left', masked)
    story.until('2015-09-20 20:00')
    expect(head!.inbox).toEqual(['09-05 10:00 sms pay-joined-head', '09-20 10:00 sms pay-left-head'])
    expect(son!.inbox).toEqual(['09-05 10:00 sms pay-joined-member', '09-20 10:00 sms pay-left-member'])
    tells(head!.got('pay-joined-head'), ['139****5678', '1位成员', '今晚转入'], ['138'])
    tells(son!.got('pay-joined-member'), ['138****1234', '余额转入'], ['139'])
    tells(head!.got('pay-left-head'), ['139****5678'])
    tells(son!.got('pay-left-member'), ['138****1234', '充值'])
  })
})

describe('a family net', () => {
  const rows = [
    ['2014-10-05', 11, 'family-new-12', ['11个月', '满12个月', '300分钟']],
    ['2014-09-05', 12, 'family-new-36', ['12个月', '满36个月', '500分钟']],
    ['2012-10-05', 35, 'family-new-36', ['35个月', '满36个月', '500分钟']],
    ['2012-09-05', 36, 'family-new', ['200分钟']],
  ] as const
  it.each(rows)('TX-40 TP2-10 TP2-11 TP2-12 TP2-27 CO-19 CO-20: a head since %s, %d months: %s', (...row) => {
    const [joinedOn, , rule, facts] = row
    const story = new Story()
    const head = story.customer('head', gotone).isLoaded('2015-09-01 09:00', joinedOn)
    head.tell('2015-09-05 10:00', 'family-net.created', { shortNumber: '661', minutes: 200 })
    story.until('2015-09-05 20:00')
    expect(head.inbox.filter(line => line.includes('family'))).toEqual([`09-05 10:00 sms ${rule}`])
    const not = rule === 'family-new' ? ['满'] : []
    tells(head.got(rule), ['短号661', '200分钟', '2509', '2502#', ...facts], not)
  })

  interface Family {
    readonly story: Story
    readonly head: Customer
    readonly wife: Customer
    readonly son: Customer
    readonly aunt: Customer
  }

  function family(): Family {
    const story = new Story()
    const one = (name: string): Customer => story.customer(name, gotone).isLoaded('2015-09-01 09:00')
    const [head, wife, son, aunt] = [one('head'), one('wife'), one('son'), one('aunt')]
    for (const [n, member] of [wife, son, aunt].entries()) {
      const net = { headAccount: 'head', headMasked: '138****1234', shortNumber: `66${n + 2}`, minutes: 300 }
      member.tell('2015-09-02 10:00', 'family-net.joined', net)
    }
    return { story, head, wife, son, aunt }
  }

  function leaves(one: Customer, when: FactOf<'family-net.left'>['when'], lastDay: string): void {
    const masked = { headMasked: '138****1234', memberMasked: '139****5678', shortNumber: '663' }
    one.tell('2015-09-15 10:00', 'family-net.left', { when, lastDay, ...masked })
  }

  it('TP2-13: a member learns its head, short number and minutes', () => {
    const { story, wife } = family()
    story.until('2015-09-02 20:00')
    tells(wife.got('family-joined'), ['138****1234', '662', '300分钟', '2509'])
  })

  it('TP2-14 TP2-15 TP2-16 TP2-19: removed at once: three audiences, three texts, all at once', () => {
    const { story, head, wife, son, aunt } = family()
    leaves(son, 'now', '2015-09-15')
    story.until('2015-09-16 20:00')
    expect(son.inbox.at(-1)).toBe('09-15 10:00 sms family-left-now-leaver')
    expect(head.inbox).toEqual(['09-15 10:00 sms family-left-now-head'])
    for (const other of [wife, aunt])
      expect(other.inbox.at(-1)).toBe('09-15 10:00 sms family-left-now-others')
    tells(son.got('family-left-now-leaver'), ['138****1234', '今天', '9月15日'])
    tells(head.got('family-left-now-head'), ['139****5678', '663', '告知其他成员'])
    tells(wife.got('family-left-now-others'), ['139****5678', '663', '138****1234'])
  })

  it('TP2-17 TP2-18 TP2-19: removed from the next cycle: the same three, with the last day', () => {
    const { story, head, wife, son, aunt } = family()
    leaves(son, 'next-cycle', '2015-09-30')
    leaves(aunt, 'next-cycle', '2015-09-30')
    story.until('2015-09-16 20:00')
    tells(son.got('family-left-next-leaver'), ['9月30日', '138****1234'])
    tells(head.got('family-left-next-head'), ['9月30日', '告知其他成员'])
    tells(wife.got('family-left-next-others'), ['9月30日', '138****1234'])
    expect(head.inbox).toHaveLength(2)
    expect(wife.inbox.filter(line => line.includes('others'))).toHaveLength(2)
    expect(son.inbox.filter(line => line.includes('others'))).toEqual([])
  })
})

describe('company nets, owners, accounts', () => {
  it('TP2-08 TP2-09 TP2-28 CO-50: a company net: name, short number, fee, minutes, how to ask and to leave', () => {
    const { story, he } = customer({ ...gotone, language: 'en' })
    const net = { netName: 'Haifeng Fishery', shortNumber: '66123', startsOn: '2015-09-05', minutes: 300 }
    he.tell('2015-09-05 10:00', 'virtual-net.joined', { ...net, monthlyFeeMicroYuan: yuan(5) })
    he.tell('2015-09-20 10:00', 'virtual-net.left', { netName: 'Haifeng Fishery', lastDay: '2015-09-30' })
    story.until('2015-09-20 20:00')
    const facts = ['Haifeng Fishery', '66123', 'CNY 5.00', '300 minutes', '1581', 'QXDH']
    tells(he.got('company-net-joined'), facts)
    tells(he.got('company-net-left'), ['Haifeng Fishery', '30 Sep'])
  })

  it('TP2-35 PW-24: a transfer: the new owner sets a password of his own, the former is told that he pays no more', () => {
    const story = new Story()
    const [former, owner] = ['former', 'owner'].map(name => story.customer(name).isLoaded('2015-09-01 09:00'))
    former!.tell('2015-09-05 10:00', 'ownership.transferred', { side: 'former', startsOn: '2015-09-05' })
    owner!.tell('2015-09-05 10:00', 'ownership.transferred', { side: 'new', startsOn: '2015-09-05' })
    story.until('2015-09-05 20:00')
    tells(owner!.got('owner-new'), ['9月5日', '服务密码', 'CXMM', '原机主'])
    tells(former!.got('owner-former'), ['9月5日', '不再由您付费'])
  })

  it.each([
    ['payer', '另一账户'],
    ['pay-mode', '付费方式'],
    ['bank-debit', '银行代扣'],
    ['address', '新地址'],
  ] as const)('TP2-35: account change, %s: %s, from when, and what if it was not him', (what, words) => {
    const { story, he } = customer()
    he.tell('2015-09-05 10:00', 'account.changed', { what, startsOn: '2015-10-01' })
    story.until('2015-09-05 20:00')
    tells(he.got('account-changed'), [words, '10月1日', '10086'])
  })
})
