/** Touchpoint 9: overdraft, top-up and restart in order, broadband. */
import { describe, expect, it } from 'vitest'
import { yuan } from '../../src/core/units.ts'
import { clock } from './clock-words.ts'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

const gotone = { brand: 'gotone', planId: 'gotone-58' } as const

function customer(profile: Partial<Profile> = gotone): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2012-03-02 09:00', '2010-11-01')
  return { story, he }
}

describe('on overdraft', () => {
  it('TP9-03 TP9-13 TP9-14 BT-09: told what is used and what is left of it, every three days at most', () => {
    const { story, he } = customer()
    for (const [day, used] of [
      ['05', 5],
      ['06', 9],
      ['07', 14],
      ['08', 20],
      ['09', 26],
    ] as const) {
      const of50 = { usedMicroYuan: yuan(used), limitMicroYuan: yuan(50) }
      he.tell(`2012-03-${day} 10:00`, 'overdraft.used', of50)
    }
    story.until('2012-03-10 12:00')
    expect(he.inbox).toEqual(['03-05 10:00 sms overdraft', '03-08 10:00 sms overdraft'])
    tells(he.got('overdraft'), ['20.00元', '50.00元', '仍可', '不能拨打', '充值'])
  })

  it('NF-16 TP8-08: an overdraft told is a warning before the restriction', () => {
    const { story, he } = customer()
    he.tell('2012-03-05 10:00', 'overdraft.used', { usedMicroYuan: yuan(40), limitMicroYuan: yuan(50) })
    he.hasLeft('2012-03-06 01:00', -50).is('2012-03-06 01:05', 'restricted', 'arrears')
    story.until('2012-03-06 12:00')
    expect(he.chronicle.alarms).toEqual([])
  })
})

describe('GoTone at zero', () => {
  it('TP9-03 TP9-06 CO-55: calls paused: what still works, the balance and its hour, how to be back', () => {
    const { story, he } = customer()
    he.hasLeft('2012-03-05 15:00', -0.35).is('2012-03-05 15:01', 'restricted', 'arrears')
    story.until('2012-03-05 20:00')
    tells(
      he.got('line-restricted'),
      ['不能拨打', '仍可接听', '-0.35元', '3月5日15:00', '充值', '11'],
      ['已停机'],
    )
  })
})

describe('topped up', () => {
  it('TP9-19 NF-04 NF-14: in the last quarter of an hour before rest: told in the morning, within twelve hours', () => {
    const story = new Story()
    const all = Array.from({ length: 40 }, (_, n) => story.customer(`late-${n}`, gotone))
    for (const one of all) one.isLoaded('2012-11-01 09:00').hasLeft('2012-11-01 09:00', 60)
    for (const [n, one] of all.entries())
      one.pays(`2012-11-05 20:${45 + Math.floor((15 * n) / 40)}`, 50, { left: 110 })
    story.until('2012-11-06 12:00')
    const times = all.map(({ inbox }) => inbox.join())
    for (const [n, line] of times.entries()) {
      expect(line).toMatch(/^11-06 08:\d\d(:\d\d)? sms top-up$/)
      expect(Number(line.slice(9, 11))).toBeLessThan(45 + Math.floor((15 * n) / 40))
    }
    expect(new Set(times).size).toBeGreaterThan(20)
  })

  it('TP9-17 TP9-21 TP9-19 BT-10: while stopped, at night: booked, then back, in that order', () => {
    const { story, he } = customer({ ...gotone, language: 'en' })
    he.hasLeft('2012-03-05 15:00', -3).is('2012-03-05 15:01', 'suspended', 'arrears')
    he.is('2012-03-05 23:00', 'suspended', 'arrears')
    he.pays('2012-03-05 23:10', 50, { left: 47 }).is('2012-03-05 23:10', 'normal', 'paid')
    story.until('2012-03-06 12:00')
    expect(he.inbox.slice(-2)).toEqual(['03-05 23:10 sms top-up-stopped', '03-05 23:10:04 sms line-restored'])
    tells(he.got('top-up-stopped'), ['CNY 50.00', 'CNY 47.00', 'text 11 to 10086'])
  })

  it('TP9-21: the word that it was booked gets lost: the line is back all the same, ten minutes later at most', () => {
    const { story, he } = customer()
    he.hasLeft('2012-03-05 15:00', -3).is('2012-03-05 15:01', 'suspended', 'arrears')
    story.until('2012-03-05 15:05')
    he.handset.answers.sms = 'silence'
    he.pays('2012-03-05 16:00', 50, { left: 47 }).is('2012-03-05 16:00', 'normal', 'paid')
    story.until('2012-03-05 20:00')
    expect(he.inbox).toContain('03-05 16:10 sms line-restored')
  })

  it('TP9-19 NF-04: in good standing, at night: in the morning', () => {
    const { story, he } = customer()
    he.hasLeft('2012-03-05 15:00', 60).pays('2012-03-05 23:10', 50, { left: 110 })
    story.until('2012-03-06 12:00')
    expect(he.inbox).toEqual([expect.stringMatching(/^03-06 08:\d\d(:\d\d)? sms top-up$/)])
  })
})

