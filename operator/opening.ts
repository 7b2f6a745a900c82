/**
 * How customers come to be known: the older ones in a load at the start of the span, with the day on which
 * they once joined; the new ones at the counter, by `line.opened` and a first payment.
 */
import { dayMs, minuteMs, secondMs } from './civil.ts'
import { planContactOfNewLine } from './contacts.ts'
import { hasValidity, monthlyCostYuan } from './customer.ts'
import { beginMonth, planDay } from './day.ts'
import { type Life, momentInSpan, step } from './errand.ts'
import { planFamilyNet } from './nets.ts'
import { lineOf } from './numbers.ts'
import { tellThePast } from './past.ts'
import { agreeToOffers, openGroup } from './requests.ts'
import { officeMoment } from './rhythm.ts'
import { fen } from './wallet.ts'

/** Groups are told after all lines of the load. */
export const loadMs = 30 * minuteMs

const province = 'zhejiang'
const oddsOfPreference = 0.04
const oddsOfOldDebt = 0.03
/** Where new lines are opened. */
const doors = [
  ['hall', 60],
  ['agent', 25],
  ['web', 10],
  ['kit', 5],
] as const

/** An older customer, known to BOSS for months. */
export function load(life: Life): void {
  const { stage, customer, at } = life
  const { person, chance } = customer
  const joined = stage.civil.dayAt(stage.from).number - Math.floor((person.months + chance.unit()) * 30.4)
  stateOpening(life, stage.civil.day(joined).date)
  if (person.family.role === 'member' && person.family.fate !== 'joins')
    customer.paidBy = person.family.headAccount
  fillWallet(life)
  stage.wake(customer, at + chance.between(5, 30) * secondMs, { kind: 'balance-report' })
  if (chance.yes(oddsOfPreference)) stage.wake(customer, at + 20 * secondMs, { kind: 'preference' })
  if (person.holdings.wantsOffers) stage.wake(customer, at + 25 * secondMs, step(agreeToOffers))
  const today = stage.civil.dayAt(at)
  if (today.dayOfMonth === 1) beginMonth(life, today)
  planDay({ ...life, at: at + minuteMs })
  tellThePast(life)
  planFamilyAffairs(life)
}

function planFamilyAffairs(life: Life): void {
  const { stage, customer } = life
  const { chance, person } = customer
  if (person.family.role === 'single') return
  planFamilyNet(life)
  const meeting = momentInSpan(stage, person.family.meets)
  if (person.family.role === 'head') {
    if (person.family.isNew) stage.wake(customer, meeting, step(openGroup))
    return
  }
  const { fate } = person.family
  const later =
    stage.civil.dayAt(chance.between(stage.from + dayMs, stage.until)).start + officeMoment(chance)
  if (fate === 'joins')
    stage.wake(customer, meeting + chance.between(4, 20) * minuteMs, { kind: 'group-joining' })
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
  planContactOfNewLine(life)
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
        ...(joinedOn === undefined ? { via: life.customer.chance.share(doors) } : { joinedOn }),
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
