/**
 * BOSS's monthly accounts: the bill, what is still missing to an agreed minimum, points.
 *
 * Post-paid: billed on the 2nd or 3rd, to be paid until the end of the month (TP9-07). Prepaid: the month's cost is stated, the
 * balance has paid it. Whoever is paid for by somebody else gets no bill.
 */
import { type MicroYuan, yuan } from '../src/core/units.ts'
import { dayMs, hourMs, nextMonthStart, shiftMonth, type CivilDay } from './civil.ts'
import { monthlyCostYuan } from './customer.ts'
import { type Life, step } from './errand.ts'
import { contract, contractMinimumYuan } from './offers.ts'
import { considerPayment } from './payment-habit.ts'
import { holdsOffer } from './promotions.ts'
import { charge, fen, reportBalance } from './wallet.ts'

/** What part of those under a contract stays below its minimum. */
const oddsBelowMinimum = 0.3
/** Points for each yuan. */
const pointsPerYuan = 1
const oddsOfSpendingPoints = 0.06
const oddsOfPointsEnding = 0.12

/** The nights of the first week, in which BOSS makes up its accounts. */
export function planAccounts({ stage, customer }: Life, day: CivilDay): void {
  const { chance, person } = customer
  const night = (from: number, until: number): number =>
    day.start + chance.whole(from, until) * dayMs + chance.between(1, 6) * hourMs
  const bill = step(person.payMode === 'postpaid' ? issueBill : issueStatement)
  stage.wake(customer, day.start + chance.between(24, 56) * hourMs, bill)
  if (chance.yes(oddsBelowMinimum)) stage.wake(customer, night(2, 2), step(collectMinimum))
  if (person.brand === 'easyown') return
  stage.wake(customer, night(4, 8), step(countPoints))
  if (chance.yes(oddsOfPointsEnding)) stage.wake(customer, night(9, 11), step(warnOfPoints))
}

/** Post-paid: the month that ended becomes a debt. */
export function issueBill(life: Life): void {
  const { customer, stage, at } = life
  if (customer.paidBy !== null) return
  const today = stage.civil.dayAt(at)
  const amount = customer.unbilled
  customer.balance = (customer.balance - amount) as MicroYuan
  customer.unbilled = yuan(0)
  if (customer.balance < 0) {
    const bill = { month: shiftMonth(today.month, -1), amount: -customer.balance as MicroYuan }
    customer.bill = bill
    const payBy = stage.civil.day(nextMonthStart(today) - 1).date
    const payer = customer.person.holdings.companyPays ? 'company' : 'self'
    const data = { month: bill.month, amountMicroYuan: bill.amount, payBy, payer } as const
    stage.state(life, { source: 'boss', about: 'account', type: 'bill.issued', data })
  }
  reportBalance(life)
  considerPayment(life)
}

/** Mondays, for those who asked: what the days since the last time have cost. */
export function sumUpWeek(life: Life): void {
  const { customer, stage, at } = life
  if (customer.week === null) return
  const today = stage.civil.dayAt(at)
  const [since, until] = [customer.week.since, today.number - 1].map(day => stage.civil.day(day).date)
  const data = { since: since!, until: until!, amountMicroYuan: fen(customer.week.amountYuan) }
  customer.week = { since: today.number, amountYuan: 0 }
  stage.state(life, { source: 'boss', about: 0, type: 'spending.reported', data })
}

/** All that was owed is paid. */
export function settleBill(life: Life): void {
  const { customer, stage } = life
  if (customer.bill === null || customer.balance < 0) return
  const { month } = customer.bill
  customer.bill = null
  stage.state(life, { source: 'boss', about: 'account', type: 'bill.settled', data: { month } })
}

/** Prepaid: nothing to pay. */
function issueStatement(life: Life): void {
  const { customer, stage, at } = life
  if (customer.paidBy !== null) return
  const { person, chance } = customer
  const calls = 30 * person.callsYuanPerDay * chance.between(0.7, 1.3)
  const data = {
    month: shiftMonth(stage.civil.dayAt(at).month, -1),
    amountMicroYuan: fen(monthlyCostYuan(customer) + calls),
  }
  stage.state(life, { source: 'boss', about: 'account', type: 'bill.issued', data })
}

function collectMinimum(life: Life): void {
  const { customer, stage, at } = life
  if (customer.paidBy !== null || !holdsOffer(customer, contract)) return
  const missingYuan = customer.chance.between(5, 60)
  const data = {
    month: shiftMonth(stage.civil.dayAt(at).month, -1),
    minimumMicroYuan: fen(contractMinimumYuan),
    amountMicroYuan: fen(missingYuan),
    balanceMicroYuan: customer.balance,
  }
  stage.state(life, { source: 'boss', about: 'account', type: 'minimum-spend.due', data })
  charge(life, missingYuan)
}

function countPoints(life: Life): void {
  const { customer, stage } = life
  const { chance, person } = customer
  const gained = Math.round((monthlyCostYuan(customer) + 30 * person.callsYuanPerDay) * pointsPerYuan)
  const spent = chance.yes(oddsOfSpendingPoints) ? Math.floor(customer.points * chance.between(0.2, 0.9)) : 0
  customer.points += gained - spent
  const data = { gained, spent, total: customer.points }
  stage.state(life, { source: 'crm', about: 'account', type: 'points.changed', data })
}

/** Points of an earlier year end with the next month. */
function warnOfPoints(life: Life): void {
  const { customer, stage, at } = life
  if (customer.points === 0) return
  const nextMonth = stage.civil.day(nextMonthStart(stage.civil.dayAt(at)))
  const lastDay = stage.civil.day(nextMonthStart(nextMonth) - 1).date
  const expiring = Math.ceil(customer.points * customer.chance.between(0.1, 0.5))
  const data = { expiring, total: customer.points, lastDay }
  stage.state(life, { source: 'crm', about: 'account', type: 'points.expiring', data })
}
