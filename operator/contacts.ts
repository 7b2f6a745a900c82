/**
 * Contacts: people who are no customers here and are told when a number that they answer for is in arrears (TP9-04).
 *
 * A company names whoever sees to its numbers, the same person for all of its staff; the holder of a card for data
 * alone (wireless broadband, the second line) a relative or whoever pays. Some are named before the span, at the
 * counter with a new line, or within the span; some are replaced or struck off later. Who, and when, comes of a
 * stream of its own: people stay who they are, and nothing in the lives of the customers moves.
 */
import { Chance } from './chance.ts'
import type { DataOf } from './envelope.ts'
import { type Life, momentInSpan, type Share, step } from './errand.ts'
import { companies } from './holdings.ts'
import { contactNumber, masked } from './numbers.ts'
import type { Person } from './person.ts'

export interface ContactPlan {
  readonly role: DataOf<'contact-person.named'>['role']
  /** The line that it answers for. */
  readonly line: 0 | 1
  readonly number: string
  /** Null: known before the span, or named with the opening. */
  readonly named: Share | null
  readonly later:
    | { readonly change: 'none' }
    | { readonly change: 'replaced'; readonly on: Share; readonly number: string }
    | { readonly change: 'removed'; readonly on: Share }
}

/** Of the numbers whose bill the company pays, of its other numbers, of cards for data alone. */
const oddsOfNaming = { companyPays: 0.7, company: 0.08, wireless: 0.6 } as const
const oddsOfPayer = 0.4
const oddsWithinSpan = 0.35
const changes = [
  ['none', 76],
  ['replaced', 12],
  ['removed', 12],
] as const
/** With the opening of a new line, after the first payment. */
const afterOpeningMs = 9 * 60_000

type Someone = Pick<Person, 'index' | 'brand' | 'secondPlan' | 'months' | 'holdings'>

export function contactOf(seed: string, person: Someone): ContactPlan | null {
  const { index, brand, secondPlan, months, holdings } = person
  const chance = Chance.of(seed, 'contact', index)
  const isWireless = brand === 'gotone' && secondPlan !== null
  const reason = holdings.companyPays
    ? 'companyPays'
    : isWireless
      ? 'wireless'
      : holdings.company === null
        ? null
        : 'company'
  if (reason === null || !chance.yes(oddsOfNaming[reason])) return null
  const isPrivate = reason === 'wireless'
  const role = !isPrivate ? 'company' : chance.yes(oddsOfPayer) ? 'payer' : 'relative'
  const numberOf = (isSuccessor: boolean): string =>
    contactNumber(isPrivate ? companies.length + index : companies.indexOf(holdings.company!), isSuccessor)
  const named = months > 0 && chance.yes(oddsWithinSpan) ? chance.between(0.03, 0.6) : null
  const on = chance.between(0.65, 0.97)
  const change = chance.share(changes)
  const later = change === 'replaced' ? { change, on, number: numberOf(true) } : { change, on }
  return { role, line: isPrivate ? 1 : 0, number: numberOf(false), named, later }
}

/** @param at when a contact that is not named within the span comes to be known. */
export function planContact({ stage, customer }: Life, at: number): void {
  const { contact } = customer.person
  if (contact === null) return
  const { named, later } = contact
  stage.wake(
    customer,
    named === null ? at : Math.max(at, momentInSpan(stage, named)),
    step(life => name(life, contact.number)),
  )
  if (later.change === 'none') return
  // A newcomer may come after that moment.
  const then = Math.max(at + afterOpeningMs, momentInSpan(stage, later.on))
  stage.wake(customer, then, step(later.change === 'removed' ? remove : life => name(life, later.number)))
}

/** At the counter, once the line is open. */
export const planContactOfNewLine = (life: Life): void => planContact(life, life.at + afterOpeningMs)

/** One contact for each number: who is named anew takes the place of the former. */
const idOf = ({ account }: Person): string => `${account}-contact`

function name({ stage, customer, at }: Life, number: string): void {
  const { person } = customer
  const { role, line } = person.contact!
  const data = { contactId: idOf(person), number, role, aboutMasked: masked(person.numbers[line]!) }
  stage.state({ stage, customer, at }, { source: 'crm', about: line, type: 'contact-person.named', data })
}

function remove(life: Life): void {
  const { person } = life.customer
  const data = { contactId: idOf(person) }
  const about = person.contact!.line
  life.stage.state(life, { source: 'crm', about, type: 'contact-person.removed', data })
}
