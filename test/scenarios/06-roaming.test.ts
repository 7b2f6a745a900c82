/** Touchpoint 6: abroad. Prices on arrival, every 20 MB, and quiet at borders. */
import { describe, expect, it } from 'vitest'
import type { Customer } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

const thailand = '520'
const malaysia = '502'
const hongKong = '454'
const home = '460'
/** Not in the catalogue. */
const peru = '716'

/** A GoTone customer of long standing, loaded the day before. */
function traveller(language: 'zh-CN' | 'en', day: string): { readonly story: Story; readonly li: Customer } {
  const story = new Story()
  const li = story.customer('li', { brand: 'gotone', planId: 'gotone-88', language })
  li.isLoaded(`${day} 08:00`)
  return { story, li }
}

describe('Li lands in Bangkok at half past two at night, Beijing time, in August 2012', () => {
  function liLands(language: 'zh-CN' | 'en'): Customer {
    // Given Li's phone off during the flight, when it registers in Thailand, one hour behind Beijing,
    const { story, li } = traveller(language, '2012-08-01')
    li.handset.off('2012-08-02 20:00', '2012-08-03 02:31')
    li.chronicle.aheadOfUtc = 7
    li.registersIn('2012-08-03 02:30', thailand)
    story.until('2012-08-03 12:00')
    return li
  }

  it('TP6-04 TP6-10 SI-20 NF-01 NF-04: told at once though it is night, calls first, data after it arrived', () => {
    expect(liLands('zh-CN').inbox).toEqual([
      '08-03 02:30 sms roaming-arrived-calls-back',
      '08-03 02:31 sms roaming-arrived-data-pack',
    ])
    expect(new Set(liLands('zh-CN').chronicle.messages.map(one => one.class))).toEqual(new Set(['real-time']))
  })

  it('TP6-04 TP6-05 TP6-08 TP6-09: every price, the cheap way home, whom to call in need', () => {
    const facts = [
      '泰国',
      '当地1.99元',
      '内地6.99元',
      '接听1.99元',
      '短信0.99元',
      '收短信免费',
      '*139*86',
      '报警191',
      '急救1669',
    ]
    const calls = liLands('zh-CN').got('roaming-arrived-calls-back')
    tells(calls, [...facts, '+86', '半分钟', '未接不收费'])
    expect(calls.parts).toBeLessThanOrEqual(2)
  })

  it('TP6-06 TP6-07 CO-21: the data price of 2012, the day pack, how to order it and how to switch data off', () => {
    const data = liLands('zh-CN').got('roaming-arrived-data-pack')
    tells(data, ['泰国', '20.48元/MB', '98元/天', '当天不用不收费', 'KTGJGPRS1', 'QXGJSW', '自动联网'])
    expect(data.parts).toBeLessThanOrEqual(2)
  })

  it('NF-20: the same facts in English', () => {
    const li = liLands('en')
    const calls = [
      'Thailand',
      'local calls CNY 1.99',
      '+86',
      'CNY 6.99',
      'received CNY 1.99',
      'CNY 0.99',
      '*139*86',
    ]
    tells(li.got('roaming-arrived-calls-back'), [...calls, 'Police 191', 'ambulance 1669'])
    tells(li.got('roaming-arrived-data-pack'), [
      'Thailand',
      'CNY 20.48 per MB',
      'CNY 98 a day',
      'KTGJGPRS1',
      'QXGJSW',
    ])
  })
})

