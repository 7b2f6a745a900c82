/** Touchpoints 12 to 14: points, campaigns, and care. The bill is told with dunning (08). */
import { describe, expect, it } from 'vitest'
import { yuan } from '../../src/core/units.ts'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

function customer(profile: Partial<Profile> = {}): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2015-03-02 09:00', '2010-11-01')
  return { story, he }
}

describe('points', () => {
  it('BT-07: gained and spent: once a month, with the total and what they buy; a month before they end', () => {
    const { story, he } = customer()
    he.tell('2015-03-05 10:00', 'points.changed', { gained: 120, spent: 0, total: 2380 })
    he.tell('2015-03-20 10:00', 'points.changed', { gained: 10, spent: 0, total: 2390 })
    he.tell('2015-03-21 10:00', 'points.expiring', { expiring: 900, total: 2390, lastDay: '2015-06-30' })
    story.until('2015-06-30 12:00')
    expect(he.inbox.map(line => line.replace(/ \d\d:\d\d(:\d\d)?/, ''))).toEqual([
      '03-05 sms points-changed',
      '05-30 sms points-expiring',
    ])
    tells(he.got('points-changed'), ['增加120', '2380分', 'CXJF', 'QXJF'], ['用去'])
    tells(he.got('points-expiring'), ['900分', '6月30日', 'CXJF'])
  })
})

