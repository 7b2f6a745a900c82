/**
 * What customers do on account of what their handset showed. Whoever was not told does none of it, and lives by habit.
 *
 * | told | does |
 * |---|---|
 * | money runs short, a bill is unpaid, service has stopped | pays sooner |
 * | data nearly or all used, much spent | takes the pack whose code was named, or uses less for the rest of the month |
 * | an offer ends | takes it up again, or leaves it before its end |
 * | what data costs abroad, and how to switch it off | switches it off until back home |
 * | as a contact: somebody's number stops or owes | pays for it |
 *
 * Whether, and how long after reading, follows from customer, what was told and the day alone: told the same on the same
 * day, people do the same, and no other draw moves. They take an hour and a half at least (`leastMs`), so that what a
 * span of the discrete clock brings is acted on after it.
 */
import type { Instant } from '../src/core/units.ts'
import { hourMs, minuteMs } from './civil.ts'
import type { Customer } from './customer.ts'
import { type Errand, type Life, type Stage, step } from './errand.ts'
import { clarity, type Insight, insightsIn } from './insight.ts'
import { masked } from './numbers.ts'
import { broadband, counterOffers } from './offers.ts'
import { pay } from './payment.ts'
import type { Thrift } from './person.ts'
import { end, takeUp, type HeldOffer } from './promotions.ts'
import { codesIn } from './writing.ts'
import { nameOf } from './recognition.ts'
import { orderPack } from './requests.ts'

/** What a handset showed, or said. */
export interface Reading {
  readonly number: string
  readonly at: Instant
  readonly text: string
}

export const leastMs = 90 * minuteMs

interface Habit {
  /** Of attentive readers of a clear message. */
  readonly odds: number
  readonly withinMs: number
  readonly act: (life: Life, reading: Reading) => void
}

const habits: Readonly<Record<Insight, Habit>> = {
  'money-low': { odds: 0.75, withinMs: 30 * hourMs, act: payOnWord },
  'bill-unpaid': { odds: 0.6, withinMs: 90 * hourMs, act: payOnWord },
  stopped: { odds: 0.9, withinMs: 14 * hourMs, act: payOnWord },
  'data-low': { odds: 0.5, withinMs: 5 * hourMs, act: mindData },
  'offer-ends': { odds: 0.5, withinMs: 96 * hourMs, act: mindOffers },
  'data-abroad': { odds: 0.4, withinMs: 4 * hourMs, act: switchDataOff },
  'much-spent': { odds: 0.6, withinMs: 4 * hourMs, act: spare },
}

/** Those who never pay on their own seldom pay on a word either. */
const payers: Readonly<Record<Thrift, number>> = { ahead: 1, prompt: 1, late: 0.7, never: 0.15 }
const oddsOfContact = 0.6
const oddsOfPack = 0.25
const oddsOfHeedlessness = 0.6
const oddsOfLeaving = 0.15
/** An offer whose end is further away is not the one that the message names. */
const nearEndDays = 45

/** What this reader is going to do, and when; nothing for most. */
export function deedsOf(
  stage: Pick<Stage, 'civil'>,
  customer: Customer,
  reading: Reading,
): readonly { readonly at: Instant; readonly errand: Errand }[] {
  const { at, number, text } = reading
  const { person } = customer
  const isOwn = person.numbers.includes(number)
  if (!isOwn && !concerns(customer, text)) return []
  return insightsIn(text).flatMap(insight => {
    const { odds, withinMs, act } = habits[insight]
    if (!isOwn && act !== payOnWord) return []
    const day = stage.civil.dayAt(at)
    const chance = customer.chanceOf('heed', insight, isOwn ? 'own' : 'contact', day.number)
    const willing = act !== payOnWord ? 1 : isOwn ? payers[person.thrift] : oddsOfContact
    const isMoved = chance.yes(odds * willing * person.heeds * clarity(text))
    const after = chance.logBetween(leastMs, withinMs)
    if (!isMoved) return []
    return [{ at: awake(stage, at + after), errand: step(life => act(life, reading)) }]
  })
}

/** A contact knows the number in question from the text alone. */
const concerns = ({ person }: Customer, text: string): boolean =>
  person.contact !== null && text.includes(masked(person.numbers[person.contact.line]!))

const upFromMs = 7.5 * hourMs

/** Nobody gets up in the night for it. */
function awake({ civil }: Pick<Stage, 'civil'>, at: Instant): Instant {
  const { start } = civil.dayAt(at)
  return at - start < upFromMs ? start + upFromMs + (at - start) / 6 : at
}

/** Unless it has been paid since. */
function payOnWord(life: Life, { at }: Reading): void {
  if (life.customer.paidAt < at) pay(life)
}

/** The pack that the message names a code for, or less use. */
function mindData(life: Life, { at, text }: Reading): void {
  const { stage, customer } = life
  const { person } = customer
  const chance = customer.chanceOf('heed', 'pack', stage.civil.dayAt(at).number)
  const [wantsPack, isUnmoved] = [chance.yes(oddsOfPack), chance.yes(oddsOfHeedlessness)]
  if (codesIn(text).length > 0 && wantsPack) orderPack(life)
  else if (!person.isHeedless || !isUnmoved) spare(life)
}

function spare(life: Life): void {
  life.customer.sparingMonth = life.stage.civil.dayAt(life.at).month
}

/** Contracts cannot be left, and are not offered again. */
function mindOffers(life: Life, { at, text }: Reading): void {
  const { stage, customer } = life
  const today = stage.civil.dayAt(life.at).number
  const isMeant = ({ offer, lastDay }: HeldOffer): boolean =>
    lastDay >= today && lastDay - today <= nearEndDays && nameOf(offer.id).test(text)
  for (const held of customer.offers.filter(isMeant)) {
    const chance = customer.chanceOf('heed', held.offer.id, stage.civil.dayAt(at).number)
    if (held.offer.isByMonth) continue
    if (chance.yes(oddsOfLeaving)) end(life, held)
    else if (held.offer === broadband || counterOffers.some(([offer]) => offer === held.offer))
      takeUp(life, held.offer)
  }
}

/** Abroad, or about to leave; at home there is nothing to switch off. */
function switchDataOff({ customer, at }: Life, { text }: Reading): void {
  if (/关闭|switch|off/i.test(text) && customer.awayUntil > at) customer.dataOffUntil = customer.awayUntil
}