describe('prices are those of the day', () => {
  const rows: readonly (readonly [
    day: string,
    place: string,
    rule: string,
    has: readonly string[],
    not: readonly string[],
  ])[] = [
    ['2012-08-03', hongKong, 'roaming-arrived-data-pack', ['香港', '20.48元/MB', '88元/天'], ['30元']],
    ['2015-06-29', thailand, 'roaming-arrived-data-pack', ['20.48元/MB', '98元/天', 'KTGJGPRS1'], ['最多']],
    [
      '2015-06-30',
      thailand,
      'roaming-arrived-data-limit',
      ['1元/MB', '每天最多30元', '3MB'],
      ['20.48', 'KTGJGPRS1'],
    ],
    [
      '2015-08-03',
      malaysia,
      'roaming-arrived-data-limit',
      ['马来西亚', '2元/MB', '每天最多60元'],
      ['98', 'KTGJGPRS1'],
    ],
    ['2015-08-03', '410', 'roaming-arrived-data-limit', ['巴基斯坦', '3元/MB', '每天最多90元'], ['98']],
    ['2015-08-03', '310', 'roaming-arrived-data', ['美国', '20.48元/MB', 'QXGJSW'], ['天', 'KTGJGPRS1']],
  ]
  it.each(rows)('CO-21 TF7-01 TF7-02 TF7-03 TF7-06: on %s in %s: %s', (...[day, place, rule, has, not]) => {
    const { story, li } = traveller('zh-CN', day)
    li.registersIn(`${day} 10:00`, place)
    story.until(`${day} 20:00`)
    tells(li.got(rule), has, not)
    expect(li.inbox).toHaveLength(2)
  })

  it('CO-23: a country without known prices: one message, no price, and how to ask', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { story, li } = traveller(language, '2015-08-03')
      li.registersIn('2015-08-03 10:00', peru)
      story.until('2015-08-03 20:00')
      expect(li.inbox).toEqual(['08-03 10:00 sms roaming-arrived-unknown'])
      const message = li.got('roaming-arrived-unknown')
      tells(message, ['CXGJ', '10086'])
      expect(message.text).not.toMatch(/\d元|CNY/)
    }
  })

  it('CO-23 CO-21: Japan has no price in 2012, so none is claimed; in 2015 it has', () => {
    const { story, li } = traveller('zh-CN', '2012-08-03')
    li.registersIn('2012-08-03 10:00', '440')
    story.until('2012-08-03 20:00')
    expect(li.inbox).toEqual(['08-03 10:00 sms roaming-arrived-unknown'])
  })
})

describe('borders', () => {
  it('TP0-12: the network registers again every hour; that is no arrival', () => {
    const { story, li } = traveller('zh-CN', '2015-08-03')
    for (const time of ['10:00', '11:00', '12:00', '23:00']) li.registersIn(`2015-08-03 ${time}`, thailand)
    li.registersIn('2015-08-04 07:00', thailand)
    story.until('2015-08-05 12:00')
    expect(li.inbox).toHaveLength(2)
  })

  it('TP0-12 NF-15: a phone that flaps between Thailand and Malaysia gets each country’s prices once a day', () => {
    const { story, li } = traveller('zh-CN', '2015-08-03')
    for (const [n, place] of [thailand, malaysia, thailand, malaysia, thailand].entries()) {
      li.registersIn(`2015-08-03 10:${10 + n * 5}`, place)
    }
    story.until('2015-08-04 12:00')
    expect(li.inbox).toEqual([
      '08-03 10:10 sms roaming-arrived-calls-back',
      '08-03 10:10:04 sms roaming-arrived-data-limit',
      '08-03 10:15 sms roaming-arrived-calls',
      '08-03 10:15:04 sms roaming-arrived-data-limit',
    ])
    expect(li.fates.filter(fate => fate.endsWith('once-per'))).toHaveLength(6)
  })

  it('TP0-12: at the bridge to Hong Kong, in and out within minutes: no welcome home while he is still crossing', () => {
    const { story, li } = traveller('zh-CN', '2015-08-03')
    li.registersIn('2015-08-03 10:00', hongKong).registersIn('2015-08-03 10:06', home)
    li.registersIn('2015-08-03 10:12', hongKong)
    story.until('2015-08-03 18:00')
    expect(li.inbox).toEqual([
      '08-03 10:00 sms roaming-arrived-calls',
      '08-03 10:00:04 sms roaming-arrived-data-limit',
    ])
    expect(li.fates).toContain('roaming-welcome-back: moot')
  })

  it('G2: a registration that comes late and is older changes nothing', () => {
    const { story, li } = traveller('zh-CN', '2015-08-03')
    li.registersIn('2015-08-03 10:00', thailand)
    li.registersIn(['2015-08-03 10:30', '2015-08-03 09:00'], hongKong)
    story.until('2015-08-03 18:00')
    expect(li.inbox.filter(line => line.includes('10:30'))).toEqual([])
  })

  it('TP0-12 NF-30: back home: welcomed once, half an hour later, with how to see the charges', () => {
    const { story, li } = traveller('zh-CN', '2015-08-03')
    li.registersIn('2015-08-03 10:00', thailand).registersIn('2015-08-09 16:00', home)
    story.until('2015-08-10 12:00')
    expect(li.inbox.at(-1)).toBe('08-09 16:30 sms roaming-welcome-back')
    tells(li.got('roaming-welcome-back'), ['欢迎回来', '11', '10086'])
  })

  it('NF-04 NF-17: back at midnight: in the morning; and not at all to those who do not wish it', () => {
    const { story, li } = traveller('zh-CN', '2015-08-03')
    const wu = story.customer('wu').isLoaded('2015-08-03 09:00')
    wu.wishes('2015-08-03 09:01', { unsubscribe: ['welcome-back'] })
    for (const one of [li, wu]) one.registersIn('2015-08-03 10:00', thailand)
    for (const one of [li, wu]) one.registersIn('2015-08-09 23:50', home)
    story.until('2015-08-10 12:00')
    expect(li.inbox.at(-1)).toMatch(/^08-10 08:/)
    expect(wu.fates.at(-1)).toBe('roaming-welcome-back: unsubscribed')
  })
})

