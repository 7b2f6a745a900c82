/**
 * Money: charges and bills, and what BOSS says about them.
 *
 * Prepaid accounts are charged as they go, the monthly fee in the first night of the month. Post-paid
 * accounts are billed on the 2nd or 3rd (TP9-07). Members of a family have no money of their own.
 */
import { type MicroYuan, yuan } from '../src/core/units.ts'
import { watchCredit } from './credit-control.ts'
import { monthlyCostYuan } from './customer.ts'
import type { DataOf } from './envelope.ts'
import type { Life } from './errand.ts'
import { watchCharges, watchOverdraft } from './monitor.ts'
import { considerPayment } from './payment-habit.ts'

/** BOSS reports a balance that moved by so much, by so large a part of itself, or past zero. */
const reportStepYuan = 2
const reportPart = 0.15

/** Money moves in whole fen. */
export const fen = (amountYuan: number): MicroYuan => yuan(Math.round(amountYuan * 100) / 100)

export function charge(life: Life, amountYuan: number): void {
  const { customer } = life
  if (customer.paidBy !== null || amountYuan <= 0) return
  const amount = fen(amountYuan)
  if (customer.week !== null)
    customer.week = { ...customer.week, amountYuan: customer.week.amountYuan + amountYuan }
  if (customer.person.payMode === 'postpaid') {
    customer.unbilled = (customer.unbilled + amount) as MicroYuan
    return
  }
  customer.balance = (customer.balance - amount) as MicroYuan
  const moved = Math.abs(customer.balanceReported - customer.balance)
  const isPastZero = customer.balance <= 0 && customer.balanceReported > 0
  if (isPastZero || moved >= Math.max(yuan(reportStepYuan), Math.abs(customer.balance) * reportPart))
    reportBalance(life)
  watchOverdraft(life)
  watchCredit(life)
  considerPayment(life)
}

/** Calls and messages of a day beyond the plan. */
export function chargeCalls(life: Life, amountYuan: number): void {
  if (life.customer.standing !== 'normal') return
  charge(life, amountYuan)
  watchCharges(life, 'calls', amountYuan)
}

export function chargeMonthlyFee(life: Life): void {
  charge(life, monthlyCostYuan(life.customer))
}

export function balanceOf({ stage, customer }: Life): DataOf<'balance.reported'> {
  const { balance, validDay } = customer
  return validDay === null
    ? { balanceMicroYuan: balance }
    : { balanceMicroYuan: balance, validUntil: stage.civil.day(validDay).date }
}

export function reportBalance(life: Life): void {
  const { stage, customer } = life
  if (customer.paidBy !== null) return
  customer.balanceReported = customer.balance
  stage.state(life, { source: 'boss', about: 'account', type: 'balance.reported', data: balanceOf(life) })
}

/** A charge that was wrong is taken back, or one that was forgotten is added. */
export function correctBalance(life: Life): void {
  const { stage, customer } = life
  const { chance } = customer
  if (customer.paidBy !== null || customer.person.payMode === 'postpaid') return
  const difference = fen(chance.between(1, 15) * (chance.yes(0.8) ? 1 : -1))
  customer.balance = (customer.balance + difference) as MicroYuan
  customer.balanceReported = customer.balance
  stage.state(life, { source: 'boss', about: 'account', type: 'balance.corrected', data: balanceOf(life) })
  watchCredit(life)
}
