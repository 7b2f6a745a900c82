import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FactType } from '../src/core/event/facts.ts'
import { createCivil } from './civil.ts'
import type { DataOf } from './envelope.ts'
import type { Experience, Happening, Shown } from './experience.ts'
import { type Factor, factors, grounds } from './grounds.ts'
import { complaintsOf, groundsTable } from './judgement.ts'

const civil = createCivil('Asia/Shanghai')
const time = (text: string): number => Date.parse(`2026-11-${text.replace(' ', 'T')}:00+08:00`)

type Entry = readonly [when: string, what: FactType | 'sms' | 'voice', content: object | string]

/** A month in short: what happened, and what the handset showed. */
function lived(...entries: readonly Entry[]): Experience {
  const happenings = entries.flatMap(([when, type, data], i) =>
    typeof data === 'string'
      ? []
      : [{ id: `t.A1.${i}`, source: 'boss', subject: 'account:A1', type, data, at: time(when) }],
  )
  const shown = entries.flatMap(([when, channel, text]) =>
    typeof text === 'string' ? [{ at: time(when), channel, text }] : [],
  )
  return {
    account: 'A1',
    happenings: happenings as unknown as readonly Happening[],
    shown: shown as readonly Shown[],
    civil,
    until: time('30 23:00'),
  }
}

const met = (experience: Experience): Factor[] =>
  grounds.filter(({ find }) => find(experience).length > 0).map(({ factor }) => factor)

const balance = (yuan: number): DataOf<'balance.reported'> => ({ balanceMicroYuan: yuan * 1e6 })
const stopped = { standing: 'suspended', reason: 'arrears' }
const back = { standing: 'normal', reason: 'paid' }
const paid = (balanceYuan: number) => ({ ...balance(balanceYuan), amountMicroYuan: 50e6 })
const ordered = { serviceId: 'ring-back-tone', startsOn: '2026-11-10' }
const good =
  '【恰时移动】已为您开通彩铃，每月5元，11月10日起收费。取消回复QXCL；有疑问请在1小时内回复5060。打给您时会听到音乐，在网站更换。'
const low = '【恰时移动】余额8.00元（11月10日09:00），用完即停机。请到营业厅充值。'

