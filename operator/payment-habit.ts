/** When customers pay who are told nothing: by habit, by what is left, by what they owe. */
import { type Instant, yuan } from '../src/core/units.ts'
import { hourMs, minuteMs } from './civil.ts'
import { burden } from './customer.ts'
import type { Life } from './errand.ts'
import type { Thrift } from './person.ts'
import { momentOfDay } from './rhythm.ts'

/** Prepaid: at which balance people begin to think of paying, and how long they take until they look. */
const prepaidHabits: Readonly<
  Record<Exclude<Thrift, 'never'>, { markYuan: number; delayMs: readonly [number, number] }>
> = {
  ahead: { markYuan: 25, delayMs: [2 * hourMs, 48 * hourMs] },
  prompt: { markYuan: 10, delayMs: [8 * hourMs, 110 * hourMs] },
  late: { markYuan: 0, delayMs: [20 * hourMs, 200 * hourMs] },
}
/** Post-paid: how long after the bill. `late` is dunned on the 25th and may meet the 1st. */
const postpaidDelayMs: Readonly<Record<Exclude<Thrift, 'never'>, readonly [number, number]>> = {
  ahead: [48 * hourMs, 120 * hourMs],
  prompt: [120 * hourMs, 620 * hourMs],
  late: [460 * hourMs, 760 * hourMs],
}

/** Plans the next payment when the customer has a reason for one. */
export function considerPayment(life: Life): void {
  const { customer, at } = life
  const { thrift, payMode } = customer.person
  if (thrift === 'never' || customer.paymentAt !== null || customer.paidBy !== null) return
  if (payMode === 'postpaid') {
    if (customer.balance < 0) planPayment(life, at + customer.chance.logBetween(...postpaidDelayMs[thrift]))
    return
  }
  const { markYuan, delayMs } = prepaidHabits[thrift]
  const mark = yuan(markYuan * burden(customer.person))
  if (customer.balance <= mark) planPayment(life, at + customer.chance.logBetween(...delayMs))
}

/** On the day of that moment, at an hour at which this customer is up. */
export function planPayment(life: Life, about: Instant): void {
  const { stage, customer, at } = life
  const day = stage.civil.dayAt(about)
  const moment = day.start + momentOfDay(customer.person.way, day.weekday, customer.chance)
  customer.paymentAt = Math.round(moment > at ? moment : at + customer.chance.between(10, 180) * minuteMs)
  stage.wake(customer, customer.paymentAt, { kind: 'payment' })
}
