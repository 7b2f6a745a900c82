/** Touchpoints 6 and 10: before leaving, and charges or use beyond the usual. */
import { describe, expect, it } from 'vitest'
import { megabytes, yuan } from '../../src/core/units.ts'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

function customer(profile: Partial<Profile> = {}): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2012-11-01 09:00', '2010-03-01')
  return { story, he }
}

const costs = (
  he: Customer,
  when: string,
  ...of: readonly ['roaming' | 'data' | 'calls', number]
): Customer =>
  he.tell(when, 'charges.reported', { kind: of[0], since: '2012-11-03', amountMicroYuan: yuan(of[1]) })

describe('before leaving', () => {
  it('TP6-01 TP6-02 TP6-03 TP6-08 TP6-09: opened: how to call cheaply, what that costs, then data and how to switch it off', () => {
    const { story, he } = customer()
    he.tell('2012-11-05 10:00', 'roaming.opened', {})
    story.until('2012-11-05 12:00')
    expect(he.inbox).toEqual([
      '11-05 10:00 sms roaming-open-calls',
      '11-05 10:00:04 sms roaming-open-prices',
      '11-05 10:00:08 sms roaming-open-data',
    ])
    tells(he.got('roaming-open-calls'), ['12593', 'CXGJ'])
    tells(he.got('roaming-open-data'), ['不含在套餐内', 'QXGJSW'])
  })

  it('TP6-03 TP6-08 CO-21: where the destination was named, the prices in force there', () => {
    const { story, he } = customer({ language: 'en' })
    he.tell('2012-11-05 10:00', 'roaming.opened', { mcc: '520' })
    story.until('2012-11-05 12:00')
    expect(he.inbox.at(-1)).toBe('11-05 10:00:08 sms roaming-open-place')
    tells(he.got('roaming-open-place'), ['Thailand', 'CNY 6.99', 'CNY 20.48', 'QXGJSW'])
  })
})

it.each([
  ['香港、美国、加拿大、新加坡0.6元', 'Hong Kong, USA, Canada, Singapore CNY 0.6'],
  ['韩国、台湾、泰国、澳门、马来西亚1元', 'Korea, Taiwan, Thailand, Macao, Malaysia 1;'],
  ['俄罗斯、印度、印度尼西亚、澳大利亚1.5元', 'Russia, India, Indonesia, Australia 1.5;'],
  ['英国、德国、意大利、菲律宾、西班牙、新西兰2元', 'Germany, Italy, Philippines, Spain, New Zealand 2.'],
])('TP6-02: calls from home with the cheap prefix, per minute: %s', (zh, en) => {
  for (const [language, prices] of [
    ['zh-CN', zh],
    ['en', en],
  ] as const) {
    const { story, he } = customer({ language })
    he.tell('2012-11-05 10:00', 'roaming.opened', {})
    story.until('2012-11-05 12:00')
    tells(he.got('roaming-open-prices'), ['12593', prices])
  }
})

describe('charges abroad', () => {
  it('TP6-19 TP6-13 TP10-09 NF-04: at 50, 100, 200 and each further 100 yuan, at any hour, each step once', () => {
    const { story, he } = customer()
    for (const [n, amount] of [49.99, 50, 80, 104, 104, 210, 260, 430].entries())
      costs(he, `2012-11-05 2${Math.floor(n / 4)}:${n % 4}0`, 'roaming', amount)
    story.until('2012-11-06 12:00')
    expect(he.inbox).toEqual([
      '11-05 20:10 sms roaming-charges',
      '11-05 20:30 sms roaming-charges',
      '11-05 21:10 sms roaming-charges',
      '11-05 21:30 sms roaming-charges',
    ])
    tells(he.got('roaming-charges'), ['430.00元', '11月3日', 'QXGJSW', '仅供参考'])
  })

  it.each([
    [3, ['sms']],
    [4, ['sms', 'voice']],
    [5, ['sms', 'voice']],
  ])('BS-04 TP6-13: no word that the text arrived: %d stars: %o within the half hour', (star, channels) => {
    const { story, he } = customer({ brand: 'gotone', planId: 'gotone-88', star })
    he.handset.answers.sms = 'silence'
    costs(he, '2012-11-05 10:00', 'roaming', 55)
    story.until('2012-11-05 10:30')
    expect(he.chronicle.messages.map(({ channel }) => channel)).toEqual(channels)
  })

  it('BS-04: it arrived: nobody is called', () => {
    const { story, he } = customer({ brand: 'gotone', planId: 'gotone-88', star: 5 })
    costs(he, '2012-11-05 10:00', 'roaming', 55)
    story.until('2012-11-05 14:00')
    expect(he.inbox).toEqual(['11-05 10:00 sms roaming-charges-valued'])
  })

  it('TP6-19: an older figure that comes late says nothing', () => {
    const { story, he } = customer()
    costs(he, '2012-11-05 10:00', 'roaming', 120)
    costs(he, '2012-11-05 10:10', 'roaming', 60)
    story.until('2012-11-05 12:00')
    expect(he.inbox).toHaveLength(1)
  })
})

describe('at home', () => {
  it('TP10-08 TP10-09: charges for data beyond the plan, and for calls, each by their own steps', () => {
    const { story, he } = customer()
    costs(he, '2012-11-05 10:00', 'data', 52)
    costs(he, '2012-11-05 11:00', 'calls', 99)
    costs(he, '2012-11-05 12:00', 'calls', 101)
    story.until('2012-11-05 13:00')
    expect(he.inbox).toEqual(['11-05 10:00 sms charges-step', '11-05 12:00 sms charges-step'])
    tells(he.got('charges-step'), ['套餐外通话', '101.00元', '11到10086'])
  })

  it('TP10-08 NF-27: far more data than ever: asked whether it is he, once a day', () => {
    const { story, he } = customer({ language: 'en' })
    he.tell('2012-11-05 23:10', 'usage.surged', { usedBytes: megabytes(3072), hours: 3 })
    he.tell('2012-11-05 23:50', 'usage.surged', { usedBytes: megabytes(4096), hours: 4 })
    story.until('2012-11-06 12:00')
    expect(he.inbox).toEqual(['11-05 23:10 sms data-surge'])
    tells(he.got('data-surge'), ['3GB', '3 hours', 'Not you?', '1561', 'for reference'.replace('f', 'F')])
  })
})