describe('a company’s data card, with a contact at the company who is no customer', () => {
  const named = { contactId: 'C7', role: 'company', aboutMasked: '138****1234' } as const
  /** What the contact got, apart from what the customer did. */
  const told = (he: Customer): readonly string[] =>
    he.chronicle.messages
      .filter(({ line }) => line === 'contact:C7')
      .map(({ rule, text }) => `${rule}: ${text}`)

  it('TP9-04: calls paused at night: the customer is told at once, the contact in the morning, without the amount', () => {
    const { story, he } = customer()
    he.tell('2012-03-02 10:00', 'contact-person.named', named)
    he.hasLeft('2012-03-05 23:00', -0.35).is('2012-03-05 23:01', 'restricted', 'arrears')
    story.until('2012-03-06 12:00')
    expect(he.inbox).toEqual([
      '03-05 23:01 sms line-restricted',
      expect.stringMatching(/^03-06 08:\d\d(:\d\d)? sms contact-restricted$/),
    ])
    tells(he.got('contact-restricted'), ['138****1234', '不能拨打', '仍可接听', '联系人', '付清'], ['0.35'])
  })

  it('TP9-04: paid before the morning: the contact is told nothing', () => {
    const { story, he } = customer()
    he.tell('2012-03-02 10:00', 'contact-person.named', named)
    he.hasLeft('2012-03-05 23:00', -3).is('2012-03-05 23:01', 'suspended', 'arrears')
    he.pays('2012-03-06 07:00', 50, { left: 47 }).is('2012-03-06 07:00', 'normal', 'paid')
    story.until('2012-03-06 12:00')
    expect(told(he)).toEqual([])
    expect(he.fates).toContain('contact-suspended: moot')
  })

  it('TP9-04 TP9-07 TP8-05: the company owes a bill: its contact is told on the 25th, then that it stopped', () => {
    const { story, he } = customer({ ...gotone, planId: 'gotone-88', payMode: 'postpaid', language: 'en' })
    he.tell('2012-03-02 10:00', 'contact-person.named', named)
    const march = { month: '2012-03', amountMicroYuan: yuan(86.5), payBy: '2012-04-30' } as const
    he.tell('2012-04-03 08:00', 'bill.issued', { ...march, payer: 'company' })
    he.is('2012-05-01 00:05', 'suspended', 'arrears')
    story.until('2012-05-02 12:00')
    expect(told(he).map(line => line.split(':', 1)[0])).toEqual(['contact-unpaid', 'contact-suspended'])
    tells(he.got('contact-unpaid'), ['138****1234', '30 Apr', 'its contact'], ['86.50'])
  })

  it('TP9-04: stopped because the phone was lost, or no contact any more: nothing is said to anybody else', () => {
    const { story, he } = customer()
    he.tell('2012-03-02 10:00', 'contact-person.named', named)
    he.is('2012-03-05 15:00', 'suspended', 'lost-phone').is('2012-03-05 16:00', 'normal', 'own-wish')
    he.tell('2012-03-06 10:00', 'contact-person.removed', { contactId: 'C7' })
    he.hasLeft('2012-03-07 15:00', -3).is('2012-03-07 15:01', 'suspended', 'arrears')
    story.until('2012-03-08 12:00')
    expect(told(he)).toEqual([])
    expect(he.chronicle.said.get('contact-suspended')).toBe('no-contact')
  })
})

/** Messages alone: `04-01 08 sms broadband-ends-month`. */
const texts = (he: Customer): readonly string[] =>
  he.inbox.filter(line => !line.includes(' staff-call ')).map(line => line.replace(/:\d\d(:\d\d)? /, ' '))

/** What staff were given to call: `04-01 10:00 staff-call broadband-call`. */
const calls = (he: Customer): readonly string[] =>
  he.chronicle.messages
    .filter(({ channel }) => channel === 'staff-call')
    .map(({ decidedAt, channel, template }) => `${clock(decidedAt)} ${channel} ${template}`)

