/**
 * How customers come to be known: the older ones in a load at the start of the span, with the day on which
 * they once joined; the new ones at the counter, by `line.opened` and a first payment.
 */
import { dayMs, minuteMs, secondMs } from './civil.ts'
import { hasValidity, monthlyCostYuan } from './customer.ts'
import { beginMonth, planDay } from './day.ts'
import type { Life } from './errand.ts'
import { lineOf } from './numbers.ts'
import { officeMoment } from './rhythm.ts'
import { fen } from './wallet.ts'

/** Groups are told after all lines of the load. */
export const loadMs = 30 * minuteMs

const province = 'zhejiang'
const oddsOfPreference = 0.04
const oddsOfOldDebt = 0.03

/** An older customer, known to BOSS for months. */
export function load(life: Life): void {
  const { stage, customer, at } = life
  const { person, chance } = customer
  const joined = stage.civil.dayAt(stage.from).number - Math.floor((person.months + chance.unit()) * 30.4)
  stateOpening(life, stage.civil.day(joined).date)
  fillWallet(life)
  stage.wake(customer, at + chance.between(5, 30) * secondMs, { kind: 'balance-report' })
  if (chance.yes(oddsOfPreference)) stage.wake(customer, at + 20 * secondMs, { kind: 'preference' })
  const today = stage.civil.dayAt(at)
  if (today.dayOfMonth === 1) beginMonth(life, today)
  planDay({ ...life, at: at + minuteMs })
  planFamilyAffairs(life)
}

function planFamilyAffairs({ stage, customer }: Life): void {
  const { chance, person } = customer
  if (person.family.role !== 'member') return
  const { fate } = person.family
  const later =
    stage.civil.dayAt(chance.between(stage.from + dayMs, stage.until)).start + officeMoment(chance)
  const early = stage.from + loadMs + chance.between(1, 5) * minuteMs
  stage.wake(customer, fate === 'joins' ? later : early, { kind: 'group-joining' })
  if (fate === 'leaves') stage.wake(customer, later, { kind: 'group-leaving' })
}

/** A new customer at the counter, who pays minutes later. */
export function join(life: Life): void {
  const { stage, customer, at } = life
  const { chance } = customer
  stateOpening(life)
  stage.wake(customer, at + chance.between(1, 6) * minuteMs, { kind: 'opening-payment' })
  if (chance.yes(oddsOfPreference))
    stage.wake(customer, at + chance.between(7, 20) * minuteMs, { kind: 'preference' })
  planDay({ ...life, at: at + minuteMs })
}

function stateOpening(life: Life, joinedOn?: string): void {
  const { stage, customer } = life
  const { person } = customer
  customer.presence = 'here'
  for (const [nth, line] of customer.lines.entries()) {
    stage.state(life, {
      source: 'crm',
      about: 'account',
      type: 'line.opened',
      data: {
        line: lineOf(person.index, nth),
        number: person.numbers[nth]!,
        name: person.name,
        ...(joinedOn === undefined ? {} : { joinedOn }),
        brand: person.brand,
        planId: line.plan.id,
        packIds: line.packs.map(pack => pack.id),
        payMode: person.payMode,
        star: person.star,
        vip: person.vip,
        language: person.language,
        province,
        city: person.city,
        birthYear: person.birthYear,
      },
    })
  }
}

/** What was in the account, or owed, when the span began. */
function fillWallet({ stage, customer, at }: Life): void {
  const { chance, person } = customer
  const costYuan = monthlyCostYuan(customer)
  if (person.payMode === 'postpaid') {
    const monthYuan = costYuan + 30 * person.callsYuanPerDay * chance.between(0.5, 1.5)
    customer.unbilled = fen(monthYuan)
    customer.balance = fen(chance.yes(oddsOfOldDebt) ? -monthYuan * chance.between(0.8, 1.2) : 0)
    return
  }
  const leftYuan = chance.logNormal(30, 0.9)
  customer.balance = fen(chance.yes(0.95) ? costYuan + leftYuan : leftYuan)
  if (hasValidity(customer)) customer.validDay = stage.civil.dayAt(at).number + chance.whole(4, 180)
}
