/** A customer as the operator's systems hold it: who it is, and how things stand at this moment. */
import type { ChargeKind, FactOf, StandingState } from '../src/core/event/facts.ts'
import { type Instant, type MicroYuan, yuan } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import type { Person } from './person.ts'
import { allowanceOf, monthlyFeeYuan, type Pack, type Plan } from './plans.ts'
import type { HeldOffer } from './promotions.ts'
import type { HeldService } from './services.ts'
import type { Place } from './places.ts'

/** A counter of bytes in the online charging system. */
export interface Counter {
  usedBytes: number
  allowanceBytes: number
  /** What was used, and when, at the last report. */
  reportedBytes: number
  reportedAt: Instant
}

export interface Line {
  plan: Plan
  packs: readonly Pack[]
  readonly counter: Counter
}

export interface Customer {
  readonly person: Person
  /**
   * Of the errand that is being done, or of the topic of the day that is being planned: each has a stream of its own, so that
   * what a customer does on account of a message leaves journeys, needs and whims as they were.
   */
  chance: Chance
  /** The customer's stream of these names. */
  readonly chanceOf: (...names: readonly (string | number)[]) => Chance
  readonly lines: readonly Line[]
  readonly roaming: Counter
  presence: 'expected' | 'here' | 'gone'
  /** Statements so far: makes the ids. */
  serial: number
  /** Statements in this calendar month, and how many of them came again. */
  statementsThisMonth: number
  copiesThisMonth: number
  /** Prepaid: what is left. Post-paid: what is owed, as a negative amount. */
  balance: MicroYuan
  balanceReported: MicroYuan
  /** Post-paid: the running month, billed on the 2nd or 3rd of the next. */
  unbilled: MicroYuan
  /** Last day of validity, as a day number; null where the brand knows none. */
  validDay: number | null
  standing: StandingState
  standingReason: FactOf<'standing.reported'>['reason']
  services: readonly HeldService[]
  offers: readonly HeldOffer[]
  /** Ordered, in force from the first of the next month. */
  nextPlan: Plan | null
  points: number
  /** Post-paid: the bill that is not settled. */
  bill: { readonly month: string; readonly amount: MicroYuan } | null
  /** What a kind of use has cost since the month began, and at the last report. */
  readonly spent: Record<ChargeKind, { amount: number; reported: number }>
  /** Of those who asked to know what each week costs: since which day it is counted, and how much so far. */
  week: { readonly since: number; readonly amountYuan: number } | null
  /** The last day on which the overdraft was told of. */
  overdraftDay: number
  companyNet: boolean
  familyNet: boolean
  /** The account that pays for this one. */
  paidBy: string | null
  abroad: Place | null
  /** Back from the present journey; no other begins before. */
  awayUntil: Instant
  /** The day for which data abroad has been paid. */
  dayPackDay: number
  /** Data abroad is switched off until the journey that ends then is over. */
  dataOffUntil: Instant
  /** The month (`YYYY-MM`) in which data is used sparingly. */
  sparingMonth: string
  /** When the next payment is planned; null for none. */
  paymentAt: Instant | null
  /** The last payment. */
  paidAt: Instant
  isCreditCheckPlanned: boolean
}

const emptyCounter = (allowanceBytes: number): Counter => ({
  usedBytes: 0,
  allowanceBytes,
  reportedBytes: 0,
  reportedAt: -Infinity,
})

const newLine = (plan: Plan, packs: readonly Pack[]): Line => ({
  plan,
  packs,
  counter: emptyCounter(allowanceOf(plan, packs)),
})

export function newCustomer(seed: string, person: Person): Customer {
  const { plan, packs, secondPlan } = person
  const chanceOf: Customer['chanceOf'] = (...names) => Chance.of(seed, 'life', person.index, ...names)
  return {
    person,
    chance: chanceOf(),
    chanceOf,
    lines: secondPlan === null ? [newLine(plan, packs)] : [newLine(plan, packs), newLine(secondPlan, [])],
    roaming: emptyCounter(0),
    presence: 'expected',
    serial: 0,
    statementsThisMonth: 0,
    copiesThisMonth: 0,
    balance: yuan(0),
    balanceReported: yuan(0),
    unbilled: yuan(0),
    validDay: null,
    standing: 'normal',
    standingReason: 'paid',
    services: [],
    offers: [],
    nextPlan: null,
    points: 0,
    bill: null,
    spent: {
      roaming: { amount: 0, reported: 0 },
      data: { amount: 0, reported: 0 },
      calls: { amount: 0, reported: 0 },
    },
    week: null,
    overdraftDay: -1,
    companyNet: false,
    familyNet: false,
    paidBy: null,
    abroad: null,
    awayUntil: 0,
    dayPackDay: -1,
    dataOffUntil: -Infinity,
    sparingMonth: '',
    paymentAt: null,
    paidAt: -Infinity,
    isCreditCheckPlanned: false,
  }
}

/** What the account costs each month; a head pays for the members too. */
export function monthlyCostYuan({ person, lines, services }: Customer): number {
  const plans = lines.reduce((sum, line) => sum + monthlyFeeYuan(line.plan, line.packs), 0)
  const paid = services.filter(({ trialDay }) => trialDay === null)
  return paid.reduce((sum, { service }) => sum + service.feeYuan, plans) * burden(person)
}

/** Members' use weighs on the head: so many times the head's own. */
export const burden = ({ family }: Person): number => (family.role === 'head' ? 1 + 0.6 * family.members : 1)

/** Where the brand knows validity, a number lives as long as it is topped up. */
export const hasValidity = ({ person }: Customer): boolean =>
  person.payMode === 'prepaid' && person.brand !== 'gotone'
