/** Touchpoint 1. The sources counted thirteen messages in no order; here is what a new customer gets now. */
import { describe, expect, it } from 'vitest'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

const paid = { left: 50, purpose: 'opening', method: 'counter' } as const

describe('Chen buys a card with a data pack at ten in the morning', () => {
  function chenJoins(): ReturnType<Story['customer']> {
    // Given an Easyown plan and the 5-yuan data pack, opened at the counter and paid two minutes later,
    const story = new Story()
    const chen = story.customer('chen', { planId: 'easyown-18', packIds: ['data-5'] })
    chen.opens('2012-11-05 10:00').pays('2012-11-05 10:02', 50, paid)
    // when three weeks pass,
    story.until('2012-11-26 20:00')
    return chen
  }

  it('TP1-19 TP1-20 TP1-16 NF-06 CO-03: four messages one after the other, the price list later, tips after a week', () => {
    // then he has had four messages in order, each after word of the former, and the survey last;
    // two days later the plan's prices, a week later the tips, and nothing else.
    expect(chenJoins().inbox).toEqual([
      '11-05 10:00 sms opening-pack-tariff',
      '11-05 10:00:04 sms opening-pack-offer',
      '11-05 10:02 sms opening-recharge',
      '11-05 10:15 sms opening-survey',
      '11-07 08:07:03 sms opening-plan-tariff',
      '11-12 10:00 sms opening-tips',
    ])
  })

  it('TP1-01 TP1-08 TP3-08 NF-10: what it costs a month, pack included, and how to see and leave it', () => {
    tells(chenJoins().got('opening-pack-tariff'), [
      '轻松18',
      '18.00元',
      '5元流量包',
      '5.00元',
      'CXYW',
      '10086',
    ])
  })

  it('TP1-07 TP1-09 TP1-13: what is in it, and how to ask what is left of it', () => {
    tells(chenJoins().got('opening-pack-offer'), ['18.00元', '30MB', '50分钟', '每分钟0.20元', '1561'])
  })

  it('TP1-03 TP1-10: what was paid, the balance, and how to ask for it', () => {
    tells(chenJoins().got('opening-recharge'), ['50.00元', '余额', '11'])
  })

  it('TP1-11 TP1-13 CO-22: the price beyond the plan is that of the day: 0.01 per 10 KB in 2012', () => {
    tells(chenJoins().got('opening-plan-tariff'), ['轻松18', '1.02元/MB', 'CXJG'], ['0.29'])
  })

  it('TP1-17 TP1-21: the tips name four queries', () => {
    tells(chenJoins().got('opening-tips'), ['11查余额', '1561查流量', 'CXYW', 'CXXJ'])
  })

  it('NF-08: three of the six take one part, none more than two', () => {
    expect(chenJoins().chronicle.messages.map(({ parts }) => parts)).toEqual([1, 1, 1, 1, 2, 1])
  })
})

describe('Wang, who reads English, joins at eleven at night', () => {
  function wangJoins(): ReturnType<Story['customer']> {
    const story = new Story()
    const wang = story.customer('wang', { brand: 'gotone', planId: 'gotone-58', language: 'en' })
    wang.opens('2015-06-08 23:00').pays('2015-06-08 23:01', 100, { ...paid, left: 100 })
    story.until('2015-06-20 12:00')
    return wang
  }

  it('G3 G5 NF-04 NF-06: all wait for the morning and then come in the same order', () => {
    const first = wangJoins().inbox.slice(0, 4)
    expect(first.map(line => line.slice(0, 8))).toEqual(['06-09 08', '06-09 08', '06-09 08', '06-09 08'])
    expect(first.map(line => line.split(' ').at(-1))).toEqual([
      'opening-pack-tariff',
      'opening-pack-offer',
      'opening-recharge',
      'opening-survey',
    ])
  })

  it('TP1-11 CO-05 NF-14: "two days later at midnight" is the first allowed hour of that day, spread', () => {
    expect(wangJoins().inbox[4]).toMatch(/^06-10 08:\d\d(:\d\d)? sms opening-plan-tariff$/)
  })

  it('NF-20 CO-22: told in English, with the prices of June 2015', () => {
    const wang = wangJoins()
    tells(wang.got('opening-pack-tariff'), ['Business 58', 'CNY 58.00 a month', 'CXYW'])
    tells(wang.got('opening-pack-offer'), ['500MB', '150 minutes', 'CNY 0.19 a minute', '1561'])
    tells(wang.got('opening-recharge'), ['CNY 100.00', 'text 11 to 10086'])
    tells(wang.got('opening-plan-tariff'), ['CNY 0.29 per MB', 'CXJG'])
  })
})

