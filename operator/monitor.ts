/** What the monitoring platform and the credit control see while it happens: charges that mount up, an overdraft, a flood of data. */
import type { ChargeKind } from '../src/core/event/facts.ts'
import { megabytes } from '../src/core/units.ts'
import { hourMs } from './civil.ts'
import { overdraftYuan } from './credit-control.ts'
import type { Customer } from './customer.ts'
import { reportData } from './data-use.ts'
import { type Life, step } from './errand.ts'
import { fen } from './wallet.ts'

/** The platform states a total each time it has grown by so much, and by a quarter. */
const stepsYuan: Readonly<Record<ChargeKind, number>> = { roaming: 15, data: 15, calls: 40 }
const stepPart = 0.25

export function watchCharges(life: Life, kind: ChargeKind, amountYuan: number): void {
  const { customer, stage, at } = life
  const total = customer.spent[kind]
  total.amount += amountYuan
  if (total.amount - total.reported < Math.max(stepsYuan[kind], total.amount * stepPart)) return
  total.reported = total.amount
  const since = stage.civil.dayAt(at).monthStart
  const data = { kind, since, amountMicroYuan: fen(total.amount) }
  stage.state(life, { source: 'boss', about: 0, type: 'charges.reported', data })
}

export function resetCharges({ spent }: Customer): void {
  for (const total of Object.values(spent)) {
    total.amount = 0
    total.reported = 0
  }
}

/** Prepaid GoTone below zero: BOSS says once a day how much of the overdraft is used (TP9-03). */
export function watchOverdraft(life: Life): void {
  const { customer, stage, at } = life
  const { brand, star, payMode } = customer.person
  const limitYuan = brand === 'gotone' && payMode === 'prepaid' ? overdraftYuan[star]! : 0
  const today = stage.civil.dayAt(at).number
  const usedYuan = -customer.balance / 1e6
  if (usedYuan <= 0 || usedYuan >= limitYuan || customer.overdraftDay === today) return
  customer.overdraftDay = today
  const data = { usedMicroYuan: fen(usedYuan), limitMicroYuan: fen(limitYuan) }
  stage.state(life, { source: 'boss', about: 'account', type: 'overdraft.used', data })
}

/** A film, an update, a child with the phone: far more than usual within some hours. */
export function surge(life: Life): void {
  const { customer, stage, at } = life
  const { counter } = customer.lines[0]!
  if (customer.standing !== 'normal' || customer.abroad !== null) return
  const hours = customer.chance.whole(1, 4)
  const usedBytes = Math.round(
    Math.max(megabytes(60), counter.allowanceBytes * customer.chance.between(0.3, 0.6)),
  )
  stage.wake(
    customer,
    at + hours * hourMs,
    step(later => {
      counter.usedBytes += usedBytes
      stage.state(later, { source: 'ocs', about: 0, type: 'usage.surged', data: { usedBytes, hours } })
      reportData(later, 0)
    }),
  )
}