describe('what a week has cost', () => {
  /** Seven days that end the day before it is told. */
  function sums(he: Customer, day: string, spent: number): Customer {
    const until = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    const since = new Date(Date.parse(`${day}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10)
    const amounts = { amountMicroYuan: yuan(spent), balanceMicroYuan: yuan(33.5) }
    return he.tell(`${day} 02:00`, 'spending.reported', { since, until, ...amounts })
  }

  it('CO-40 BS-05 SI-17 BT-05: told by the week to those who ordered it, though BOSS sums every day; until they have enough', () => {
    const { story, he } = customer()
    he.wishes('2015-03-08 10:00', { subscribe: ['spending-weekly'] })
    sums(he, '2015-03-09', 26.5)
    for (const day of ['10', '11', '12']) sums(he, `2015-03-${day}`, 27)
    sums(he, '2015-03-16', 12.25)
    he.wishes('2015-03-20 10:00', { unsubscribe: ['spending-weekly'] })
    sums(he, '2015-03-23', 9)
    story.until('2015-03-24 12:00')
    expect(he.inbox.map(line => line.replace(/:\d\d(:\d\d)? /, ' '))).toEqual([
      '03-09 08 sms spending-weekly',
      '03-16 08 sms spending-weekly',
    ])
    tells(he.got('spending-weekly'), ['12.25元', '3月9日至3月15日', '余额33.50元', 'QXFY'])
  })

  it('CO-40: nobody else hears of it', () => {
    const { story, he } = customer()
    sums(he, '2015-03-09', 26.5)
    story.until('2015-03-10 12:00')
    expect(he.inbox).toEqual([])
  })
})

describe('campaigns', () => {
  const agreesOn = (he: Customer, when: string): Customer => he.wishes(when, { marketingConsent: true })
  const agrees = (he: Customer): Customer => agreesOn(he, '2015-03-03 10:00')

  it('BT-08 FP-02 NF-19 EC-24: only those who agreed hear of it; the silence of the others has its reason', () => {
    const { story, he } = customer()
    he.tell('2015-03-05 10:00', 'campaign.launched', { promotionId: 'spring-data' })
    story.until('2015-03-05 12:00')
    expect(he.inbox).toEqual([])
    expect(he.fates).toEqual(['campaign: no-consent'])
  })

  it('BT-08: what it gives, its price, until when, how to take it, how to hear no more', () => {
    const { story, he } = customer({ language: 'en' })
    agrees(he).tell('2015-03-05 22:00', 'campaign.launched', { promotionId: 'spring-data' })
    story.until('2015-03-06 12:00')
    expect(he.inbox).toEqual([expect.stringMatching(/^03-06 08:\d\d(:\d\d)? sms campaign$/)])
    tells(he.got('campaign'), ['1GB', 'CNY 10', '31 May', 'reply KTCJLL', 'reply QXGG'])
  })

  it('BS-02: the young are told in a lighter tone, and once', () => {
    const { story, he } = customer({ brand: 'm-zone', planId: 'm-zone-28' })
    agrees(he).tell('2015-03-05 10:00', 'campaign.launched', { promotionId: 'spring-data' })
    story.until('2015-03-06 12:00')
    expect(he.inbox).toEqual(['03-05 10:00 sms campaign-young'])
    tells(he.got('campaign-young'), ['来了！', 'KTCJLL'])
  })

  it.each(['easyown', 'm-zone'] as const)(
    'BT-08 NF-19: %s: the offer ends on 31 December: invited that day, but not by what the night held back',
    brand => {
      for (const [launched, fate] of [
        ['10:00', 'delivered'],
        ['22:00', 'moot'],
      ] as const) {
        const story = new Story()
        const he = story.customer('he', { brand, planId: `${brand}-18` })
        agreesOn(he.isLoaded('2027-12-03 09:00'), '2027-12-03 10:00')
        he.tell(`2027-12-31 ${launched}`, 'campaign.launched', { promotionId: 'spring-data' })
        story.until('2028-01-01 12:00')
        expect(he.fates.filter(one => one.startsWith('campaign'))).toEqual([
          `${brand === 'm-zone' ? 'campaign-young' : 'campaign'}: ${fate}`,
        ])
      }
    },
  )

  it('EC-16 EC-22 EC-24: who looked at a service without ordering is written to the day after, unless it was ordered', () => {
    for (const orders of [false, true]) {
      const { story, he } = customer()
      const looked = { channel: 'web', about: 'looked-at-service', serviceId: 'weather' } as const
      agrees(he).tell('2015-03-05 15:00', 'contact.recorded', looked)
      if (orders)
        he.tell('2015-03-05 20:00', 'service.ordered', { serviceId: 'weather', startsOn: '2015-03-08' })
      story.until('2015-03-06 12:00')
      expect(he.inbox.includes('03-06 10:00 sms contact-looked')).toBe(!orders)
    }
  })
})

describe('care', () => {
  it('SI-12: an installation, stage by stage, with the hours of the visit', () => {
    const { story, he } = customer()
    const order = { orderId: 'W-7', kind: 'broadband-install' } as const
    const visit = { visitOn: '2015-03-08', visitFrom: '09:00', visitTo: '11:00' }
    he.tell('2015-03-05 10:00', 'order.progressed', { ...order, stage: 'accepted' })
    he.tell('2015-03-05 15:00', 'order.progressed', { ...order, stage: 'assigned' })
    he.tell('2015-03-06 10:00', 'order.progressed', { ...order, stage: 'scheduled', ...visit })
    he.tell('2015-03-08 10:40', 'order.progressed', { ...order, stage: 'done' })
    story.until('2015-03-08 12:00')
    expect(he.inbox).toEqual([
      '03-05 10:00 sms order-accepted',
      '03-05 15:00 sms order-assigned',
      '03-06 10:00 sms order-scheduled',
      '03-08 10:40 sms order-done',
    ])
    tells(he.got('order-scheduled'), ['3月8日09:00至11:00', '宽带安装', 'W-7'])
  })

  it('EC-17: a bill asked for by phone is answered in writing too', () => {
    const { story, he } = customer()
    const asked = { channel: 'hotline', about: 'bill', amountMicroYuan: yuan(86.5) } as const
    he.tell('2015-03-05 10:00', 'contact.recorded', { ...asked, balanceMicroYuan: yuan(12.3) })
    story.until('2015-03-05 12:00')
    tells(he.got('contact-bill'), ['86.50元', '12.30元', '11到10086'])
  })

  it.each(['no-operator', 'waiting', 'self-service'] as const)(
    'EC-18 EC-20 SI-25: %s: what a text can do meanwhile, once a day',
    about => {
      const { story, he } = customer({ language: 'en' })
      he.tell('2015-03-05 10:00', 'contact.recorded', { channel: 'hall', about })
      he.tell('2015-03-05 10:20', 'contact.recorded', { channel: 'hall', about })
      story.until('2015-03-05 12:00')
      expect(he.inbox).toEqual(['03-05 10:00 sms contact-menu'])
      tells(he.got('contact-menu'), ['11', '1561', 'CXYW', 'CXYH', 'website'])
    },
  )

  it('CO-52: who writes to us is answered at once, at night too, and two machines do not answer each other', () => {
    const { story, he } = customer({ language: 'en' })
    for (const minute of ['10', '11', '12']) {
      he.tell(`2015-03-05 23:${minute}`, 'reply.received', { channel: 'sms', command: null })
    }
    story.until('2015-03-06 12:00')
    expect(he.inbox).toEqual(['03-05 23:10 sms reply-kept'])
    tells(he.got('reply-kept'), ['has reached us', '10086'])
  })

  it('SI-26 NF-17: asked about data, told of it in the three months that follow, with the figures of then; or until told to stop', () => {
    for (const stops of [false, true]) {
      const { story, he } = customer()
      he.wishes('2015-03-03 10:00', { unsubscribe: ['data-summary'] })
      he.hasUsed('2015-03-05 09:00', 100, { allowanceMB: 500 })
      he.tell('2015-03-05 10:00', 'contact.recorded', { channel: 'hotline', about: 'data-use' })
      if (stops) he.wishes('2015-03-20 10:00', { unsubscribe: ['data-care'] })
      for (const [n, month] of ['04', '05', '06', '07'].entries())
        he.hasUsed(`2015-${month}-04 20:00`, 120 + n, { allowanceMB: 500 })
      story.until('2015-07-20 12:00')
      const told = he.inbox.filter(line => line.includes('data-care'))
      const days = [
        '04-05 10:00 sms data-care-1',
        '05-05 10:00 sms data-care-2',
        '06-05 10:00 sms data-care-3',
      ]
      expect(told).toEqual(stops ? [] : days)
      if (!stops) tells(he.got('data-care-3'), ['122MB', '378MB', '6月30日', 'QXLL'])
    }
  })

  it('NF-30 TP0-12 NF-17: thanks on each anniversary, in allowed hours; switched off, none', () => {
    const story = new Story()
    const he = story.customer('he', { language: 'en' }).isLoaded('2015-03-02 09:00', '2010-03-10')
    he.wishes('2016-06-01 10:00', { unsubscribe: ['anniversary'] })
    story.until('2018-03-20 12:00')
    expect(he.inbox).toEqual([
      expect.stringMatching(/^03-10 08:\d\d(:\d\d)? sms anniversary$/),
      expect.stringMatching(/^03-10 08:\d\d(:\d\d)? sms anniversary$/),
    ])
    tells(he.got('anniversary'), ['6 years', 'thank you'])
  })

  it('TP0-10 BS-01 BS-02 NF-30: the same day for three: what it says follows brand and stars, and each hears it once', () => {
    const said = [
      [{ brand: 'easyown', planId: 'easyown-18' }, 'anniversary', ['满4年', '祝您生活愉快']],
      [{ brand: 'm-zone', planId: 'm-zone-28', star: 5 }, 'anniversary-young', ['满4年啦']],
      [{ brand: 'gotone', planId: 'gotone-88', star: 4 }, 'anniversary-valued', ['满4年', '4星', 'CXXJ']],
    ] as const
    for (const [profile, rule, facts] of said) {
      const story = new Story()
      const he = story.customer('he', profile).isLoaded('2015-03-02 09:00', '2011-03-20')
      story.until('2015-03-21 12:00')
      expect(he.chronicle.messages.map(message => message.rule)).toEqual([rule])
      tells(he.got(rule), facts)
    }
  })

  it.each([
    [1990, 'opening-tips', ['1561', 'CXYW', 'CXXJ']],
    [undefined, 'opening-tips', ['1561', 'CXYW', 'CXXJ']],
    [1955, 'opening-tips', ['1561', 'CXYW', 'CXXJ']],
    [1954, 'opening-tips-senior', ['拨打10086', '营业厅', '发送11']],
  ] as const)('BS-01 BS-02 TP1-21: born in %s, joined in 2014: %s', (birthYear, rule, facts) => {
    const story = new Story()
    const he = story.customer('he', birthYear === undefined ? {} : { birthYear }).opens('2014-03-02 10:00')
    story.until('2014-03-10 12:00')
    expect(he.inbox.filter(line => line.includes('tips'))).toEqual([`03-09 10:00 sms ${rule}`])
    tells(he.got(rule), facts)
  })

  it('PW-07: opened at an agent: the day after, change the password; opened in a shop: no word of it', () => {
    for (const via of ['agent', 'hall'] as const) {
      const story = new Story()
      const he = story.customer('he', { via }).opens('2015-03-05 10:00')
      story.until('2015-03-06 12:00')
      expect(he.inbox.includes('03-06 10:00 sms password-hint')).toBe(via === 'agent')
    }
  })
})
