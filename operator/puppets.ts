/**
 * Customers who are played by hand, and what the operator's systems state when something happens to them: the same facts, from
 * the same systems, as of those who live by themselves. What such a customer has is told with each happening.
 */
import type { Brand, Language, StandingState } from '../src/core/event/facts.ts'
import { type Instant, megabytes, type MicroYuan, yuan } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import { type Civil, dayMs, hourMs, minuteMs, nextMonthStart, secondMs } from './civil.ts'
import type { DataOf, Envelope, Statement } from './envelope.ts'
import { nameOf } from './names.ts'
import { accountOf, lineOf, numberOf } from './numbers.ts'
import { type Service, services as allServices } from './offers.ts'
import { home, places } from './places.ts'
import type { Person } from './person.ts'
import { dataPacks, monthlyFeeYuan, type Pack, type Plan, plansOf, servicePacks } from './plans.ts'

export interface Puppet {
  readonly account: string
  readonly line: string
  /** E.164. */
  readonly number: string
  readonly name: string
  readonly brand: Brand
  readonly language: Language
  readonly city: string
  /** With which the account is opened. */
  readonly plan: Plan
  readonly isInvented: boolean
}

/** What the operator's systems have of the account. */
export interface Held {
  readonly plan: Plan
  readonly packs: readonly Pack[]
  readonly isPrepaid: boolean
  readonly balance: MicroYuan
  /** Last day of validity, where the brand knows one. */
  readonly validDay: string | null
  readonly usedBytes: number
  readonly allowanceBytes: number
  readonly abroad: string | null
  readonly standing: StandingState
  readonly isPhoneLost: boolean
  readonly services: readonly string[]
  readonly nextPlan: Plan | null
}

/** One puppet at one moment. */
export interface Scene {
  readonly puppet: Puppet
  readonly held: Held
  readonly at: Instant
  readonly civil: Civil
}

/** What BOSS will do of itself at some later moment, as things stand then. */
export interface Later {
  readonly at: Instant
  readonly errand: 'credit-check' | 'month-turn'
}

export interface Deed {
  readonly facts: readonly Statement[]
  readonly later?: Later
}

/** Of those who live by themselves none comes as far. */
const firstIndex = 31_000_000
export const inventedMax = 1_000

/** Plans with data in them, so that there is something to use up. */
const firstPlan: Readonly<Record<Brand, string>> = {
  gotone: 'gotone-58',
  easyown: 'easyown-28',
  'm-zone': 'm-zone-28',
}

export const planOf = (id: string): Plan | null =>
  Object.values(plansOf)
    .flat()
    .map(([plan]) => plan)
    .find(plan => plan.id === id) ?? null

export const packOf = (id: string): Pack | null =>
  [...dataPacks, ...servicePacks].find(pack => pack.id === id) ?? null

export function invent(
  nth: number,
  seed: string,
  { brand, language }: Pick<Puppet, 'brand' | 'language'>,
): Puppet {
  const index = firstIndex + nth
  const chance = Chance.of(seed, 'puppet', nth)
  return {
    account: accountOf(index),
    line: lineOf(index, 0),
    number: numberOf(index, 0),
    name: nameOf(language, chance),
    brand,
    language,
    city: chance.pick(['taizhou', 'hangzhou', 'ningbo']),
    plan: planOf(firstPlan[brand])!,
    isInvented: true,
  }
}

/** Somebody of the population, taken in hand. */
export const puppetOf = (person: Person): Puppet => ({
  account: person.account,
  line: lineOf(person.index, 0),
  number: person.numbers[0]!,
  name: person.name,
  brand: person.brand,
  language: person.language,
  city: person.city,
  plan: person.plan,
  isInvented: false,
})

const fen = (amountYuan: number): MicroYuan => yuan(Math.round(amountYuan * 100) / 100)
const plus = (a: MicroYuan, b: MicroYuan): MicroYuan => (a + b) as MicroYuan

const topUpYuan = 50
const validForDays = 60
const callsYuan = 20
const portionBytes = megabytes(100)
/** BOSS looks a day after the balance reached zero. */
const graceMs = dayMs

const hasValidity = ({ puppet, held }: Scene): boolean => held.isPrepaid && puppet.brand !== 'gotone'

const stateBalance = (balance: MicroYuan, validDay: string | null): DataOf<'balance.reported'> =>
  validDay === null ? { balanceMicroYuan: balance } : { balanceMicroYuan: balance, validUntil: validDay }

