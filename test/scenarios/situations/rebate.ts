import type { FactOf } from '../../../src/core/event/facts.ts'
import { yuan } from '../../../src/core/units.ts'
import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const loaded = '2015-09-01 09:00'
const returns = { promotionId: 'return-thanks', startsOn: '2015-10-01', monthlyReturnMicroYuan: yuan(10) }
const gift = { promotionId: 'prepay-30', startsOn: '2015-09-05' }

type Taken = FactOf<'promotion.confirmed'>

function taken(template: string, what: string, [type, body]: readonly [Trigger, Taken]): Situation {
  const happens = (one: Customer): void => void one.isLoaded(loaded).tell('2015-09-05 10:00', type, body)
  return { template, what, happens, until: '2015-09-05 20:00' }
}
type Trigger = 'promotion.confirmed' | 'promotion.started'

type Credit = Partial<FactOf<'promotion.credited'>>

function credited(template: string, what: string, part: Credit): Situation {
  const body = { promotionId: 'return-thanks', how: 'return', amountMicroYuan: yuan(10) } as const
  const happens = (one: Customer): void => {
    one.isLoaded(loaded)
    one.tell('2015-09-13 00:05', 'promotion.credited', { ...body, balanceMicroYuan: yuan(42.5), ...part })
  }
  return { template, what, happens, until: '2015-09-13 20:00' }
}

export const rebate: Chapter = {
  touchpoint: 'rebate',
  points: {
    'promotion-confirmed-return': [/已为您办理.+/, /You joined .+/],
    'promotion-confirmed': [/已为您办理.+/, /You joined .+/],
    'promotion-started-return': [/已从\d+月/, /Thank-you returns/],
    'promotion-started': [/已从\d+月/, /started on|Pay 30 get 60/],
    'return-credited': [/返还话费\d+/, /Thank-you returns/],
    'return-recharge': [/充值\d+/, /Thank-you returns/],
    'gift-credited': [/赠送话费/, /^A gift of CNY/],
  },
  situations: [
    taken('promotion-confirmed-return', 'a number ending in 3', [
      'promotion.confirmed',
      { ...returns, months: 12, lastDigit: 3, lastDay: '2016-09-30' },
    ]),
    taken('promotion-confirmed-return', 'the day not known', ['promotion.confirmed', returns]),
    taken('promotion-confirmed', 'to a day', ['promotion.confirmed', { ...gift, lastDay: '2016-09-04' }]),
    taken('promotion-confirmed', 'to a month', [
      'promotion.confirmed',
      { ...gift, promotionId: 'contract-i9108', lastMonth: '2017-08' },
    ]),
    taken('promotion-started-return', 'a number ending in 9', [
      'promotion.started',
      { ...returns, months: 12, lastDigit: 9 },
    ]),
    taken('promotion-started', 'without an end', ['promotion.started', gift]),
    credited('return-credited', 'eleven months to come', { monthsLeft: 11, lastDigit: 3 }),
    credited('return-credited', 'the last month', { monthsLeft: 0, lastDigit: 3 }),
    credited('return-recharge', 'recharged in the campaign', { how: 'recharge', monthsLeft: 5 }),
    credited('gift-credited', 'booked in a batch', { how: 'gift' }),
  ],
}
