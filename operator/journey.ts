/**
 * Journeys abroad, as the register of locations (HLR) and online charging see them.
 *
 * A phone registers on arrival, again when it wanders to another network of the country, flaps between both
 * countries near a land border, and registers at home on return.
 */
import type { Instant } from '../src/core/units.ts'
import { megabytes } from '../src/core/units.ts'
import { dayMs, hourMs, minuteMs, type CivilDay } from './civil.ts'
import { type Life, step } from './errand.ts'
import { watchCharges } from './monitor.ts'
import { home, places, type Place } from './places.ts'
import { momentOfDay } from './rhythm.ts'
import { charge } from './wallet.ts'

const registrationsMax = 14
const oddsOfSecondStop = 0.15
const oddsOfFlapping = 0.4
const oddsOfCallsAbroad = 0.5
/** Roaming is opened before leaving, in an app or at the airport; most say where they are going. */
const oddsOfOpening = 0.6
const oddsOfNaming = 0.7
const sessionMinBytes = 64 * 1024
const quotaBytes = megabytes(2)
const heartbeatMs = 12 * hourMs

interface Stop {
  readonly place: Place
  readonly from: Instant
  readonly until: Instant
}

export function perhapsLeave(life: Life, day: CivilDay): void {
  const { customer, at } = life
  const { chance, person } = customer
  if (!chance.yes(person.travels) || at < customer.awayUntil) return
  const leaves = day.start + chance.between(7, 16) * hourMs
  if (leaves <= at) return
  const first = stopFrom(life, leaves + chance.between(2, 7) * hourMs)
  const stops = chance.yes(oddsOfSecondStop)
    ? [first, stopFrom(life, first.until + chance.between(2, 6) * hourMs)]
    : [first]
  perhapsOpen(life, leaves, first.place)
  registerOnTheWay(life, stops)
}

function perhapsOpen({ stage, customer, at }: Life, leaves: Instant, place: Place): void {
  const { chance } = customer
  const opens = leaves - chance.between(0.2, 3) * hourMs
  if (!chance.yes(oddsOfOpening) || opens <= at) return
  const data = chance.yes(oddsOfNaming) ? { mcc: place.mcc } : {}
  stage.wake(
    customer,
    opens,
    step(life => stage.state(life, { source: 'crm', about: 0, type: 'roaming.opened', data })),
  )
}

function stopFrom({ customer }: Life, from: Instant): Stop {
  const place = customer.chance.share(places)
  const days = place.isNextDoor ? customer.chance.between(0.4, 3) : customer.chance.between(2, 8)
  return { place, from, until: from + days * dayMs }
}

function registerOnTheWay({ stage, customer }: Life, stops: readonly Stop[]): void {
  const { chance } = customer
  let left = registrationsMax
  const register = (at: Instant, place: Place | null): void => {
    if (left-- <= 0 && place !== null) return
    stage.wake(customer, at, {
      kind: 'registration',
      place,
      mnc: place === null ? home.mnc : chance.pick(place.mncs),
    })
  }
  for (const { place, from, until } of stops) {
    register(from, place)
    let at = from
    if (place.isNextDoor && chance.yes(oddsOfFlapping)) {
      for (let flaps = chance.whole(1, 2); flaps > 0; flaps--) {
        register((at += chance.between(2, 25) * minuteMs), null)
        register((at += chance.between(2, 25) * minuteMs), place)
      }
    }
    for (at += chance.logNormal(14, 0.8) * hourMs; at < until; at += chance.logNormal(20, 0.8) * hourMs) {
      register(at, place)
    }
  }
  customer.awayUntil = stops.at(-1)!.until
  register(customer.awayUntil + chance.between(2, 6) * hourMs, null)
}

export function register(life: Life, { place, mnc }: { place: Place | null; mnc: string }): void {
  const { stage, customer, at } = life
  const wasAbroad = customer.abroad !== null
  customer.abroad = place
  // Networks abroad refuse a line that is suspended at home.
  if (customer.standing === 'suspended' && place !== null) return
  const data = { mcc: place?.mcc ?? home.mcc, mnc }
  stage.state(life, { source: 'hlr', about: 0, type: 'roaming.registered', data })
  if (place !== null && !wasAbroad) planSessionsAbroad(life, stage.civil.dayAt(at))
}

export function planSessionsAbroad(life: Life, day: CivilDay): void {
  const { stage, customer, at } = life
  const { chance, person } = customer
  const calls = day.start + momentOfDay(person.way, 6, chance)
  const callsYuan = chance.yes(oddsOfCallsAbroad) ? chance.logNormal(9, 0.8) : 0
  const call = step(later => {
    if (customer.abroad !== null && customer.standing === 'normal') spendAbroad(later, callsYuan)
  })
  if (callsYuan > 0 && calls > at) stage.wake(customer, calls, call)
  if (!person.hasRoamingData) return
  const count = 1 + chance.times(1.5, 4)
  const bytes = Math.round(chance.logNormal(megabytes(7), 1) / count)
  for (let i = 0; i < count; i++) {
    const begins = day.start + momentOfDay(person.way, 6, chance)
    if (begins > at) stage.wake(customer, begins, { kind: 'session-abroad', bytes })
  }
}

export function useDataAbroad(life: Life, { bytes }: { bytes: number }): void {
  const { stage, customer, at } = life
  const { abroad, roaming } = customer
  if (abroad === null || customer.standing !== 'normal' || bytes < sessionMinBytes) return
  if (at < customer.dataOffUntil) return
  const day = stage.civil.dayAt(at)
  const quota = Math.max(quotaBytes, roaming.usedBytes / 12)
  const used = Math.ceil(Math.min(bytes, Math.max(quota, bytes / 3)))
  roaming.usedBytes += used
  if (roaming.usedBytes - roaming.reportedBytes >= quota || at - roaming.reportedAt >= heartbeatMs) {
    reportDataAbroad(life, day)
  }
  if (customer.dayPackDay !== day.number) {
    customer.dayPackDay = day.number
    spendAbroad(life, abroad.dayPackYuan)
  }
  if (bytes > used) {
    stage.wake(customer, at + customer.chance.between(1, 8) * minuteMs, {
      kind: 'session-abroad',
      bytes: bytes - used,
    })
  }
}

function spendAbroad(life: Life, amountYuan: number): void {
  charge(life, amountYuan)
  watchCharges(life, 'roaming', amountYuan)
}

function reportDataAbroad(life: Life, day: CivilDay): void {
  const { roaming } = life.customer
  roaming.reportedBytes = roaming.usedBytes
  roaming.reportedAt = life.at
  life.stage.state(life, {
    source: 'ocs',
    about: 0,
    type: 'usage.reported',
    data: {
      bucketId: 'roaming-data',
      kind: 'roaming-data',
      periodStart: day.monthStart,
      periodEnd: day.monthEnd,
      usedBytes: roaming.usedBytes,
      allowanceBytes: 0,
    },
  })
}
