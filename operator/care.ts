/** Customers who call, come, wait, look around; what is installed or repaired for them; what is offered to them. */
import type { DataOf } from './envelope.ts'
import { dayMs, hourMs, minuteMs, type CivilDay } from './civil.ts'
import { type Life, step } from './errand.ts'
import { broadband, campaign, services } from './offers.ts'
import { holdsOffer, takeUp } from './promotions.ts'
import { open } from './services.ts'
import { fen } from './wallet.ts'

type About = DataOf<'contact.recorded'>['about']

const hotlineShares: readonly (readonly [About, number])[] = [
  ['bill', 35],
  ['data-use', 25],
  ['no-operator', 25],
  ['self-service', 15],
]

export function callHotline(life: Life): void {
  const { customer, stage } = life
  const about = customer.chance.share(hotlineShares)
  const isMoney = about === 'bill' && customer.paidBy === null
  if (about === 'bill' && !isMoney) return
  const charged = fen(customer.chance.between(5, 90))
  const money = isMoney ? { amountMicroYuan: charged, balanceMicroYuan: customer.balance } : {}
  const data = { channel: 'hotline', about, ...money } as const
  stage.state(life, { source: 'crm', about: 0, type: 'contact.recorded', data })
}

/** A long queue on a busy day. */
export function waitInHall(life: Life): void {
  const data = { channel: 'hall', about: 'waiting' } as const
  life.stage.state(life, { source: 'crm', about: 0, type: 'contact.recorded', data })
}

const oddsOfOrderAfterLooking = 0.25

/** Reads about a service on a page and goes away; some come back for it. */
export function lookAtService(life: Life): void {
  const { customer, stage, at } = life
  const { chance } = customer
  const service = chance.share(services)
  const channel = chance.yes(0.5) ? 'web' : 'app'
  const data = { channel, about: 'looked-at-service', serviceId: service.id } as const
  stage.state(life, { source: 'crm', about: 0, type: 'contact.recorded', data })
  if (!chance.yes(oddsOfOrderAfterLooking)) return
  const holds = (): boolean => customer.services.some(held => held.service.id === service.id)
  stage.wake(
    customer,
    at + chance.logBetween(0.02, 2) * dayMs,
    step(later => holds() || open(later, service, false)),
  )
}

type Kind = DataOf<'order.progressed'>['kind']
const orderShares: readonly (readonly [Kind, number])[] = [
  ['repair', 40],
  ['broadband-install', 30],
  ['complaint', 20],
  ['broadband-move', 10],
]

/** Something is to be installed, moved, repaired or cleared up; stage by stage, as CRM books it (SI-12). */
export function placeOrder(life: Life): void {
  const { customer, stage, at } = life
  const { chance, person } = customer
  const kind = chance.share(orderShares)
  const orderId = `W${stage.civil.dayAt(at).date.replaceAll('-', '')}${person.index}`
  const progress = (
    name: DataOf<'order.progressed'>['stage'],
    more: Partial<DataOf<'order.progressed'>> = {},
  ) =>
    step(later => {
      const data = { orderId, kind, stage: name, ...more }
      stage.state(later, { source: 'crm', about: 0, type: 'order.progressed', data })
    })
  stage.wake(customer, at + minuteMs, progress('accepted'))
  const assigned = at + chance.between(0.5, 6) * hourMs
  const visit = stage.civil.day(stage.civil.dayAt(assigned).number + chance.whole(1, 3))
  const done = visit.start + chance.between(9.5, 17) * hourMs
  if (kind === 'complaint') return stage.wake(customer, done, progress('done'))
  const from = chance.pick([9, 13, 15])
  const visitFrom = `${String(from).padStart(2, '0')}:00`
  stage.wake(customer, assigned, progress('assigned'))
  const scheduled = { visitOn: visit.date, visitFrom, visitTo: `${from + 2}:00` }
  stage.wake(customer, assigned + chance.between(0.3, 3) * hourMs, progress('scheduled', scheduled))
  stage.wake(customer, visit.start + chance.between(from, from + 2.5) * hourMs, progress('done'))
}

/** By themselves; more do who are told. */
const oddsOfRenewal = 0.3
/** On any day. */
const oddsOfLowBalance = 0.005

/** Broadband that nears its end is renewed by most, some days before; BOSS watches the prepaid amount of the others. */
export function mindBroadband(life: Life, day: CivilDay): void {
  const { customer, stage } = life
  const { chance } = customer
  const held = customer.offers.find(({ offer }) => offer === broadband)
  if (held === undefined) return
  const daysLeft = held.lastDay - day.number
  if (daysLeft === 12 && chance.yes(oddsOfRenewal))
    stage.wake(customer, day.start + chance.between(9, 20) * hourMs + chance.whole(0, 8) * dayMs, step(renew))
  if (chance.yes(oddsOfLowBalance))
    stage.wake(customer, day.start + chance.between(7, 22) * hourMs, step(warnOfBalance))
}

function renew(life: Life): void {
  if (holdsOffer(life.customer, broadband)) takeUp(life, broadband)
}

function warnOfBalance(life: Life): void {
  const data = { balanceMicroYuan: fen(life.customer.chance.between(0.5, 9)) }
  life.stage.state(life, { source: 'boss', about: 'account', type: 'broadband.balance-low', data })
}

/** Day of the month on which marketing launches its campaign, and whom it picks. */
const campaignDay = 10
const oddsOfCampaign = 0.15
const oddsOfTakingIt = 0.12

export function perhapsCampaign({ stage, customer, at }: Life, day: CivilDay): void {
  const { chance, person } = customer
  if (day.dayOfMonth !== campaignDay || !chance.yes(oddsOfCampaign)) return
  const launch = day.start + chance.between(10, 11) * hourMs
  if (launch <= at) return
  stage.wake(customer, launch, step(launchCampaign))
  if (!person.holdings.wantsOffers || !chance.yes(oddsOfTakingIt)) return
  const takesItAt = day.start + chance.between(12, 90) * hourMs
  stage.wake(
    customer,
    takesItAt,
    step(life => holdsOffer(customer, campaign) || takeUp(life, campaign)),
  )
}

function launchCampaign(life: Life): void {
  const data = { promotionId: campaign.id }
  life.stage.state(life, { source: 'crm', about: 0, type: 'campaign.launched', data })
}
