/** Nets in which calls cost nothing: of families (TP2-10…19), of the staff of a company (TP2-08, TP2-09). */
import { dayMs, minuteMs, nextMonthStart } from './civil.ts'
import { type Life, momentInSpan, step } from './errand.ts'
import { masked } from './numbers.ts'
import { fen } from './wallet.ts'

/** Free minutes a month by how long the head has been a customer, in months (CO-20 gives no figure for the first year). */
const freeMinutes = (months: number): number => (months < 12 ? 150 : months < 36 ? 300 : 500)

const oddsOfLeavingFamily = 0.4
const oddsOfLeavingNow = 0.5

export function planFamilyNet(life: Life): void {
  const { stage, customer } = life
  const { family } = customer.person
  if (family.role === 'single' || family.net === null) return
  const { founded, shortNumber } = family.net
  const at = momentInSpan(stage, founded)
  const place = Number(shortNumber) - 661
  stage.wake(customer, at + place * 4 * minuteMs, step(family.role === 'head' ? found : join))
}

function found(life: Life): void {
  const { stage, customer } = life
  const minutes = freeMinutes(customer.person.months)
  customer.familyNet = true
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'family-net.created',
    data: { shortNumber: '661', minutes },
  })
}

function join(life: Life): void {
  const { stage, customer, at } = life
  const { family } = customer.person
  if (family.role !== 'member' || family.net === null) return
  const head = stage.person(family.headIndex)
  const data = {
    headAccount: family.headAccount,
    headMasked: masked(head.numbers[0]!),
    shortNumber: family.net.shortNumber,
    minutes: freeMinutes(head.months),
  }
  customer.familyNet = true
  stage.state(life, { source: 'crm', about: 0, type: 'family-net.joined', data })
  if (!customer.chance.yes(oddsOfLeavingFamily)) return
  stage.wake(customer, at + customer.chance.between(0.2, 14) * dayMs, step(leave))
}

function leave(life: Life): void {
  const { stage, customer, at } = life
  const { family, numbers } = customer.person
  if (family.role !== 'member' || family.net === null) return
  const today = stage.civil.dayAt(at)
  const isNow = customer.chance.yes(oddsOfLeavingNow)
  const lastDay = isNow ? today : stage.civil.day(nextMonthStart(today) - 1)
  customer.familyNet = false
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'family-net.left',
    data: {
      when: isNow ? 'now' : 'next-cycle',
      lastDay: lastDay.date,
      headMasked: masked(stage.person(family.headIndex).numbers[0]!),
      memberMasked: masked(numbers[0]!),
      shortNumber: family.net.shortNumber,
    },
  })
}

const companyFeeYuan = 5
const companyMinutes = 500

export function enterCompanyNet(life: Life): void {
  const { stage, customer, at } = life
  const { company, companyPays } = customer.person.holdings
  if (company === null || customer.companyNet) return
  customer.companyNet = true
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'virtual-net.joined',
    data: {
      netName: company,
      shortNumber: String(6000 + (customer.person.index % 3000)),
      ...(companyPays ? {} : { monthlyFeeMicroYuan: fen(companyFeeYuan) }),
      minutes: companyMinutes,
      startsOn: stage.civil.dayAt(at).date,
    },
  })
}

export function leaveCompanyNet(life: Life): void {
  const { stage, customer, at } = life
  const { company } = customer.person.holdings
  if (company === null) return
  customer.companyNet = false
  const lastDay = stage.civil.day(nextMonthStart(stage.civil.dayAt(at)) - 1).date
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'virtual-net.left',
    data: { netName: company, lastDay },
  })
}
