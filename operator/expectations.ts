/** Of what customers expect to be told, by which words they know it, and how soon. */
import type { FactType } from '../src/core/event/facts.ts'
import { dayMs, hourMs, minuteMs } from './civil.ts'
import type { Happening } from './experience.ts'
import { nameOf, words } from './recognition.ts'

export interface Expectation {
  /** By which words a message is known to be about it; null where nothing is expected of this one. */
  readonly like: RegExp | null
  /** After this it is late. Notices: the same day, or the next morning. */
  readonly inTimeMs: number
  /** Whoever asked to be reached in some hours only expects it then, and not before. */
  readonly isHeld: boolean
  /** After this it does not come any more: it was left out. */
  readonly hopeMs: number
}

type Rows = { readonly [T in FactType]?: (event: Happening<T>) => Expectation }

const atOnce = (like: RegExp | null): Expectation => ({
  like,
  inTimeMs: 30 * minuteMs,
  isHeld: false,
  hopeMs: 12 * hourMs,
})
const soon = (like: RegExp | null): Expectation => ({
  like,
  inTimeMs: 12 * hourMs,
  isHeld: true,
  hopeMs: 4 * dayMs,
})

const rows: Rows = {
  'line.opened': ({ data }) => soon(data.joinedOn === undefined ? words.opening : null),
  'plan.change-ordered': () => soon(words.planChange),
  'plan.changed': () => soon(words.planChange),
  'payment-group.joined': () => soon(words.payer),
  'payment-group.left': () => soon(words.payer),
  'family-net.created': () => soon(words.family),
  'family-net.joined': () => soon(words.family),
  'family-net.left': () => soon(words.family),
  'virtual-net.joined': () => soon(words.net),
  'virtual-net.left': () => soon(words.net),
  'ownership.transferred': ({ data }) => soon(data.side === 'new' ? words.owner : null),
  'account.changed': () => soon(words.payer),
  'service.ordered': ({ data }) => soon(nameOf(data.serviceId)),
  'service.cancelled': ({ data }) => soon(nameOf(data.serviceId)),
  'promotion.confirmed': ({ data }) =>
    soon(data.promotionId.startsWith('broadband') ? null : nameOf(data.promotionId)),
  'promotion.credited': ({ data }) => soon(data.how === 'recharge' ? null : words.paid),
  'payment.received': () => soon(words.paid),
  'bill.issued': ({ data }) => soon(data.payBy === undefined ? null : words.bill),
  'minimum-spend.due': ({ data }) => soon(data.balanceMicroYuan < data.amountMicroYuan ? words.low : null),
  'standing.reported': ({ data }) =>
    atOnce(data.reason === 'paid' ? words.back : data.reason === 'arrears' ? words.stopped : null),
  'query.performed': () => atOnce(words.queried),
  'roaming.opened': () => soon(words.abroad),
  'order.progressed': ({ data }) => soon(data.stage === 'assigned' ? null : words.order),
  'points.expiring': () => soon(null),
}

/** What is expected of it; nothing of what only machines report. */
export function expectationOf(event: Happening): Expectation | null {
  const row = rows[event.type] as ((event: Happening) => Expectation) | undefined
  const expected = row?.(event) ?? null
  return expected === null || expected.like === null ? null : expected
}