const cases: readonly (readonly [factors: readonly Factor[], what: string, entries: readonly Entry[]])[] = [
  [[], 'nothing happened, nothing shown', []],
  [
    [],
    'an order told at once, with price, day and way out',
    [
      ['10 10:00', 'service.ordered', ordered],
      ['10 10:01', 'sms', good],
    ],
  ],
  [
    [],
    'ordered at night and told in the morning',
    [
      ['10 23:00', 'service.ordered', ordered],
      ['11 08:20', 'sms', good],
    ],
  ],
  [
    [1],
    'money runs short and no way to pay is named',
    [
      ['10 09:00', 'balance.reported', balance(8)],
      ['10 09:01', 'sms', '余额8.00元，不足将停机。'],
    ],
  ],
  [
    [],
    'money runs short and the message says what to do',
    [
      ['10 09:00', 'balance.reported', balance(8)],
      ['10 09:01', 'sms', low],
    ],
  ],
  [[2], 'words of the trade', [['10 09:00', 'sms', '您的套外流量10元，叠加包请发送2651。']]],
  [
    [3],
    'the same words twice on a day',
    [
      ['10 09:00', 'sms', '欢迎使用。'],
      ['10 15:00', 'sms', '欢迎使用。'],
    ],
  ],
  [
    [],
    'the same words a week later',
    [
      ['10 09:00', 'sms', '欢迎使用。'],
      ['17 15:00', 'sms', '欢迎使用。'],
    ],
  ],
  [[4], 'woken at midnight', [['10 00:00', 'sms', '欢迎使用。']]],
  [
    [],
    'told at midnight of what one does at midnight',
    [
      ['10 23:58', 'usage.reported', {}],
      ['10 23:59', 'sms', '流量已用80MB。'],
    ],
  ],
  [
    [5],
    'six messages on a day',
    [10, 11, 12, 13, 14, 15].map(hour => [`10 ${hour}:00`, 'sms', `第${hour}条`] as const),
  ],
  [
    [],
    'five messages on a day',
    [10, 11, 12, 13, 14].map(hour => [`10 ${hour}:00`, 'sms', `第${hour}条`] as const),
  ],
  [[6], 'a flood of data, and silence', [['10 10:00', 'usage.surged', { usedBytes: 9e7, hours: 2 }]]],
  [
    [],
    'a flood of data, and a word',
    [
      ['10 10:00', 'usage.surged', { usedBytes: 9e7, hours: 2 }],
      ['10 10:01', 'sms', '2小时内上网已用86MB。'],
    ],
  ],
  [
    [6],
    'charges abroad pass 50 yuan in silence',
    [['10 10:00', 'charges.reported', { kind: 'roaming', since: '2026-11-01', amountMicroYuan: 55e6 }]],
  ],
  [
    [],
    'charges abroad stay below 50 yuan',
    [['10 10:00', 'charges.reported', { kind: 'roaming', since: '2026-11-01', amountMicroYuan: 45e6 }]],
  ],
  [
    [7],
    'ordered, and never told how to use it',
    [
      ['10 10:00', 'service.ordered', ordered],
      ['10 10:01', 'sms', '彩铃每月5元，11月10日起，取消回复QXCL。'],
    ],
  ],
  [
    [7, 8],
    'ordered, with neither price nor day',
    [
      ['10 10:00', 'service.ordered', ordered],
      ['10 10:01', 'sms', '彩铃已开通，取消回复QXCL。'],
    ],
  ],
  [
    [8],
    'another plan, and no word from when',
    [
      ['10 10:00', 'plan.change-ordered', { planId: 'p', startsOn: '2026-12-01' }],
      ['10 10:01', 'sms', '您的套餐变更已成功。'],
    ],
  ],
  [
    [9],
    'a credit without a word',
    [
      [
        '10 00:10',
        'promotion.credited',
        { promotionId: 'return-thanks', how: 'return', amountMicroYuan: 1e7, balanceMicroYuan: 3e7 },
      ],
    ],
  ],
  [[9], 'an offer ends unannounced', [['20 00:10', 'promotion.ended', { promotionId: 'weather-1' }]]],
  [
    [],
    'an offer ends as announced',
    [
      ['02 09:10', 'sms', '天气预报优惠11月19日结束，之后每月3元。'],
      ['20 00:10', 'promotion.ended', { promotionId: 'weather-1' }],
    ],
  ],
  [
    [10],
    'paid, and told a day later',
    [
      ['10 10:00', 'payment.received', paid(60)],
      ['11 14:00', 'sms', '充值50.00元已到账，余额60.00元。'],
    ],
  ],
  [
    [10],
    'paid in the evening, and told after noon',
    [
      ['10 21:14', 'payment.received', paid(60)],
      ['11 12:08', 'sms', '充值50.00元已到账，余额60.00元。'],
    ],
  ],
  [
    [],
    'paid in the evening, and told in the first of the hours asked for',
    [
      ['02 10:00', 'preference.changed', { activeHours: { from: '12:00', to: '20:00' } }],
      ['10 21:14', 'payment.received', paid(60)],
      ['11 12:08', 'sms', '充值50.00元已到账，余额60.00元。'],
    ],
  ],
  [
    [10],
    'paid within the hours asked for, and told on the next day',
    [
      ['02 10:00', 'preference.changed', { activeHours: { from: '12:00', to: '20:00' } }],
      ['10 13:14', 'payment.received', paid(60)],
      ['11 12:08', 'sms', '充值50.00元已到账，余额60.00元。'],
    ],
  ],
  [
    [15],
    'a bill of which nothing was said, though another message says where to look up charges',
    [
      ['03 08:00', 'bill.issued', { month: '2026-10', amountMicroYuan: 50e6, payBy: '2026-11-30' }],
      ['05 09:00', 'payment.received', paid(60)],
      ['05 09:01', 'sms', '充值50.00元已到账，余额60.00元。查余额和费用，发送11到10086。'],
    ],
  ],
  [
    [15],
    'another plan ordered, and only the data of the present one spoken of',
    [
      ['10 10:00', 'plan.change-ordered', { planId: 'easyown-28', startsOn: '2026-12-01' }],
      ['11 10:00', 'sms', '套餐流量已用118.8MB，还剩20MB，可用至11月30日。'],
    ],
  ],
  [
    [11],
    'a balance that never was',
    [
      ['10 10:00', 'balance.reported', balance(60)],
      ['10 10:05', 'sms', '您的余额55.50元。'],
    ],
  ],
  [[11], 'a gap in the text', [['10 10:00', 'sms', '优惠到期日%EXPIRE_YYYYMMDD%。']]],
  [[12], 'data without a figure', [['10 10:00', 'sms', '您的流量即将用完，请注意。']]],
  [
    [13],
    'stopped without a warning',
    [
      ['10 09:00', 'standing.reported', stopped],
      ['10 09:01', 'sms', '您已停机，余额-1.00元，请到营业厅缴费。'],
    ],
  ],
  [
    [],
    'stopped after a warning',
    [
      ['09 09:00', 'balance.reported', balance(8)],
      ['09 09:01', 'sms', low],
      ['10 09:00', 'standing.reported', stopped],
      ['10 09:01', 'sms', '您已停机，余额8.00元，请到营业厅缴费。'],
    ],
  ],
  [
    [14],
    'low, though paid an hour ago',
    [
      ['10 08:00', 'balance.reported', balance(8)],
      ['10 09:00', 'payment.received', paid(58)],
      ['10 09:01', 'sms', '充值50元已到账。'],
      ['10 10:00', 'sms', low],
    ],
  ],
  [
    [14],
    'stopped, though back',
    [
      ['09 09:00', 'balance.reported', balance(8)],
      ['09 09:01', 'sms', low],
      ['10 09:00', 'standing.reported', stopped],
      ['10 09:01', 'sms', '已停机，余额8.00元，请到营业厅缴费。'],
      ['10 10:00', 'standing.reported', back],
      ['10 10:01', 'sms', '已恢复通话。'],
      ['10 11:00', 'sms', '您的号码已停机，余额8.00元，请到营业厅。'],
    ],
  ],
  [
    [14],
    'ordered, though cancelled',
    [
      ['10 10:00', 'service.ordered', ordered],
      [
        '10 10:30',
        'service.cancelled',
        { serviceId: 'ring-back-tone', lastDay: '2026-11-10', by: 'customer' },
      ],
      ['10 11:00', 'sms', good],
    ],
  ],
  [
    [14],
    'unpaid, though settled',
    [
      ['03 10:00', 'bill.issued', { month: '2026-10', amountMicroYuan: 6e7, payBy: '2026-11-30' }],
      ['03 10:01', 'sms', '10月账单60元，11月30日前缴。'],
      ['20 10:00', 'bill.settled', { month: '2026-10' }],
      ['25 09:00', 'sms', '10月账单60元未缴，11月30日后停机，请到营业厅。'],
    ],
  ],
  [
    [15],
    'somebody queried, and nothing was said',
    [['10 10:00', 'query.performed', { kind: 'call-detail' }]],
  ],
  [
    [16],
    'ordered weekly, and nothing came',
    [
      ['10 10:00', 'preference.changed', { subscribe: ['data-weekly'] }],
      ['11 10:00', 'usage.reported', {}],
    ],
  ],
]