/** CRM opens the line, and the first payment is made at the counter. */
export function openAccount(scene: Scene): Deed {
  const { puppet, at, civil } = scene
  const { line, number, name, brand, plan, language, city } = puppet
  const today = civil.dayAt(at)
  const amount = fen(plan.feeYuan + topUpYuan)
  const validDay = hasValidity(scene) ? civil.day(today.number + validForDays).date : null
  const opened: DataOf<'line.opened'> = {
    ...{ line, number, name, brand, language, city },
    via: 'hall',
    planId: plan.id,
    packIds: [],
    payMode: 'prepaid',
    province: 'zhejiang',
    birthYear: Number(today.date.slice(0, 4)) - 30,
  }
  const paid: DataOf<'payment.received'> = {
    ...stateBalance(amount, validDay),
    amountMicroYuan: amount,
    purpose: 'opening',
    method: 'counter',
  }
  return {
    facts: [
      { source: 'crm', about: 'account', type: 'line.opened', data: opened },
      { source: 'boss', about: 0, type: 'payment.received', data: paid },
      usage({ ...scene, held: { ...scene.held, usedBytes: 0 } }),
    ],
    later: monthTurn(scene),
  }
}

/** In the first night of the next month, in BOSS's batch. */
export const monthTurn = ({ at, civil }: Pick<Scene, 'at' | 'civil'>): Later => ({
  at: civil.day(nextMonthStart(civil.dayAt(at))).start + 30 * minuteMs,
  errand: 'month-turn',
})

function usage({ held, at, civil }: Pick<Scene, 'held' | 'at' | 'civil'>): Statement {
  const { monthStart, monthEnd } = civil.dayAt(at)
  const { usedBytes, allowanceBytes } = held
  const period = { periodStart: monthStart, periodEnd: monthEnd }
  const data = { bucketId: 'data', kind: 'data' as const, ...period, usedBytes, allowanceBytes }
  return { source: 'ocs', about: 0, type: 'usage.reported', data }
}

/** A hundred megabytes more: what OCS reports is the sum of the month. */
export const useData = (scene: Scene): Deed => ({
  facts: [usage({ ...scene, held: { ...scene.held, usedBytes: scene.held.usedBytes + portionBytes } })],
})

function spend({ held, at }: Scene, amountYuan: number): Deed {
  const balance = plus(held.balance, fen(-amountYuan))
  const data = stateBalance(balance, held.validDay)
  const facts: Statement[] = [{ source: 'boss', about: 'account', type: 'balance.reported', data }]
  return balance > 0 ? { facts } : { facts, later: { at: at + graceMs, errand: 'credit-check' } }
}

export const makeCalls = (scene: Scene): Deed => spend(scene, callsYuan)

export function topUp(scene: Scene): Deed {
  const { held, at, civil } = scene
  const isOwing = held.balance < 0
  const balance = plus(held.balance, fen(topUpYuan))
  const until = civil.day(civil.dayAt(at).number + validForDays).date
  const validDay = hasValidity(scene) ? [until, held.validDay ?? ''].toSorted().at(-1)! : null
  const data: DataOf<'payment.received'> = {
    ...stateBalance(balance, validDay),
    amountMicroYuan: fen(topUpYuan),
    purpose: isOwing ? 'arrears' : 'top-up',
    method: 'app',
  }
  const paid: Statement = { source: 'boss', about: 0, type: 'payment.received', data }
  const isReopened = held.standing !== 'normal' && !held.isPhoneLost && balance > 0
  return { facts: isReopened ? [paid, standing('normal', 'paid')] : [paid] }
}

const standing = (state: StandingState, reason: DataOf<'standing.reported'>['reason']): Statement => ({
  source: 'boss',
  about: 'account',
  type: 'standing.reported',
  data: { standing: state, reason },
})

/** The next larger plan of the brand; from the largest to the smallest with data. */
export function nextPlanOf({ puppet, held }: Pick<Scene, 'puppet' | 'held'>): Plan {
  const plans = plansOf[puppet.brand].map(([plan]) => plan).filter(({ dataMB }) => dataMB > 0)
  const at = plans.findIndex(({ id }) => id === held.plan.id)
  return plans[(at + 1) % plans.length]!
}

