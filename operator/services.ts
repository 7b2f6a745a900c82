/**
 * Services beyond calls, texts and data: asked for by text and confirmed, ordered at a counter or on a page, tried for
 * some days, given up, and counted by BOSS once a month.
 */
import type { FactOf } from '../src/core/event/facts.ts'
import { dayMs, hourMs, minuteMs, secondMs, shiftMonth } from './civil.ts'
import type { Customer } from './customer.ts'
import { type Life, step } from './errand.ts'
import { type Service, services, television } from './offers.ts'
import { charge } from './wallet.ts'

export interface HeldService {
  readonly service: Service
  /** Number of the last day of a trial; null for what is paid. */
  readonly trialDay: number | null
}

const oddsOfText = 0.5
/** Of those who asked by text: the others think again, or never see the question. */
const oddsOfConfirming = 0.75
const oddsOfTrial = 0.15
const oddsOfKeepingTrial = 0.25
const oddsOfNoUse = 0.4

const holds = (customer: Customer, { id }: Service): boolean =>
  customer.services.some(({ service }) => service.id === id)

export function wantService(life: Life): void {
  const { customer, stage, at } = life
  const { chance } = customer
  const service = chance.share(services)
  if (customer.standing !== 'normal' || holds(customer, service)) return
  if (!chance.yes(oddsOfText)) return open(life, service, chance.yes(oddsOfTrial))
  const startsOn = startOf(life, service)
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'service.requested',
    data: { serviceId: service.id, startsOn },
  })
  if (!chance.yes(oddsOfConfirming)) return
  stage.wake(
    customer,
    at + chance.logBetween(20 * secondMs, 20 * minuteMs),
    step(later => holds(customer, service) || open(later, service, false)),
  )
}

/** From when it is charged. */
function startOf({ stage, at }: Life, { freeHours }: Service): string {
  return stage.civil.dayAt(at + freeHours * hourMs).date
}

/** Known to hold it from now on; `isTrial` for some days, free. */
export function open(life: Life, service: Service, isTrial: boolean): void {
  const { customer, stage, at } = life
  const today = stage.civil.dayAt(at).number
  const trialDay = isTrial ? today + customer.chance.whole(4, 15) : null
  customer.services = [...customer.services, { service, trialDay }]
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'service.ordered',
    data: {
      serviceId: service.id,
      startsOn: startOf(life, service),
      ...(trialDay === null ? {} : { trialUntil: stage.civil.day(trialDay).date }),
    },
  })
  if (trialDay === null) {
    const chargedAt = at + service.freeHours * hourMs + minuteMs
    stage.wake(
      customer,
      chargedAt,
      step(later => payFor(later, service)),
    )
  } else planEndOfTrial(life, service, trialDay)
}

function payFor(life: Life, service: Service): void {
  if (holds(life.customer, service)) charge(life, service.feeYuan)
}

function planEndOfTrial({ stage, customer }: Life, service: Service, trialDay: number): void {
  const { chance } = customer
  const evening = stage.civil.day(trialDay).start + chance.between(9, 20) * hourMs
  if (chance.yes(oddsOfKeepingTrial)) {
    stage.wake(
      customer,
      evening,
      step(life => {
        drop(customer, service)
        open(life, service, false)
      }),
    )
    return
  }
  const night = stage.civil.day(trialDay + 1).start + chance.between(5, 90) * minuteMs
  stage.wake(
    customer,
    night,
    step(life => cancel(life, service, 'trial-ended')),
  )
}

const drop = (customer: Customer, { id }: Service): void => {
  customer.services = customer.services.filter(({ service }) => service.id !== id)
}

function cancel(life: Life, service: Service, by: FactOf<'service.cancelled'>['by']): void {
  const { customer, stage, at } = life
  if (!holds(customer, service)) return
  drop(customer, service)
  const lastDay = stage.civil.dayAt(by === 'trial-ended' ? at - dayMs : at).date
  const data = { serviceId: service.id, lastDay, by }
  stage.state(life, { source: 'crm', about: 0, type: 'service.cancelled', data })
}

export function giveUpService(life: Life): void {
  const { services: held, chance } = life.customer
  if (held.length > 0) cancel(life, chance.pick(held).service, 'customer')
}

/** A film on the way home. */
export function watchTelevision(life: Life): void {
  const { customer, stage, at } = life
  if (customer.standing !== 'normal') return
  const startsOn = stage.civil.dayAt(at).date
  const data = { serviceId: television.id, startsOn }
  stage.state(life, { source: 'crm', about: 0, type: 'service.ordered', data })
  charge(life, television.feeYuan)
}

/** BOSS's count of last month, in a night of the first week. */
export function countUse(life: Life): void {
  const { customer, stage, at } = life
  const month = shiftMonth(stage.civil.dayAt(at).month, -1)
  for (const { service, trialDay } of customer.services) {
    if (trialDay !== null) continue
    const times = customer.chance.yes(oddsOfNoUse) ? 0 : customer.chance.whole(1, 40)
    const data = { serviceId: service.id, month, times }
    stage.state(life, { source: 'boss', about: 0, type: 'service.used', data })
  }
}
