/**
 * Who the customers are. A person follows from the seed and the person's own number alone, so a larger
 * population has the same people first and then more.
 */
import type { Brand, Language, PayMode } from '../src/core/event/facts.ts'
import { megabytes } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import { contactOf, type ContactPlan } from './contacts.ts'
import { familyOf, type FamilyPlace } from './family.ts'
import { holdingsOf, type Holdings } from './holdings.ts'
import { nameOf } from './names.ts'
import { accountOf, numberOf } from './numbers.ts'
import { allowanceOf, dataPacks, plansOf, secondPlanOf, servicePacks, type Pack, type Plan } from './plans.ts'
import type { Way } from './rhythm.ts'
import {
  brandShares,
  cityShares,
  wayShares,
  thriftShares,
  ageOf,
  travelsOf,
  vipShares,
  oddsOfPostpaid,
  oddsOfEnglish,
  oddsOfWatching,
  heedsBetween,
  oddsOfSecondLine,
} from './shares.ts'

/** When the customer pays again: before it runs low, when it is low, when it hurts, or not this month. */
export type Thrift = 'ahead' | 'prompt' | 'late' | 'never'

export interface Person {
  readonly index: number
  readonly account: string
  /** Numbers of the lines: one, or two. */
  readonly numbers: readonly string[]
  readonly name: string
  readonly birthYear: number
  readonly language: Language
  readonly city: string
  readonly way: Way
  readonly brand: Brand
  readonly payMode: PayMode
  readonly plan: Plan
  readonly packs: readonly Pack[]
  readonly secondPlan: Plan | null
  /** Months since joining; 0 = joins within the span. */
  readonly months: number
  readonly star: number
  readonly vip: 'none' | 'silver' | 'gold' | 'diamond'
  readonly family: FamilyPlace
  readonly holdings: Holdings
  /** Who is no customer and answers for a number of this one. */
  readonly contact: ContactPlan | null
  /** Bytes a month, when nothing holds the customer back. */
  readonly appetiteBytes: number
  /** Calls and messages beyond the plan. */
  readonly callsYuanPerDay: number
  readonly thrift: Thrift
  readonly topUpYuan: number
  readonly payDay: number
  /** Chance of leaving for abroad on any day. */
  readonly travels: number
  readonly hasRoamingData: boolean
  /** Looks after what is left of the data without being told. */
  readonly watchesUse: boolean
  /** Of the messages that call for something, the share on which this one acts. */
  readonly heeds: number
  /** Goes on undisturbed when the allowance is used up. */
  readonly isHeedless: boolean
}

export interface Setting {
  readonly seed: string
  readonly year: number
  /** Share of the population that joins within the span. */
  readonly joinerShare: number
}

export function personOf(setting: Setting, index: number): Person {
  const chance = Chance.of(setting.seed, 'person', index)
  const family = familyOf(setting.seed, index)
  const brand = chance.share(brandShares)
  const way = chance.share<Way>(wayShares[brand])
  const plan = chance.share(plansOf[brand])
  const packs = packsOf(plan, chance)
  const joins = chance.yes(setting.joinerShare) && family.role === 'single'
  const months = joins ? 0 : chance.whole(1, way === 'student' ? 30 : 150)
  const star = starOf(months, plan.feeYuan, chance)
  const language: Language = chance.yes(oddsOfEnglish) ? 'en' : 'zh-CN'
  const secondPlan = chance.yes(oddsOfSecondLine) && family.role === 'single' ? secondPlanOf[brand] : null
  const person = {
    index,
    account: accountOf(index),
    numbers: secondPlan === null ? [numberOf(index, 0)] : [numberOf(index, 0), numberOf(index, 1)],
    name: nameOf(language, chance),
    birthYear: setting.year - chance.whole(...ageOf[way]),
    language,
    city: chance.share(cityShares),
    way,
    brand,
    plan,
    packs,
    secondPlan,
    months,
    star,
    vip: star < 4 ? ('none' as const) : chance.share(vipShares),
    family,
    ...appetite(plan, packs, chance),
    ...purse({ brand, plan, family }, chance),
    travels: travelsOf[way],
    hasRoamingData: chance.yes(0.55),
  }
  const holdings = holdingsOf(setting.seed, person)
  const reader = readerOf(Chance.of(setting.seed, 'reader', index))
  return { ...person, ...reader, holdings, contact: contactOf(setting.seed, { ...person, holdings }) }
}

/** A stream of its own. */
const readerOf = (chance: Chance): Pick<Person, 'watchesUse' | 'heeds'> => ({
  watchesUse: chance.yes(oddsOfWatching),
  heeds: chance.between(...heedsBetween),
})

function packsOf(plan: Plan, chance: Chance): readonly Pack[] {
  const data = chance.yes(plan.dataMB === 0 ? 0.25 : 0.15)
    ? [plan.dataMB === 0 ? dataPacks[1]! : chance.pick(dataPacks)]
    : []
  return chance.yes(0.2) ? [...data, chance.pick(servicePacks)] : data
}

/** Not rated before the eighth month (ST-03); then by age of the line and spending (ST-01). */
function starOf(months: number, feeYuan: number, chance: Chance): number {
  if (months < 8) return 0
  const score = months / 45 + feeYuan / 50 + chance.between(0, 1.4)
  return Math.min(5, Math.max(1, Math.round(score)))
}

/** Median customer: 60 % of the allowance; one in three passes 80 %, one in five all of it. */
function appetite(
  plan: Plan,
  packs: readonly Pack[],
  chance: Chance,
): Pick<Person, 'appetiteBytes' | 'isHeedless'> {
  const allowance = allowanceOf(plan, packs)
  const appetiteBytes =
    allowance === 0 ? chance.logNormal(megabytes(2.5), 1.4) : allowance * chance.logNormal(0.6, 0.7)
  return { appetiteBytes, isHeedless: chance.yes(0.25) }
}

function purse(
  { brand, plan, family }: Pick<Person, 'brand' | 'plan' | 'family'>,
  chance: Chance,
): Pick<Person, 'payMode' | 'callsYuanPerDay' | 'thrift' | 'topUpYuan' | 'payDay'> {
  const needYuan = plan.feeYuan * (family.role === 'head' ? 1 + family.members : 1)
  return {
    payMode: chance.yes(oddsOfPostpaid[brand]) ? 'postpaid' : 'prepaid',
    callsYuanPerDay: chance.logNormal(brand === 'gotone' ? 1 : 0.6, 0.6),
    thrift: chance.share(thriftShares),
    topUpYuan: chance.pick(
      [30, 50, 50, 100, 100, 200].filter(amount => amount >= needYuan || amount === 200),
    ),
    payDay: chance.pick([5, 8, 10, 10, 15, 15, 25]),
  }
}