export function orderPlan(scene: Scene): Deed {
  const { at, civil } = scene
  const startsOn = civil.day(nextMonthStart(civil.dayAt(at))).date
  const data = { planId: nextPlanOf(scene).id, startsOn }
  return {
    facts: [{ source: 'crm', about: 0, type: 'plan.change-ordered', data }],
    later: monthTurn(scene),
  }
}

export const keepPlan = ({ held }: Scene): Deed => ({
  facts:
    held.nextPlan === null
      ? []
      : [{ source: 'crm', about: 0, type: 'plan.change-cancelled', data: { planId: held.nextPlan.id } }],
})

/** The first that is not held; monthly ones come first. */
export const serviceToOrder = ({ services }: Pick<Held, 'services'>): Service | null =>
  allServices.map(([service]) => service).find(({ id }) => !services.includes(id)) ?? null

export function orderService(scene: Scene): Deed {
  const service = serviceToOrder(scene.held)
  if (service === null) return { facts: [] }
  const startsOn = scene.civil.dayAt(scene.at + service.freeHours * hourMs).date
  const data = { serviceId: service.id, startsOn }
  const ordered: Statement = { source: 'crm', about: 0, type: 'service.ordered', data }
  const isFree = service.freeHours > 0 || !scene.held.isPrepaid
  if (isFree) return { facts: [ordered] }
  const { facts, later } = spend(scene, service.feeYuan)
  return { facts: [ordered, ...facts], ...(later === undefined ? {} : { later }) }
}

export function cancelService({ held, at, civil }: Scene): Deed {
  const serviceId = held.services.at(-1)
  if (serviceId === undefined) return { facts: [] }
  const data = { serviceId, lastDay: civil.dayAt(at).date, by: 'customer' as const }
  return { facts: [{ source: 'crm', about: 0, type: 'service.cancelled', data }] }
}

export const askCallDetails = ({ at, civil }: Scene): Deed => ({
  facts: [
    {
      source: 'crm',
      about: 0,
      type: 'query.performed',
      data: {
        kind: 'call-detail',
        channel: 'app',
        verifiedBy: 'service-password-and-code',
        month: civil.dayAt(at).month,
      },
    },
  ],
})

/** The register of locations sees the phone there. */
export function arrive(mcc: string): Deed {
  const place = places.find(([one]) => one.mcc === mcc)?.[0]
  const data = { mcc, mnc: place?.mncs[0] ?? '01' }
  return { facts: [{ source: 'hlr', about: 0, type: 'roaming.registered', data }] }
}

export const returnHome = (): Deed => ({
  facts: [{ source: 'hlr', about: 0, type: 'roaming.registered', data: { ...home } }],
})

export const losePhone = (): Deed => ({ facts: [standing('suspended', 'lost-phone')] })

export const replaceCard = (): Deed => ({ facts: [standing('normal', 'own-wish')] })

/** Carried out by BOSS when its moment has come, as things stand then. */
export function carryOut(errand: Later['errand'], scene: Scene): Deed {
  const { held } = scene
  if (errand === 'credit-check') {
    const isBarred = held.standing !== 'normal' || held.balance > 0
    return { facts: isBarred ? [] : [standing('restricted', 'arrears')] }
  }
  const plan = held.nextPlan ?? held.plan
  const changed: Statement[] =
    held.nextPlan === null
      ? []
      : [
          {
            source: 'crm',
            about: 0,
            type: 'plan.changed',
            data: { planId: plan.id, fromPlanId: held.plan.id },
          },
        ]
  const fee = held.isPrepaid ? spend(scene, monthlyFeeYuan(plan, held.packs)).facts : []
  return { facts: [...changed, ...fee], later: monthTurn(scene) }
}

/** As they leave the operator's systems; each a second after the one before, so that the newer word is known. */
export function envelopes(
  { puppet, at, civil }: Pick<Scene, 'puppet' | 'at' | 'civil'>,
  facts: readonly Statement[],
  idOf: (nth: number) => string,
): readonly Envelope[] {
  return facts.map(
    ({ source, about, type, data }, nth) =>
      ({
        specversion: '1.0',
        id: idOf(nth),
        source,
        type,
        subject: about === 'account' ? `account:${puppet.account}` : `tel:${puppet.number}`,
        time: civil.stamp(at + nth * secondMs),
        datacontenttype: 'application/json',
        data,
      }) as Envelope,
  )
}
