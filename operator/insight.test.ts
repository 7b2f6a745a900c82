import { expect, test } from 'vitest'
import { clarity, type Insight, insightsIn } from './insight.ts'

const cases: readonly (readonly [tells: Insight | null, text: string])[] = [
  ['money-low', '【恰时移动】余额8.00元（11月10日09:00），用完即停机。请到营业厅或用充值卡充值。'],
  ['money-low', 'Your balance is CNY 8.00 (10 Nov 09:00). At zero your service stops. Top up by bank app.'],
  ['money-low', '截至11月10日09:00，您的可用余额不足10元，为避免停机请缴费。'],
  ['money-low', '号码可用至11月20日，之后将停机。在此之前充值即可延长。'],
  ['money-low', '您正在使用信用额度12.00元，请及时缴费。'],
  ['bill-unpaid', '10月账单88.00元未付，11月30日仍未付清，次日起停机。可用手机银行付费。'],
  [
    'bill-unpaid',
    'Your Oct bill is CNY 88.00. Please pay by 30 Nov: in a shop, by bank app or direct debit.',
  ],
  ['stopped', '您的号码已停机，不能拨打和接听。余额-3.00元（11月10日09:00），充值至0元以上即可恢复。'],
  [
    'stopped',
    'Kairos Mobile: Calls paused: you can be called, but not call. Balance CNY -3.00. To call, top up.',
  ],
  ['stopped', '您的号码因欠费已双向停机，请缴费后复机。'],
  ['data-low', '套餐流量已用80%，还剩20.00MB，可用至11月30日。加购流量包回复2651。'],
  ['data-low', "You have used 80% of your plan's data, 20MB left until 30 Nov. For a data pack, reply 2651."],
  ['data-low', '您的套内GPRS流量剩余不足5MB，仅供参考。回复2651叠加流量加油包。'],
  ['offer-ends', '100M宽带12月11日到期，之后不能上网。请到营业厅续费。'],
  ['offer-ends', 'Weather ends on 30 Nov; after that it costs CNY 3.00 a month. To cancel, reply QXTQ.'],
  [
    'data-abroad',
    '泰国上网5元/MB（不足3MB按3MB），每天最多30元。手机可能自动联网，关闭请发送GBMYSJ到10086。',
  ],
  [
    'data-abroad',
    'Data in Thailand costs CNY 5 per MB, at most CNY 30 a day; to switch data off, text X to 10086.',
  ],
  ['much-spent', '套餐外上网费用已达52.00元（11月1日起）。查余额和费用，发送11到10086。'],
  [null, '充值50.00元已到账，余额52.10元。查余额和费用，发送11到10086。'],
  [null, 'Your top-up of CNY 50.00 is in, balance CNY 52.10. For charges, text 11 to 10086.'],
  [null, '您的号码已恢复通话，可以拨打和接听。余额52.10元（11月10日09:00）。'],
  [null, '10月账单88.00元，已从余额付清。要电子账单，发送EZD到10658139。'],
  [null, '今天您已入网满3年，感谢您一直选择我们，祝您生活愉快！'],
]

test.each(cases)('%s: %s', (tells, text) => {
  expect(insightsIn(text)).toEqual(tells === null ? [] : [tells])
})

test('plain words that name what to do move more readers than words of the trade that name nothing', () => {
  const plain = clarity('余额8.00元，用完即停机。请到营业厅充值。')
  const vague = clarity('余额不足10元，为避免停机请缴费。')
  const trade = clarity('您的号码已呼限，请缴费后复机。')
  expect([plain > vague, vague > trade]).toEqual([true, true])
})
