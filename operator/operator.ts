/**
 * A small mobile operator that lives by the hour and states what its BOSS, CRM, charging and network would.
 *
 * Customers are independent of each other: each has a stream of chance of its own and wakes at moments of
 * its own making. One heap holds the moments, another the facts under way, so what is kept grows with
 * the number of customers, never with the length of the span.
 */
import type { Instant } from '../src/core/units.ts'
import { createCivil, monthSpan, type Civil } from './civil.ts'
import { newCustomer } from './customer.ts'
import { usualDirt, type Dirt } from './dirt.ts'
import type { Envelope, Fact } from './envelope.ts'
import { minuteMs } from './civil.ts'
import type { Reading } from './heed.ts'
import { customersMax } from './numbers.ts'
import { personOf, type Person, type Setting } from './person.ts'
import { Town } from './town.ts'

export type Span = { readonly month: string } | { readonly from: Instant; readonly until: Instant }

export type OperatorOptions = Span & {
  readonly seed: string | number
  readonly customers: number
  /** IANA name; Asia/Shanghai unless told. */
  readonly zone?: string
  readonly dirt?: Partial<Dirt>
  /** Told of each fact when it is stated: what really happened, before its way to the door. */
  readonly witness?: (event: Envelope) => void
}

export interface Operator {
  readonly seed: string
  readonly customers: number
  readonly civil: Civil
  readonly from: Instant
  readonly until: Instant
  /** Who the customers are, one by one, without touching their lives. */
  people(): Generator<Person>
  /** Everything that arrives up to and including that moment and was not given before, by time of arrival. */
  next(until: Instant): Fact[]
  /** When the next fact arrives; null when the last has been given. */
  nextAt(): Instant | null
  /** What is left, by time of arrival. */
  facts(): Generator<Fact>
  /** What a handset showed: those who heed it act on it, an hour and a half later at the earliest. */
  read(reading: Reading): void
  /**
   * As `facts`, for those who tell what handsets show meanwhile: nobody lives more than a quarter of an hour ahead of what was
   * given last. Where nothing arrives for so long, that is said.
   */
  unfolding(): Generator<Fact | Lull>
}

/** Nothing arrives until then; what comes after depends on what handsets show. */
export interface Lull {
  readonly arrivesAt: Instant
  readonly event: null
}

const aheadMs = 15 * minuteMs

/** Of the population, in a month of its life. */
const joinersPerMonth = 0.05
const monthMs = 30 * 86_400_000

export function createOperator(options: OperatorOptions): Operator {
  const seed = String(options.seed)
  const { customers } = options
  if (!Number.isInteger(customers) || customers < 0 || customers > customersMax) {
    throw new RangeError(`customers must be a whole number from 0 to ${customersMax}, not ${customers}`)
  }
  const civil = createCivil(options.zone ?? 'Asia/Shanghai')
  const { from, until } = 'month' in options ? monthSpan(options.month, civil.zone) : options
  const setting: Setting = {
    seed,
    year: Number(civil.dayAt(from).date.slice(0, 4)),
    joinerShare: Math.min(0.5, (joinersPerMonth * (until - from)) / monthMs),
  }
  const person = (index: number): Person => personOf(setting, index)
  const dirt = { ...usualDirt, ...options.dirt }
  const witness = options.witness ?? (() => undefined)
  const town = new Town({ seed, civil, from, until, dirt, person, witness })
  for (let index = 0; index < customers; index++) town.settle(newCustomer(seed, person(index)))
  return {
    seed,
    customers,
    civil,
    from,
    until,
    *people() {
      for (let index = 0; index < customers; index++) yield person(index)
    },
    next: moment => town.next(moment),
    nextAt: () => town.nextAt(),
    *facts() {
      for (let at = town.nextAt(); at !== null; at = town.nextAt()) yield* town.next(at)
    },
    read: reading => town.read(reading),
    *unfolding() {
      for (let horizon = from + aheadMs; ; horizon += aheadMs) {
        for (let at = town.nextAt(horizon); at !== null && at <= horizon; at = town.nextAt(horizon))
          yield* town.next(at, horizon)
        if (town.isOver) return
        yield { arrivesAt: horizon, event: null }
      }
    },
  }
}
