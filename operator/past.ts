/**
 * What older customers hold already, told by CRM and BOSS right after the load (00:31–00:50), each fact dated when it was true
 * first, but no further back than six weeks: older than that the extract does not know.
 */
import type { Instant, MicroYuan } from '../src/core/units.ts'
import { dayMs, hourMs, minuteMs, nextMonthStart, shiftMonth } from './civil.ts'
import { planContact } from './contacts.ts'
import { type Life, step } from './errand.ts'
import { changePlan } from './plan-change.ts'
import { plansOf } from './plans.ts'
import { planEnd, planReturns, takenUp, type HeldOffer } from './promotions.ts'
import { joinGroup } from './requests.ts'
import { loadMs } from './opening.ts'

const extractMs = 42 * dayMs
/** Ordered last month, in force from today. */
const oddsOfNewPlan = 0.025

export function tellThePast(life: Life): void {
  const { stage, customer } = life
  const at = stage.from + loadMs + customer.chance.between(1, 20) * minuteMs
  stage.wake(customer, at, step(tellStock))
  planContact(life, at)
}

function tellStock(life: Life): void {
  const { stage, customer, at } = life
  const { person, chance } = customer
  const { holdings, family } = person
  const since = stage.from - extractMs + chance.between(0, 20) * dayMs
  customer.points = holdings.points
  customer.companyNet = holdings.company !== null && chance.yes(0.6)
  for (const service of holdings.services) {
    customer.services = [...customer.services, { service, trialDay: null }]
    const startsOn = stage.civil.dayAt(since).date
    const data = { serviceId: service.id, startsOn }
    stage.state(life, { source: 'crm', about: 'account', type: 'service.ordered', data, since })
  }
  for (const { offer, lastsDays } of holdings.offers) {
    const today = stage.civil.dayAt(at).number
    const held = { offer, startDay: today - (365 - lastsDays), lastDay: today + lastsDays }
    tellOffer(life, offer.isByMonth || offer.returnYuan > 0 ? toMonthEnd(life, held) : held, since)
  }
  planReturns(life, stage.civil.dayAt(at))
  if (family.role === 'member' && family.fate !== 'joins') {
    joinGroup(life, since)
    linkBroadband(life)
  }
  if (chance.yes(oddsOfNewPlan)) changePlanOrdered(life)
  tellDebt(life)
}

function changePlanOrdered(life: Life): void {
  const { stage, customer, at } = life
  const plan = customer.chance.share(plansOf[customer.person.brand])
  if (stage.civil.dayAt(at).dayOfMonth !== 1 || plan.id === customer.lines[0]!.plan.id) return
  customer.nextPlan = plan
  changePlan(life)
}

const toMonthEnd = ({ stage }: Life, held: HeldOffer): HeldOffer => ({
  ...held,
  lastDay: nextMonthStart(stage.civil.day(held.lastDay)) - 1,
})

function tellOffer(life: Life, held: HeldOffer, since: Instant): void {
  const { customer } = life
  customer.offers = [...customer.offers, held]
  const data = takenUp(life, held)
  life.stage.state(life, { source: 'crm', about: 'account', type: 'promotion.started', data, since })
  planEnd(life, held)
}

const oddsOfLink = 0.25

/** The member's broadband stops with the number of the head, who pays for both (TP9-12). */
function linkBroadband(life: Life): void {
  const { stage, customer } = life
  if (customer.paidBy === null || !customer.chance.yes(oddsOfLink)) return
  const data = { payerAccount: customer.paidBy }
  stage.state(life, { source: 'crm', about: 'account', type: 'broadband.linked', data })
}

/** A bill of the month before last, still unpaid: billed on the 3rd of last month, to be paid until its end. */
function tellDebt(life: Life): void {
  const { stage, customer, at } = life
  const { payMode, holdings } = customer.person
  if (payMode === 'prepaid' || customer.balance >= 0) return
  const today = stage.civil.dayAt(at)
  const lastMonth = stage.civil.day(today.number - today.dayOfMonth)
  customer.bill = { month: shiftMonth(today.month, -2), amount: -customer.balance as MicroYuan }
  stage.state(life, {
    source: 'boss',
    about: 'account',
    type: 'bill.issued',
    data: {
      month: customer.bill.month,
      amountMicroYuan: customer.bill.amount,
      payBy: lastMonth.date,
      payer: holdings.companyPays ? 'company' : 'self',
    },
    since: stage.civil.day(lastMonth.number - lastMonth.dayOfMonth + 3).start + 9 * hourMs,
  })
}