describe('broadband', () => {
  const ends = (he: Customer, lastDay: string): Customer =>
    he.tell('2012-03-05 10:00', 'promotion.confirmed', {
      promotionId: 'broadband-100',
      startsOn: '2012-03-05',
      lastDay,
    })

  it('TX-42 TP9-09 CO-13: it ends on 1 May: told on 1 April and on 16 April', () => {
    const { story, he } = customer()
    ends(he, '2012-05-01')
    story.until('2012-05-05 12:00')
    expect(texts(he)).toEqual(['04-01 08 sms broadband-ends-month', '04-16 08 sms broadband-ends-days'])
    tells(he.got('broadband-ends-days'), ['家庭宽带100M', '5月1日', '不能上网', '续费'])
  })

  it('TP9-09: renewed between the two: the second is of no use', () => {
    const { story, he } = customer()
    ends(he, '2012-05-01')
    const renewed = { promotionId: 'broadband-100', startsOn: '2012-04-10', lastDay: '2013-05-01' }
    he.tell('2012-04-10 10:00', 'promotion.confirmed', renewed)
    story.until('2012-05-05 12:00')
    expect(texts(he)).toEqual(['04-01 08 sms broadband-ends-month'])
  })

  it('TP9-10 CO-13: staff are to call in the last month; four and five stars are called from three months before', () => {
    for (const [star, called] of [
      [0, ['04-01']],
      [3, ['04-01']],
      [4, ['02-01', '03-01', '04-01']],
    ] as const) {
      const story = new Story()
      const he = story.customer('he', { ...gotone, star }).isLoaded('2012-12-02 09:00', '2010-11-01')
      he.tell('2012-12-05 10:00', 'promotion.confirmed', {
        promotionId: 'broadband-100',
        startsOn: '2012-05-02',
        lastDay: '2013-05-01',
      })
      story.until('2013-05-05 12:00')
      expect(calls(he)).toEqual(called.map(day => `${day} 10:00 staff-call broadband-call`))
      tells(he.got('broadband-call-1-month'), ['家庭宽带100M', '5月1日', '不能上网', '续费', '10086'])
    }
  })

  it('TP9-10: nobody came to the call today: it is on the list of the next day, and no longer once it was renewed', () => {
    const { story, he } = customer()
    ends(he, '2012-05-01')
    he.handset.answers['staff-call'] = 'late'
    story.until('2012-04-02 12:00')
    expect(calls(he)).toEqual(['04-01 10:00 staff-call broadband-call', expect.stringMatching(/^04-02 08:/)])
    const [, second] = he.chronicle.messages.filter(({ channel }) => channel === 'staff-call')
    expect(clock(second!.validUntil)).toBe('04-02 21:00')
    const renewed = { promotionId: 'broadband-100', startsOn: '2012-04-02', lastDay: '2013-05-01' }
    he.tell('2012-04-02 23:00', 'promotion.confirmed', renewed)
    story.until('2012-04-30 12:00')
    expect(calls(he)).toHaveLength(2)
    expect(he.fates).toContain('broadband-call-1-month: moot')
  })

  it('TP9-10: its last day moves by two weeks: no second call within the month', () => {
    const { story, he } = customer()
    ends(he, '2012-05-01')
    story.until('2012-04-05 12:00')
    const later = { promotionId: 'broadband-100', startsOn: '2012-03-05', lastDay: '2012-05-15' }
    he.tell('2012-04-05 13:00', 'promotion.confirmed', later)
    story.until('2012-05-20 12:00')
    expect(calls(he)).toHaveLength(1)
    expect(he.fates).toContain('broadband-call-1-month: told-recently')
  })

  it('TP9-10: where no staff are asked to call, a row says that there was no channel for it', () => {
    const { story, he } = customer()
    story.surroundings = { ...story.surroundings, channels: new Set(['sms', 'voice']) }
    ends(he, '2012-05-01')
    story.until('2012-05-05 12:00')
    expect(calls(he)).toEqual([])
    expect(he.fates).toContain('broadband-call-1-month: no-channel')
  })

  it('TP9-18 TP9-22: its balance is low: what happens and how to pay, once a week', () => {
    const { story, he } = customer({ ...gotone, language: 'en' })
    for (const day of ['05', '07', '11', '13'])
      he.tell(`2012-03-${day} 10:00`, 'broadband.balance-low', { balanceMicroYuan: yuan(8) })
    story.until('2012-03-14 12:00')
    expect(he.inbox).toEqual(['03-05 10:00 sms broadband-balance', '03-13 10:00 sms broadband-balance'])
    tells(he.got('broadband-balance'), ['CNY 8.00', 'stops', 'bank app'])
  })

  it('CO-47 TP9-12: it stops with the number of another account: that account low, whoever has the broadband is told before', () => {
    const story = new Story()
    const [father, mother] = ['father', 'mother'].map(name =>
      story.customer(name, gotone).isLoaded('2012-03-02 09:00', '2010-11-01'),
    )
    father!.hasLeft('2012-03-02 10:00', 60)
    for (const one of [father!, mother!])
      one.tell('2012-03-03 10:00', 'broadband.linked', { payerAccount: 'father' })
    father!.hasLeft('2012-03-05 15:00', 19)
    story.until('2012-03-05 18:00')
    expect(mother!.inbox).toEqual(['03-05 15:00 sms linked-stop-ahead'])
    expect(father!.inbox).toEqual(['03-05 15:00 sms low-balance-gotone', '03-05 15:00 sms linked-stop-ahead'])
    tells(mother!.got('linked-stop-ahead'), ['19.00元', '宽带也同时停', '充值'])
  })
})