it('NF-06 TP1-16: fifty customers of one evening, phones off and on, and never a message before its former', () => {
  // Given a busy evening: opened between 20:10 and 22:40, paid within the minute, every third phone off,
  const story = new Story()
  const names = Array.from({ length: 50 }, (_, n) => n)
  const crowd = names.map(n => {
    const time = `2012-11-05 ${20 + Math.floor((10 + n * 3) / 60)}:${String((10 + n * 3) % 60).padStart(2, '0')}`
    const customer = story.customer(`crowd-${n}`)
    if (n % 3 === 0) customer.handset.off('2012-11-05 20:00', '2012-11-06 09:30')
    return customer.opens(time).pays(`${time}:40`, 50, paid)
  })
  // when the next day has passed,
  story.until('2012-11-06 21:00')
  // then the first try of each message came in the order of the group, for every one of them.
  for (const { chronicle } of crowd) {
    const rules = [...new Set(chronicle.messages.map(({ rule }) => rule))]
    expect(rules).toEqual(['opening-pack-tariff', 'opening-pack-offer', 'opening-recharge', 'opening-survey'])
  }
})

it('NF-05: five a day are enough; the sixth, the survey, comes the next morning', () => {
  // Given a number bought with eight yuan and three days of validity: two warnings beside the opening messages,
  const story = new Story()
  const chen = story.customer('chen').opens('2012-11-05 10:00')
  chen.pays('2012-11-05 10:02', 8, { ...paid, left: 8, validUntil: '2012-11-08' })
  // when the next noon has passed,
  story.until('2012-11-06 12:00')
  // then the more important ones went first, and what was put off was not lost.
  const rules = chen.inbox.map(line => line.split(' ').at(-1))
  const important = [
    'opening-pack-tariff',
    'opening-pack-offer',
    'low-balance',
    'validity-ends',
    'opening-recharge',
  ]
  expect(new Set(rules.slice(0, 5))).toEqual(new Set(important))
  expect(chen.inbox[5]).toMatch(/^11-06 08:\d\d(:\d\d)? sms opening-survey$/)
  expect(chen.inbox).toHaveLength(6)
})

describe('who is not new', () => {
  it('TP1-19 TP0-12: an old customer who is merely loaded gets no opening messages', () => {
    const story = new Story()
    const old = story.customer('old').isLoaded('2012-11-05 10:00', '2009-05-17')
    story.until('2012-11-26 20:00')
    expect(old.inbox).toEqual([])
    expect(old.chronicle.said.get('opening-pack-tariff')).toBe('condition')
  })

  it('G2: the same opening under another id tells nothing twice', () => {
    const story = new Story()
    const chen = story.customer('chen')
    chen.opens('2012-11-05 10:00').opens('2012-11-05 10:20')
    story.until('2012-11-06 20:00')
    expect(chen.fates.filter(fate => fate.startsWith('opening-pack'))).toEqual([
      'opening-pack-tariff: delivered',
      'opening-pack-offer: delivered',
    ])
  })

  it('NF-02 TP0-06: an opening told three days late: its first messages are too late and say so, the price list is not', () => {
    const story = new Story()
    const late = story.customer('late').opens(['2012-11-08 10:00', '2012-11-05 10:00'])
    story.until('2012-11-13 20:00')
    const silent = late.fates.filter(fate => fate.endsWith('too-late'))
    expect(silent).toEqual([
      'opening-pack-tariff: too-late',
      'opening-pack-offer: too-late',
      'opening-survey: too-late',
    ])
    expect(late.inbox).toEqual(['11-08 10:00 sms opening-plan-tariff', '11-12 10:00 sms opening-tips'])
  })

  it('TP0-12: line closed within the week: no tips to a number that is gone', () => {
    const story = new Story()
    const gone = story.customer('gone').opens('2012-11-05 10:00')
    gone.tell('2012-11-09 12:00', 'line.closed', {})
    story.until('2012-11-13 20:00')
    expect(gone.fates.at(-1)).toBe('opening-tips: moot')
    expect(gone.inbox.map(line => line.slice(0, 5))).not.toContain('11-12')
  })

  it('TP1-15 NF-10 NF-11: a plan that the catalogue lacks leaves no half message but a reason that is found', () => {
    const story = new Story()
    const rare = story.customer('rare', { planId: 'easyown-unheard-of' }).opens('2012-11-05 10:00')
    story.until('2012-11-05 12:00')
    expect(rare.fates.slice(0, 2)).toEqual([
      'opening-pack-tariff: incomplete',
      'opening-pack-offer: incomplete',
    ])
    expect(rare.noteOn('opening-pack-tariff')).toContain('plan.name')
  })
})
