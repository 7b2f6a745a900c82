/**
 * The operator's own simple credit control (TP9-01, TP9-03, TP9-08).
 *
 * | account | when | what |
 * |---|---|---|
 * | prepaid Easyown, M-Zone | a day after the balance reached zero | restricted; two days later suspended |
 * | prepaid GoTone | a day after the overdraft of its star is used up | restricted; three days later suspended |
 * | prepaid with validity | the morning after its last day | restricted; ten days later suspended |
 * | post-paid GoTone | unpaid on the 1st; still on the 6th | restricted; suspended |
 * | other post-paid | unpaid on the 1st | suspended |
 *
 * Any payment that lifts the cause reopens the line within minutes (TP9-21).
 */
import type { StandingState } from '../src/core/event/facts.ts'
import { yuan } from '../src/core/units.ts'
import { dayMs, secondMs } from './civil.ts'
import type { Customer } from './customer.ts'
import type { DataOf } from './envelope.ts'
import type { Life } from './errand.ts'
import { officeMoment } from './rhythm.ts'

/** GoTone's overdraft by star, 0 to 5. */
export const overdraftYuan = [0, 0, 10, 20, 50, 100] as const
const graceMs = dayMs
const lapseDaysMax = 10

function isUsedUp({ person, balance }: Customer): boolean {
  const overdraft = person.brand === 'gotone' ? overdraftYuan[person.star]! : 0
  return balance <= -yuan(overdraft)
}

const isBarredForMoney = ({ standing, standingReason }: Customer): boolean =>
  standing !== 'normal' && (standingReason === 'arrears' || standingReason === 'validity')

/** After every movement of the balance. */
export function watchCredit(life: Life): void {
  const { stage, customer, at } = life
  const isPrepaid = customer.person.payMode === 'prepaid'
  const isBad = isPrepaid ? isUsedUp(customer) : customer.balance < 0
  if (!isBad && isBarredForMoney(customer)) {
    return stage.wake(customer, at + customer.chance.between(20, 240) * secondMs, { kind: 'reopening' })
  }
  if (isBad && isPrepaid) planCheck(life, graceMs)
}

function planCheck({ stage, customer, at }: Life, delayMs: number): void {
  if (customer.isCreditCheckPlanned) return
  customer.isCreditCheckPlanned = true
  stage.wake(customer, at + delayMs, { kind: 'credit-check' })
}

export function checkCredit(life: Life): void {
  const { customer } = life
  const { brand, payMode } = customer.person
  customer.isCreditCheckPlanned = false
  const isStillBad = payMode === 'prepaid' ? isUsedUp(customer) : customer.balance < 0
  if (!isStillBad || customer.paidBy !== null || customer.standing === 'suspended') return
  const isRestrictedFirst = payMode === 'prepaid' || brand === 'gotone'
  if (customer.standing === 'normal' && isRestrictedFirst) {
    setStanding(life, 'restricted', 'arrears')
    if (payMode === 'prepaid') planCheck(life, brand === 'gotone' ? 3 * dayMs : 2 * dayMs)
  } else {
    setStanding(life, 'suspended', 'arrears')
  }
}

/** In the morning after a day on which the validity may have ended. */
export function checkValidity(life: Life): void {
  const { stage, customer, at } = life
  if (customer.validDay === null || customer.paidBy !== null) return
  const lapsedDays = stage.civil.dayAt(at).number - customer.validDay
  if (lapsedDays > 0 && customer.standing === 'normal') setStanding(life, 'restricted', 'validity')
  const isLong = lapsedDays > lapseDaysMax && customer.standing === 'restricted'
  if (isLong && customer.standingReason === 'validity') setStanding(life, 'suspended', 'validity')
}

export function reopen(life: Life): void {
  const { stage, customer, at } = life
  const hasLapsed = customer.validDay !== null && customer.validDay < stage.civil.dayAt(at).number
  if (isBarredForMoney(customer) && !hasLapsed) setStanding(life, 'normal', 'paid')
}

/** The customer rings: the phone is gone. Some days later there is a new card. */
export function reportLoss(life: Life): void {
  const { stage, customer, at } = life
  if (customer.standing !== 'normal') return
  setStanding(life, 'suspended', 'lost-phone')
  const day = stage.civil.dayAt(at).number + customer.chance.whole(1, 5)
  stage.wake(customer, stage.civil.day(day).start + officeMoment(customer.chance), { kind: 'replacement' })
}

export function replaceCard(life: Life): void {
  if (life.customer.standingReason === 'lost-phone') setStanding(life, 'normal', 'own-wish')
}

function setStanding(
  life: Life,
  standing: StandingState,
  reason: DataOf<'standing.reported'>['reason'],
): void {
  life.customer.standing = standing
  life.customer.standingReason = reason
  life.stage.state(life, {
    source: 'boss',
    about: 'account',
    type: 'standing.reported',
    data: { standing, reason },
  })
}
