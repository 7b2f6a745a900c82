/** Payments, and what BOSS says of them. */
import type { MicroYuan } from '../src/core/units.ts'
import { minuteMs, secondMs } from './civil.ts'
import { settleBill } from './billing.ts'
import { watchCredit } from './credit-control.ts'
import { hasValidity, monthlyCostYuan } from './customer.ts'
import type { DataOf } from './envelope.ts'
import type { Life } from './errand.ts'
import type { Way } from './rhythm.ts'
import { balanceOf, fen } from './wallet.ts'

const validityOf = (amountYuan: number): number => (amountYuan >= 100 ? 120 : amountYuan >= 50 ? 60 : 30)

/** At the counter, when the line is opened. */
export function payOpening(life: Life): void {
  const { customer, stage } = life
  if (customer.person.payMode === 'postpaid') return
  if (hasValidity(customer)) customer.validDay = stage.civil.dayAt(life.at).number
  receive(life, monthlyCostYuan(customer) + customer.chance.pick([30, 50, 50, 100]), 'opening')
  stage.wake(customer, life.at + 3 * minuteMs, { kind: 'monthly-fee' })
}

/** The payment that was planned for this moment, unless it has been made, or is to be made at another. */
export function payAsPlanned(life: Life): void {
  if (life.customer.paymentAt === life.at) pay(life)
}

export function pay(life: Life): void {
  const { customer } = life
  customer.paymentAt = null
  if (customer.paidBy !== null) return
  const owedYuan = Math.max(0, -customer.balance / 1e6)
  if (customer.person.payMode === 'prepaid') {
    const { topUpYuan } = customer.person
    return receive(
      life,
      Math.ceil(owedYuan / topUpYuan) * topUpYuan + topUpYuan,
      owedYuan > 0 ? 'arrears' : 'top-up',
    )
  }
  if (owedYuan > 0) {
    receive(life, owedYuan, 'arrears')
    settleBill(life)
  }
}

export function receive(
  life: Life,
  amountYuan: number,
  purpose: DataOf<'payment.received'>['purpose'],
): void {
  const { stage, customer, at } = life
  const amount = fen(amountYuan)
  customer.balance = (customer.balance + amount) as MicroYuan
  customer.paidAt = at
  if (customer.validDay !== null) {
    customer.validDay = Math.max(customer.validDay, stage.civil.dayAt(at).number) + validityOf(amountYuan)
  }
  const method = purpose === 'opening' ? 'counter' : customer.chance.share(methodsOf[customer.person.way])
  stage.state(life, {
    source: 'boss',
    about: 0,
    type: 'payment.received',
    data: { ...balanceOf(life), amountMicroYuan: amount, purpose, method },
  })
  stage.wake(customer, at + customer.chance.between(2, 20) * secondMs, { kind: 'balance-report' })
  watchCredit(life)
}

const methodsOf = {
  office: [
    ['app', 60],
    ['bank', 30],
    ['card', 10],
  ],
  business: [
    ['bank', 60],
    ['app', 40],
  ],
  worker: [
    ['agent', 35],
    ['card', 30],
    ['app', 25],
    ['counter', 10],
  ],
  student: [
    ['app', 75],
    ['card', 15],
    ['agent', 10],
  ],
  retired: [
    ['counter', 55],
    ['card', 25],
    ['agent', 20],
  ],
} as const satisfies Record<Way, readonly (readonly [DataOf<'payment.received'>['method'], number])[]>