describe('data abroad', () => {
  function uses(steps: readonly number[], language: 'zh-CN' | 'en' = 'zh-CN'): Customer {
    const { story, li } = traveller(language, '2015-08-03')
    li.chronicle.aheadOfUtc = 7
    li.registersIn('2015-08-03 10:00', thailand)
    for (const [n, usedMB] of steps.entries()) {
      li.hasUsed(`2015-08-04 ${10 + n}:00`, usedMB, { kind: 'roaming-data' })
    }
    story.until('2015-08-05 12:00')
    return li
  }
  const steps = (li: Customer): readonly string[] =>
    li.chronicle.messages.flatMap(({ rule, text }) => (rule === 'roaming-data-step' ? [text] : []))

  it('SI-20 TX-45: 19, 20, 41 and 60 MB: told at 20, 40 and 60, each once', () => {
    const texts = steps(uses([19, 20, 20, 41, 41, 60, 61]))
    expect(texts).toHaveLength(3)
    expect(texts.map(text => /已用(\d+MB)/.exec(text)?.[1])).toEqual(['20MB', '41MB', '60MB'])
  })

  it('SI-20: from 19 to 65 MB in one step: one message with the figure of now, the lower steps superseded', () => {
    const li = uses([19, 65])
    expect(steps(li)).toHaveLength(1)
    tells(li.got('roaming-data-step'), ['已用65MB', '8月1日起', 'QXGJSW', '北京时间11:00', '仅供参考'])
    expect(li.fates.filter(fate => fate === 'roaming-data-step: superseded')).toHaveLength(2)
  })

  it('NF-27: in English too, with the hour in Beijing time', () => {
    tells(uses([25], 'en').got('roaming-data-step'), [
      '25MB',
      '1 Aug',
      'QXGJSW',
      '10:00 Beijing time',
      'reference',
    ])
  })
})

it('NF-04: what can wait keeps the rest hours of the place: 08:30 in Beijing is 02:30 in Paris', () => {
  // Given Li in Paris, whose counter at home is corrected downwards after he was told 80 %,
  const { story, li } = traveller('zh-CN', '2015-08-03')
  li.chronicle.aheadOfUtc = 2
  li.registersIn('2015-08-03 18:00', '208')
  li.hasUsed('2015-08-04 06:00', 900, { allowanceMB: 1024 })
  li.hasReallyUsed('2015-08-04 08:30', 300, { allowanceMB: 1024 })
  story.until('2015-08-05 08:00')
  // then the alert came at once, the correction at eight in Paris, 14:00 in Beijing.
  expect(li.inbox.slice(2)).toEqual([
    '08-04 06:00 sms data-used-80',
    expect.stringMatching(/^08-04 14:\d\d(:\d\d)? sms data-corrected$/),
  ])
})
