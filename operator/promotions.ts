/**
 * Offers taken up at a counter: confirmed at once, in effect then or from the first of the next month, credited month by
 * month on the day that the number's last digit gives (TP5-03), and ended by BOSS in the night after their last day.
 */
import type { MicroYuan } from '../src/core/units.ts'
import { hourMs, minuteMs, nextMonthStart, type CivilDay } from './civil.ts'
import type { Customer } from './customer.ts'
import type { DataOf } from './envelope.ts'
import { type Life, step } from './errand.ts'
import { lastDigitOf } from './numbers.ts'
import { counterOffers, freeFee, type Offer } from './offers.ts'
import { receive } from './payment.ts'
import { fen } from './wallet.ts'

export interface HeldOffer {
  readonly offer: Offer
  readonly startDay: number
  /** Number of its last day. */
  readonly lastDay: number
}

/** BOSS could not credit on the first of the two days, and does so on the second. */
const oddsOfSecondDay = 0.05

export const holdsOffer = (customer: Customer, { id }: Offer): boolean =>
  customer.offers.some(({ offer }) => offer.id === id)

const wordOf = { confirmed: 'promotion.confirmed', started: 'promotion.started' } as const

export function wantOffer(life: Life): void {
  const { customer } = life
  const isFree = customer.lines[0]!.plan.id === 'easyown-changting'
  const offer = isFree ? freeFee : customer.chance.share(counterOffers)
  if (customer.paidBy === null && customer.standing === 'normal' && !holdsOffer(customer, offer))
    takeUp(life, offer)
}

export function takeUp(life: Life, offer: Offer): void {
  const { customer, stage, at } = life
  const today = stage.civil.dayAt(at)
  const startDay = offer.isNextMonth ? nextMonthStart(today) : today.number
  const held = { offer, startDay, lastDay: lastDayOf(life, offer, stage.civil.day(startDay)) }
  customer.offers = [...customer.offers.filter(other => other.offer.id !== offer.id), held]
  tell(life, 'confirmed', held)
  const startsAt = offer.isNextMonth
    ? stage.civil.day(startDay).start + customer.chance.between(5, 120) * minuteMs
    : at + customer.chance.between(1, 20) * minuteMs
  stage.wake(
    customer,
    startsAt,
    step(later => tell(later, 'started', held)),
  )
  planEnd(life, held)
  deposit(life, offer)
}

/** An offer of some months ends with the last of them; broadband runs from day to day. */
function lastDayOf({ stage }: Life, offer: Offer, start: CivilDay): number {
  if (offer.id.startsWith('broadband')) return start.number + 365
  let { number } = start
  for (let month = 0; month < offer.months; month++) number = nextMonthStart(stage.civil.day(number))
  return number - 1
}

function tell(life: Life, what: 'confirmed' | 'started', held: HeldOffer): void {
  const { customer, stage } = life
  if (!customer.offers.includes(held)) return
  stage.state(life, { source: 'crm', about: 'account', type: wordOf[what], data: takenUp(life, held) })
}

export function takenUp({ stage, customer }: Life, held: HeldOffer): DataOf<'promotion.confirmed'> {
  const { id, returnYuan, months, isByMonth } = held.offer
  const last = stage.civil.day(held.lastDay)
  const startsOn = stage.civil.day(held.startDay).date
  const end = isByMonth ? { lastMonth: last.month } : { lastDay: last.date }
  if (returnYuan === 0) return { promotionId: id, startsOn, ...end }
  const lastDigit = lastDigitOf(customer.person.numbers[0]!)
  const returnDay = returnDayOf(lastDigit)
  const monthlyReturnMicroYuan = fen(returnYuan)
  return { promotionId: id, startsOn, ...end, monthlyReturnMicroYuan, months, returnDay, lastDigit }
}

export function planEnd({ stage, customer }: Life, held: HeldOffer): void {
  const night = stage.civil.day(held.lastDay + 1).start + customer.chance.between(2, 60) * minuteMs
  stage.wake(
    customer,
    night,
    step(life => end(life, held)),
  )
}

/** Ended by its date, unless it was renewed or given up before. */
export function end(life: Life, held: HeldOffer): void {
  const { customer, stage } = life
  if (!customer.offers.includes(held)) return
  customer.offers = customer.offers.filter(other => other !== held)
  const data = { promotionId: held.offer.id }
  stage.state(life, { source: 'boss', about: 'account', type: 'promotion.ended', data })
}

/** Before its time; contracts cannot be left. */
export function giveUpOffer(life: Life): void {
  const { customer } = life
  const free = customer.offers.filter(({ offer }) => !offer.isByMonth)
  if (free.length > 0) end(life, customer.chance.pick(free))
}

/** What is paid in now, and the gift of the next night's batch (TP5-05). */
function deposit(life: Life, { id, depositYuan, giftYuan }: Offer): void {
  const { customer, stage, at } = life
  if (depositYuan === 0 || customer.person.payMode === 'postpaid') return
  receive(life, depositYuan, 'top-up')
  if (giftYuan === 0) return
  stage.wake(
    customer,
    at + minuteMs,
    step(later =>
      stateCredit(later, { promotionId: id, how: 'recharge', amountMicroYuan: fen(depositYuan) }),
    ),
  )
  const night =
    stage.civil.day(stage.civil.dayAt(at).number + 1).start + customer.chance.between(1, 4) * hourMs
  stage.wake(
    customer,
    night,
    step(later => credit(later, { promotionId: id, how: 'gift', amountMicroYuan: fen(giftYuan) })),
  )
}

type Credit = Omit<DataOf<'promotion.credited'>, 'balanceMicroYuan'>

function credit(life: Life, what: Credit): void {
  const { customer } = life
  customer.balance = (customer.balance + what.amountMicroYuan) as MicroYuan
  stateCredit(life, what)
}

function stateCredit(life: Life, what: Credit): void {
  const { customer, stage } = life
  const data = { ...what, balanceMicroYuan: customer.balance }
  stage.state(life, { source: 'boss', about: 'account', type: 'promotion.credited', data })
}

/** The first of the two days that the digit gives. */
const returnDayOf = (lastDigit: number): number => 7 + 2 * lastDigit

/** This month's returns, at midnight of their day. */
export function planReturns({ stage, customer }: Life, month: CivilDay): void {
  const digit = lastDigitOf(customer.person.numbers[0]!)
  const first = month.number - month.dayOfMonth + returnDayOf(digit)
  for (const held of customer.offers) {
    if (held.offer.returnYuan === 0 || held.startDay > first) continue
    const chance = customer.chanceOf('return', held.offer.id, month.month)
    const day = stage.civil.day(first + (chance.yes(oddsOfSecondDay) ? 1 : 0))
    stage.wake(
      customer,
      day.start + chance.between(0, 40) * minuteMs,
      step(life => creditReturn(life, held, digit)),
    )
  }
}

function creditReturn(life: Life, held: HeldOffer, lastDigit: number): void {
  const { customer, stage, at } = life
  if (!customer.offers.includes(held)) return
  const monthsLeft = monthsBetween(stage.civil.dayAt(at).month, stage.civil.day(held.lastDay).month)
  const { id: promotionId, returnYuan } = held.offer
  const day = { returnDay: returnDayOf(lastDigit), lastDigit }
  credit(life, { promotionId, how: 'return', amountMicroYuan: fen(returnYuan), monthsLeft, ...day })
}

function monthsBetween(from: string, to: string): number {
  const count = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5))
  return Math.max(0, count(to) - count(from))
}