describe('GM-02: what a customer must have met', () => {
  it.each(cases)('%o: %s', (expected, _, entries) => {
    expect(met(lived(...entries))).toEqual(expected)
  })

  it('each of the sixteen factors has its ground, and each ground a case', () => {
    expect(grounds.map(({ factor }) => factor)).toEqual(factors)
    expect([...new Set(cases.flatMap(([expected]) => expected))].toSorted((a, b) => a - b)).toEqual(factors)
  })
})

describe('GM-02: who says so', () => {
  const woken = (account: string): Experience => ({ ...lived(['10 00:00', 'sms', '欢迎使用。']), account })
  const many = Array.from({ length: 2_000 }, (_, n) => complaintsOf('seed', woken(`A${n}`)))

  it('as many as the table says', () => {
    const percent = grounds.find(({ factor }) => factor === 4)!.percent / 100
    expect(many.filter(list => list.length > 0).length / many.length).toBeCloseTo(percent, 1)
  })

  it('the same experience gives the same complaints, and one more message changes nothing about the others', () => {
    const before = complaintsOf('seed', woken('A3'))
    expect(complaintsOf('seed', woken('A3'))).toEqual(before)
    const all = Array.from({ length: 200 }, (_, n) => {
      const one = woken(`A${n}`)
      const more = {
        ...one,
        shown: [...one.shown, { at: time('12 12:00'), channel: 'sms' as const, text: '叠加包' }],
      }
      return [complaintsOf('seed', one), complaintsOf('seed', more)] as const
    })
    for (const [few, more] of all) expect(more.filter(({ factor }) => factor !== 2)).toEqual(few)
  })

  it('a ground met twice a day is one complaint at most', () => {
    const noisy = lived(...[1, 2, 3, 4, 5].map(hour => [`10 0${hour}:00`, 'sms', `第${hour}条`] as const))
    const times = Array.from({ length: 300 }, (_, n) => complaintsOf('seed', { ...noisy, account: `A${n}` }))
    expect(Math.max(...times.map(list => list.length))).toBe(1)
  })
})

it('README.md shows the table of grounds', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const plain = (text: string): string => text.replaceAll(/[ -]+/g, ' ')
  expect(plain(readme)).toContain(plain(groundsTable()))
})
