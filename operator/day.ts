/** How a day is planned: at local midnight, each customer for the day to come. */
import { planAffairs } from './affairs.ts'
import { mindBroadband, perhapsCampaign } from './care.ts'
import { planAccounts, sumUpWeek } from './billing.ts'
import { hourMs, minuteMs, secondMs, type CivilDay } from './civil.ts'
import { resetCounters, planSessions } from './data-use.ts'
import { burden, type Customer } from './customer.ts'
import { type Errand, type Life, step } from './errand.ts'
import { perhapsLeave, planSessionsAbroad } from './journey.ts'
import { resetCharges } from './monitor.ts'
import { changePlan } from './plan-change.ts'
import { planReturns } from './promotions.ts'
import { momentOfDay, officeMoment } from './rhythm.ts'
import { considerPayment, planPayment } from './payment-habit.ts'
import { countUse } from './services.ts'

/** Chance, on any day, that a customer does this. */
const odds: readonly (readonly [Errand, perDay: number])[] = [
  [{ kind: 'query' }, 0.003],
  [{ kind: 'preference' }, 0.001],
  [{ kind: 'profile' }, 0.0006],
  [{ kind: 'loss' }, 0.0002],
  [{ kind: 'closing' }, 0.00015],
  [{ kind: 'usage-correction' }, 0.0004],
  [{ kind: 'balance-correction' }, 0.0004],
]
/** Of those who look after their use themselves, on any day on which nine tenths of the allowance are used. */
const oddsOfPackOrder = 0.03
const oddsOfPayDayTopUp = 0.4
/** BOSS sums the week up early on Monday. */
const sumsUpAfterMs = 4 * hourMs

/** Local midnight. */
export function dawn(life: Life): void {
  const day = life.stage.civil.dayAt(life.at)
  if (day.dayOfMonth === 1) {
    life.customer.statementsThisMonth = 0
    life.customer.copiesThisMonth = 0
    resetCounters(life.customer)
    resetCharges(life.customer)
    onTopic(life, { topic: 'plan', day }, changePlan)
    planReturns(life, day)
    beginMonth(life, day)
  }
  if (day.weekday === 1 && life.customer.week !== null)
    life.stage.wake(life.customer, day.start + sumsUpAfterMs, step(sumUpWeek))
  planDay(life)
}

/** What is drawn for one topic leaves the others of the day as they are. */
function onTopic(
  life: Life,
  { topic, day }: { readonly topic: string; readonly day: CivilDay },
  plan: (life: Life, day: CivilDay) => void,
): void {
  life.customer.chance = life.customer.chanceOf('day', topic, day.number)
  plan(life, day)
}

/** What is left of today, beginning now. */
export function planDay(life: Life): void {
  const { stage, customer, at } = life
  const day = stage.civil.dayAt(at)
  stage.wake(customer, stage.civil.day(day.number + 1).start, { kind: 'dawn' })
  if (customer.abroad === null) {
    onTopic(life, { topic: 'data', day }, () => planSessions(life, 0, day))
    if (customer.lines.length > 1)
      onTopic(life, { topic: 'second-data', day }, () => planSessions(life, 1, day))
    onTopic(life, { topic: 'journey', day }, perhapsLeave)
  } else onTopic(life, { topic: 'abroad', day }, planSessionsAbroad)
  onTopic(life, { topic: 'calls', day }, planCalls)
  onTopic(life, { topic: 'payment', day }, planMoney)
  onTopic(life, { topic: 'requests', day }, planRequests)
  onTopic(life, { topic: 'affairs', day }, planAffairs)
  onTopic(life, { topic: 'broadband', day }, mindBroadband)
  onTopic(life, { topic: 'campaign', day }, perhapsCampaign)
}

/** Fees and bills, after the load of the first night. */
export function beginMonth(life: Life, day: CivilDay): void {
  const { stage, customer } = life
  customer.chance = customer.chanceOf('day', 'month', day.number)
  const { chance } = customer
  stage.wake(customer, day.start + chance.between(0.7, 5) * hourMs, { kind: 'monthly-fee' })
  stage.wake(customer, day.start + chance.between(49, 125) * hourMs, step(countUse))
  planAccounts(life, day)
}

function planCalls({ stage, customer, at }: Life, day: CivilDay): void {
  const { chance, person } = customer
  const calls = day.start + momentOfDay(person.way, day.weekday, chance)
  const yuan = person.callsYuanPerDay * burden(person) * chance.logNormal(0.9, 0.5)
  if (calls > at) stage.wake(customer, calls, { kind: 'calls', yuan })
}

function planMoney(life: Life, day: CivilDay): void {
  const { stage, customer } = life
  const { chance, person } = customer
  const morning = day.start + chance.between(9, 10) * hourMs
  if (customer.validDay !== null && customer.validDay < day.number)
    stage.wake(customer, morning, { kind: 'validity-check' })
  if (owesOnCreditDay(customer, day)) stage.wake(customer, morning, { kind: 'credit-check' })
  const paysByHabit =
    person.payMode === 'prepaid' && person.thrift === 'ahead' && day.dayOfMonth === person.payDay
  if (paysByHabit && customer.paymentAt === null && chance.yes(oddsOfPayDayTopUp))
    return planPayment(life, day.start)
  if (isRunningOut(customer, day)) return planPayment(life, day.start)
  considerPayment(life)
}

/** Post-paid debts are looked at on the 1st, those already restricted once more on the 6th (TP9-08). */
function owesOnCreditDay({ person, balance, standing }: Customer, day: CivilDay): boolean {
  if (person.payMode === 'prepaid' || balance >= 0) return false
  return day.dayOfMonth === 1 || (day.dayOfMonth === 6 && standing === 'restricted')
}

/** The careful pay some days before their validity ends, others after they noticed. */
function isRunningOut({ validDay, person, paymentAt }: Customer, day: CivilDay): boolean {
  if (validDay === null || paymentAt !== null) return false
  const daysAhead = { ahead: 5, prompt: 1, late: -3, never: -Infinity }[person.thrift]
  return validDay - day.number <= daysAhead
}

function planRequests({ stage, customer, at }: Life, day: CivilDay): void {
  const { chance, person } = customer
  const isOnline = chance.yes(0.5)
  const moment = day.start + (isOnline ? momentOfDay(person.way, day.weekday, chance) : officeMoment(chance))
  if (moment <= at) return
  for (const [nth, [errand, perDay]] of odds.entries()) {
    if (chance.yes(perDay)) stage.wake(customer, moment + nth * secondMs, errand)
  }
  const { usedBytes, allowanceBytes } = customer.lines[0]!.counter
  const isNearlyUsed = allowanceBytes > 0 && usedBytes > 0.9 * allowanceBytes
  if (isNearlyUsed && person.watchesUse && chance.yes(oddsOfPackOrder))
    stage.wake(customer, moment + minuteMs, { kind: 'pack-order' })
}
