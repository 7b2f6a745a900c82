/** Touchpoint 8 for those who pay afterwards: the bill, two days of dunning, and the minimum spend. */
import { describe, expect, it } from 'vitest'
import type { FactOf } from '../../src/core/event/facts.ts'
import type { Rulebook } from '../../src/core/rule/rule.ts'
import { yuan } from '../../src/core/units.ts'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { realRulebook } from './real-rulebook.ts'
import { Story } from './story.ts'

const gotone = { brand: 'gotone', planId: 'gotone-88', payMode: 'postpaid' } as const
const easyown = { brand: 'easyown', planId: 'easyown-18', payMode: 'postpaid' } as const

function customer(profile: Partial<Profile>): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2012-03-20 09:00', '2010-11-01')
  return { story, he }
}

/** March, to be paid by the end of April. */
function billed(he: Customer, part: Partial<FactOf<'bill.issued'>> = {}): Customer {
  const march = { month: '2012-03', amountMicroYuan: yuan(86.5), payBy: '2012-04-30', payer: 'self' } as const
  return he.tell('2012-04-03 08:00', 'bill.issued', { ...march, ...part })
}

/** Day, channel and rule, without the minute that spreading gives. */
const days = (he: Customer): readonly string[] => he.inbox.map(line => line.replace(/ \d\d:\d\d(:\d\d)?/, ''))

describe('March, unpaid', () => {
  it('TX-41 TP9-07 TP9-08 BT-06 NF-28 CO-48: GoTone: bill, call and text on the 25th and 26th, calls paused on 1 May, stopped on the 6th', () => {
    // Given a GoTone customer with a bill of 86.50 for March, payable in April, when he does not pay,
    const { story, he } = customer(gotone)
    billed(he)
    he.is('2012-05-01 00:05', 'restricted', 'arrears').is('2012-05-06 00:05', 'suspended', 'arrears')
    story.until('2012-05-07 12:00')
    // then each day of the calendar speaks once, and he had been warned in time.
    expect(days(he)).toEqual([
      '04-03 sms bill-due',
      '04-25 voice dun-call-25',
      '04-25 sms dun-text-25',
      '04-26 voice dun-call-26',
      '04-26 sms dun-text-26',
      '05-01 sms bill-restricted',
      '05-06 sms bill-suspended',
    ])
    expect(he.chronicle.alarms).toEqual([])
    tells(he.got('bill-due'), ['3月账单86.50元', '4月30日', '11到10086'])
    tells(he.got('dun-call-25'), ['86.50元', '4月30日', '免费短信'])
    tells(he.got('dun-text-25'), ['86.50元', '4月30日', '不能拨打'], ['停机'])
    tells(he.got('bill-restricted'), ['仍可接听', '3月账单86.50元'])
    tells(he.got('bill-suspended'), ['停机', '86.50元'])
  })

  it('TX-41 TP9-08: Easyown stops on 1 May, and had been told that it would', () => {
    const { story, he } = customer({ ...easyown, language: 'en' })
    billed(he)
    he.is('2012-05-01 00:05', 'suspended', 'arrears')
    story.until('2012-05-07 12:00')
    expect(days(he).slice(-2)).toEqual(['04-26 sms dun-text-26', '05-01 sms bill-suspended'])
    tells(he.got('dun-text-26'), ['CNY 86.50', '30 Apr', 'service stops'])
    tells(he.got('bill-suspended'), ['March', 'CNY 86.50', 'no calls in or out'])
  })

  it('TP8-09 NF-28: the text waits for the end of the call that announces it', () => {
    const { story, he } = customer(gotone)
    billed(he)
    story.until('2012-04-25 20:00')
    const [call, text] = he.inbox.slice(1)
    expect(call).toMatch(/^04-25 08:\d\d(:\d\d)? voice dun-call-25$/)
    expect(text! > call!).toBe(true)
  })

  it('TP8-11 TP8-13 NF-16: he heard neither: the restriction is flagged', () => {
    const { story, he } = customer(gotone)
    he.handset.answers.sms = 'failed'
    he.handset.answers.voice = 'failed'
    billed(he).is('2012-05-01 00:05', 'restricted', 'arrears')
    story.until('2012-05-01 12:00')
    expect(he.chronicle.alarms.map(({ kind }) => kind)).toEqual(['restricted-unwarned'])
  })
})

describe('March, paid', () => {
  it('TP9-07: on the 20th: no dunning', () => {
    const { story, he } = customer(gotone)
    billed(he).tell('2012-04-20 10:00', 'bill.settled', { month: '2012-03' })
    story.until('2012-05-07 12:00')
    expect(days(he)).toEqual(['04-03 sms bill-due'])
  })

  it('TP9-07: between the two days: the second is not needed', () => {
    const { story, he } = customer(gotone)
    billed(he).tell('2012-04-25 15:00', 'bill.settled', { month: '2012-03' })
    story.until('2012-05-07 12:00')
    expect(days(he).at(-1)).toBe('04-25 sms dun-text-25')
  })

  it('BT-06 SY-17 NF-17: paid ahead, the bill is told as a courtesy, which can be switched off', () => {
    const { story, he } = customer({ brand: 'easyown', planId: 'easyown-18' })
    const march = { month: '2012-03', amountMicroYuan: yuan(31.2), payer: 'self' } as const
    he.tell('2012-04-03 08:00', 'bill.issued', march)
    he.wishes('2012-04-20 10:00', { unsubscribe: ['bill'] })
    he.tell('2012-05-03 08:00', 'bill.issued', { ...march, month: '2012-04' })
    story.until('2012-05-07 12:00')
    expect(days(he)).toEqual(['04-03 sms bill-paid'])
    tells(he.got('bill-paid'), ['31.20元', 'KTZD'])
  })
})

