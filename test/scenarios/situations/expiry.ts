import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

type End = { readonly lastDay: string } | { readonly lastMonth: string }

function ends(template: string, promotionId: string, end: End): Situation {
  const happens = (one: Customer): void => {
    one.isLoaded('2014-12-01 09:00')
    one.tell('2014-12-01 10:00', 'promotion.confirmed', { promotionId, startsOn: '2014-12-01', ...end })
  }
  return { template, what: promotionId, happens, until: '2015-11-30 20:00' }
}

const day = { lastDay: '2015-11-30' }

export const expiry: Chapter = {
  touchpoint: 'expiry',
  points: {
    'expiry-plan-fee': [/\d+月\d+日到期/, /Free monthly fee/],
    'expiry-service': [/优惠\d+月/, /Weather at CNY 1|Mobile news/],
    'expiry-gift': [/\d+月\d+日/, /Pay 30 get 60/],
    'expiry-contract': [/\d+月到期/, /Samsung I9108/],
    'expiry-contract-day': [/\d+月\d+日/, /Samsung I9108/],
  },
  situations: [
    ends('expiry-plan-fee', 'changting-half-year', day),
    ends('expiry-service', 'weather-1', day),
    ends('expiry-service', 'newspaper-year', day),
    ends('expiry-gift', 'prepay-30', day),
    ends('expiry-contract', 'contract-i9108', { lastMonth: '2015-11' }),
    ends('expiry-contract-day', 'contract-i9108', day),
  ],
}
