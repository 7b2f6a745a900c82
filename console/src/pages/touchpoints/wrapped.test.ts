import { expect, test } from 'vitest'
import { wrapped } from './wrapped.ts'

test.each<readonly [text: string, places: number, lines: readonly string[]]>([
  ['', 10, []],
  ['Enter the hall', 22, ['Enter the hall']],
  ['Greet, ask for the papers needed', 22, ['Greet, ask for the', 'papers needed']],
  ['Recharge-returncampaignwithoutblanks', 10, ['Recharge-r', 'eturncampa', 'ignwithout', 'blanks']],
  ['客户到营业厅选号选套餐缴费', 12, ['客户到营业厅', '选号选套餐缴', '费']],
  ['一二三四五六，七八', 12, ['一二三四五', '六，七八']],
  ['缴费并领取SIM卡', 14, ['缴费并领取SIM', '卡']],
  ['CRM', 22, ['CRM']],
])('%s in lines of %i', (text, places, lines) => {
  expect(wrapped(text, places)).toEqual(lines)
})
