/**
 * What the operator sells beside plans and packs: its own copy, as its BOSS holds it, under the ids that the public
 * catalogue uses.
 */
export interface Service {
  readonly id: string
  readonly charging: 'monthly' | 'at-once' | 'per-use'
  readonly feeYuan: number
  /** Not charged at first. */
  readonly freeHours: number
}

const monthly = (id: string, feeYuan: number): Service => ({ id, charging: 'monthly', feeYuan, freeHours: 0 })
/** Not charged for three days. */
const freeAtFirst = (id: string, feeYuan: number): Service => ({ ...monthly(id, feeYuan), freeHours: 72 })

/** With their share of all orders. */
export const services: readonly (readonly [Service, share: number])[] = [
  [monthly('ring-back-tone', 5), 30],
  [monthly('newspaper', 5), 12],
  [monthly('messenger', 1), 8],
  [freeAtFirst('weather', 3), 20],
  [freeAtFirst('call-alert', 3), 10],
  [monthly('phone-signature', 2), 5],
  [{ id: 'call-assistant', charging: 'at-once', feeYuan: 3, freeHours: 0 }, 15],
]

export const television: Service = { id: 'mobile-tv', charging: 'per-use', feeYuan: 1, freeHours: 0 }

/**
 * What is taken up for some time. `days` and `months` are how long it lasts; a contract's end is known to the month
 * only, broadband and offers of services to the day.
 */
export interface Offer {
  readonly id: string
  readonly months: number
  /** Comes back each month. */
  readonly returnYuan: number
  /** Paid in at once, and given on top in the batch of the next night. */
  readonly depositYuan: number
  readonly giftYuan: number
  /** From the first of the next month, not at once. */
  readonly isNextMonth: boolean
  readonly isByMonth: boolean
}

const offer = (id: string, months: number, more: Partial<Offer> = {}): Offer => ({
  id,
  months,
  returnYuan: 0,
  depositYuan: 0,
  giftYuan: 0,
  isNextMonth: false,
  isByMonth: false,
  ...more,
})

export const returns = offer('return-thanks', 12, { returnYuan: 10, depositYuan: 120, isNextMonth: true })
export const contract = offer('contract-i9108', 24, { isByMonth: true, isNextMonth: true })
export const contractMinimumYuan = 158
export const prepay = offer('prepay-30', 3, { depositYuan: 30, giftYuan: 30 })
export const broadband = offer('broadband-100', 12)
/** Taken up by those who are told of the campaign. */
export const campaign = offer('spring-data', 3)
/** Half a year's fee, for one plan alone. */
export const freeFee = offer('changting-half-year', 6, { isNextMonth: true })
const newspaperYear = offer('newspaper-year', 12)
const weatherMonth = offer('weather-1', 2)

/** With their share of all that is taken up at a counter. */
export const counterOffers: readonly (readonly [Offer, share: number])[] = [
  [returns, 40],
  [prepay, 25],
  [contract, 12],
  [weatherMonth, 13],
  [newspaperYear, 10],
]

/** What older customers hold already, with the share of customers; each ends within the year. */
export const stock: readonly (readonly [Offer, share: number])[] = [
  [returns, 0.1],
  [broadband, 0.1],
  [contract, 0.03],
  [newspaperYear, 0.03],
  [weatherMonth, 0.02],
]
