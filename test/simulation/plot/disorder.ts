/** How facts travel: with delay, twice, out of order, with a wrong clock, or under an id that was used before. */
import type { Fact, Moment } from '../chronicle.ts'
import type { Dice } from '../dice.ts'
import { day, hour, minute, second } from './diary.ts'

export interface Delivery {
  readonly at: Moment
  readonly fact: Fact
}

/** Probabilities of each disorder. */
export interface Disorder {
  readonly late: number
  readonly twice: number
  readonly conflict: number
  readonly ahead: number
}

export const calm: Disorder = { late: 0, twice: 0, conflict: 0, ahead: 0 }

/**
 * The order of these among themselves is kept: the product takes their patches as they come, which is a
 * known limit (see `README.md`), so disorder here would only test the model's taste.
 */
const orderly = new Set<string>(['profile.changed', 'payment-group.joined', 'payment-group.left'])
/** Nothing comes later than this: a counter's period is closed three days after its end. */
const latestMs = 30 * hour

export function deliver(facts: readonly Fact[], dice: Dice, disorder: Disorder): readonly Delivery[] {
  const deliveries = facts.flatMap(fact => waysOf(fact, dice, disorder))
  return deliveries.sort((a, b) => a.at - b.at)
}

/** Time comes in ticks, so that some facts meet in one batch. */
const tick = (at: Moment): Moment => Math.ceil(at / (10 * second)) * 10 * second

function waysOf(fact: Fact, dice: Dice, disorder: Disorder): readonly Delivery[] {
  const isOrderly = orderly.has(fact.type)
  const late = !isOrderly && dice.happens(disorder.late)
  const delay = late ? delayOf(dice) : isOrderly ? second : dice.between(0, 90 * second)
  const shown = !isOrderly && dice.happens(disorder.ahead) ? ahead(fact, dice, delay) : fact
  const first = { at: tick(fact.time + delay), fact: shown }
  const ways = [first]
  if (dice.happens(disorder.twice)) ways.push({ at: tick(first.at + againAfter(dice)), fact: shown })
  if (shown === fact && dice.happens(disorder.conflict)) {
    ways.push({ at: tick(first.at + dice.between(0, minute)), fact: clashing(fact, dice) })
  }
  return ways
}

const delayOf = (dice: Dice): number =>
  dice.pick([
    dice.between(2 * minute, hour),
    dice.between(2 * minute, hour),
    dice.between(hour, 9 * hour),
    dice.between(9 * hour, latestMs),
  ])

const againAfter = (dice: Dice): number =>
  dice.pick([0, dice.between(second, minute), dice.between(hour, day), dice.between(day, 3 * day)])

/** A clock that is fast: a little is taken as now, much is set aside. */
function ahead(fact: Fact, dice: Dice, delay: number): Fact {
  const shift = dice.pick([4 * minute, 9 * minute, 25 * minute, 2 * day])
  return { ...fact, time: fact.time + delay + shift }
}

/** The same id with another body, or with another time. */
function clashing(fact: Fact, dice: Dice): Fact {
  const other = otherBody(fact)
  if (other === null || dice.happens(0.3))
    return { ...fact, time: fact.time + dice.between(-30, 30) * second + 500 }
  return other
}

function otherBody(fact: Fact): Fact | null {
  const { type, body } = fact
  if (type === 'balance.reported' || type === 'balance.corrected')
    return { ...fact, body: { ...body, balanceMicroYuan: 3_330_000 } } as Fact
  if (type === 'usage.reported') return { ...fact, body: { ...body, usedBytes: body.usedBytes + 7 } } as Fact
  if (type === 'query.performed') return { ...fact, body: { ...body, channel: 'hall' } }
  return type === 'roaming.registered' ? { ...fact, body: { mcc: body.mcc === '440' ? '520' : '440' } } : null
}