it('TP8-05: paid by a company that has not: the customer is sent to its staff, once', () => {
  const { story, he } = customer(gotone)
  billed(he, { payer: 'company' })
  story.until('2012-04-28 12:00')
  expect(days(he)).toEqual(['04-03 sms bill-company', '04-25 sms dun-company'])
  tells(he.got('dun-company'), ['单位', '3月', '86.50元', '经办人'])
})

describe('a minimum spend', () => {
  const due = { month: '2012-03', minimumMicroYuan: yuan(58), amountMicroYuan: yuan(12.4) } as const
  it.each([
    [3.1, ['04-03 sms minimum-spend']],
    [12.4, []],
  ] as const)('TP8-04 TP8-12: 12.40 to be collected from %d yuan: %o', (left, inbox) => {
    const { story, he } = customer({ brand: 'gotone', planId: 'gotone-58' })
    he.tell('2012-04-03 10:00', 'minimum-spend.due', { ...due, balanceMicroYuan: yuan(left) })
    story.until('2012-04-03 12:00')
    expect(days(he)).toEqual(inbox)
    if (inbox.length > 0) tells(he.got('minimum-spend'), ['58.00元', '12.40元', '3.10元', '11到10086'])
  })
})

describe('rules on unpaid bills, published while March is unpaid', () => {
  /** A rulebook that knows nothing of unpaid bills yet. */
  const before: Rulebook = {
    ...realRulebook,
    version: 'before',
    byTrigger: new Map([...realRulebook.byTrigger, ['bill.issued', []]]),
  }

  /** Billed under the old version, then the shipped one is published; 04-25 and 04-26 are the days of dunning. */
  function met(publishedAt: string, part: Partial<FactOf<'bill.issued'>> = {}) {
    const story = new Story()
    const now = story.surroundings
    story.surroundings = { ...now, rulebook: before, versions: new Map([['before', before]]) }
    const he = story.customer('he', gotone).isLoaded('2012-03-20 09:00', '2010-11-01')
    billed(he, part)
    story.until(publishedAt)
    story.surroundings = now
    return { story, he, publish: () => he.tell(publishedAt, 'rulebook.published', { version: 'next' }) }
  }

  it('TP9-07 NF-28: before the days of dunning: dunned as if the rules had always been there; the bill itself is not told again', () => {
    const { story, he, publish } = met('2012-04-20 10:00')
    publish()
    story.until('2012-04-30 12:00')
    expect(days(he)).toEqual([
      '04-25 voice dun-call-25',
      '04-25 sms dun-text-25',
      '04-26 voice dun-call-26',
      '04-26 sms dun-text-26',
    ])
  })

  it('TP9-07: between them: what is past is withheld as published-late, the rest is said', () => {
    const { story, he, publish } = met('2012-04-25 12:00')
    publish()
    story.until('2012-04-30 12:00')
    expect(days(he)).toEqual(['04-26 voice dun-call-26', '04-26 sms dun-text-26'])
    expect(he.fates.toSorted()).toEqual([
      'dun-call-25: published-late',
      'dun-call-26: delivered',
      'dun-text-25: published-late',
      'dun-text-26: delivered',
    ])
  })

  it('TP8-05: it knows who pays: a company’s bill sends the customer to its staff', () => {
    const { story, he, publish } = met('2012-04-20 10:00', { payer: 'company' })
    publish()
    story.until('2012-04-30 12:00')
    expect(days(he)).toEqual(['04-25 sms dun-company'])
  })

  it('TP9-07: paid before, or published a second time: nothing, or nothing more', () => {
    const paid = met('2012-04-20 10:00')
    paid.he.tell('2012-04-20 10:00', 'bill.settled', { month: '2012-03' })
    paid.publish()
    paid.story.until('2012-04-30 12:00')
    expect(paid.he.inbox).toEqual([])
    const twice = met('2012-04-20 10:00')
    twice.publish()
    twice.he.tell('2012-04-26 20:00', 'rulebook.published', { version: 'next' })
    twice.story.until('2012-04-30 12:00')
    expect(days(twice.he)).toHaveLength(4)
    expect(twice.he.fates.filter(fate => !fate.endsWith('delivered'))).toEqual([])
  })

  it('TP8-05: a bill from before its payer was kept: nobody is dunned on a guess', () => {
    const { story, he, publish } = met('2012-04-20 10:00')
    const { account } = he.chronicle
    const bill = { ...account.hot.bill!, payer: null, issuedAt: 0 }
    he.chronicle.account = { ...account, hot: { ...account.hot, bill } }
    publish()
    story.until('2012-04-30 12:00')
    expect(he.inbox).toEqual([])
  })
})
