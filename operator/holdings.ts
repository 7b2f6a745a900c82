/** What customers hold beside plan and packs when they come to be known. A stream of its own: people stay who they are. */
import { Chance } from './chance.ts'
import { type Offer, type Service, services, stock } from './offers.ts'
import type { Person } from './person.ts'

export interface Holdings {
  /** The company through which the number was taken; its staff may call each other by short numbers. */
  readonly company: string | null
  /** Pays the bill of a post-paid number. */
  readonly companyPays: boolean
  readonly services: readonly Service[]
  readonly offers: readonly { readonly offer: Offer; readonly lastsDays: number }[]
  /** Agreed to hear of offers. */
  readonly wantsOffers: boolean
  readonly points: number
}

type Span = readonly [least: number, most: number]

/** Invented. */
export const companies = [
  '海门钟表',
  '椒江水产',
  '路桥机电',
  '黄岩蜜橘',
  '临海古建',
  '天台旅行',
  '温岭鞋业',
  '玉环阀门',
]
const oddsOfCompany = { office: 0.4, business: 0.4, worker: 0.15, student: 0, retired: 0 } as const
const oddsOfCompanyPaying = 0.25
const oddsOfService = 0.1
const oddsOfConsent = 0.22
const usualDays: Span = [3, 340]
/** Of what ends, so much ends soon after that. */
const oddsOfEndingSoon = 0.35
const soonDays: Span = [32, 62]

type Someone = Pick<Person, 'index' | 'way' | 'payMode' | 'months' | 'plan' | 'brand' | 'family'>

export function holdingsOf(
  seed: string,
  { index, way, payMode, months, plan, brand, family }: Someone,
): Holdings {
  const chance = Chance.of(seed, 'holdings', index)
  const company = chance.yes(oddsOfCompany[way]) ? companies[index % companies.length]! : null
  const isOld = months > 2
  const isPayer = family.role !== 'member'
  return {
    company,
    companyPays: company !== null && payMode === 'postpaid' && chance.yes(oddsOfCompanyPaying),
    services: isOld && chance.yes(oddsOfService) ? [chance.share(services)] : [],
    offers: stock
      .filter(([, share]) => chance.yes(share) && isOld && isPayer)
      .map(([offer]) => {
        const span = chance.yes(oddsOfEndingSoon) ? soonDays : usualDays
        return { offer, lastsDays: chance.whole(...span) }
      }),
    wantsOffers: chance.yes(oddsOfConsent),
    points: brand === 'easyown' ? 0 : Math.round(months * plan.feeYuan * chance.between(0.1, 0.6)),
  }
}
