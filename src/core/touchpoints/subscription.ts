/**
 * Services and promotions that a line holds (TP3, TP4, TP5). What is held, and until when, is kept: reminders that wait
 * for months ask at their moment whether it still is, and a new rulebook meets what was taken up before it.
 */
import { type Line, type Subscription, subscriptionsMax } from '../account/account.ts'
import { dayOf, startOfNextMonth } from '../calendar/zone.ts'
import { type Draft, factTime, lineOf } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { announce, raise } from './announcement.ts'
import { replaceLine } from './line.ts'
import { nextReturn, returnDayOf } from './return-day.ts'

export function orderService(draft: Draft, body: FactOf<'service.ordered'>): void {
  const { serviceId: id, startsOn: since, trialUntil: lastDay = null } = body
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  hold(draft, line, { id, kind: 'service', since, lastDay, lastMonth: null, returnDay: null })
  announce(draft, 'service.ordered', { ...body, time: factTime(draft) })
}

export function cancelService(draft: Draft, body: FactOf<'service.cancelled'>): void {
  release(draft, 'service', body.serviceId)
  announce(draft, 'service.cancelled', body)
}

export function takeUp(
  draft: Draft,
  trigger: 'promotion.confirmed' | 'promotion.started',
  body: FactOf<'promotion.confirmed'>,
): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const { promotionId: id, startsOn: since, lastDay = null, lastMonth = null } = body
  const before = line.subscriptions.find(one => one.kind === 'promotion' && one.id === id)
  const said = body.returnDay ?? before?.returnDay ?? undefined
  const held: Subscription = {
    id,
    kind: 'promotion',
    since,
    lastDay,
    lastMonth,
    returnDay: said ?? null,
  }
  hold(draft, line, held)
  const returnDay = returnDayOf({ ...body, returnDay: said, who: `${draft.id}/${line.id}` })
  const { zone } = draft.world.rulebook.policy
  const firstReturnOn = returnDay === null ? null : nextReturn(since, returnDay, zone)
  announce(draft, trigger, { ...body, returnDay, firstReturnOn })
  if (before?.lastDay !== lastDay || before.lastMonth !== lastMonth) tellEnd(draft, line, held)
}

export function endPromotion(draft: Draft, body: FactOf<'promotion.ended'>): void {
  release(draft, 'promotion', body.promotionId)
  announce(draft, 'promotion.ended', body)
}

export function credit(draft: Draft, body: FactOf<'promotion.credited'>): void {
  const line = lineOf(draft, draft.event.line)
  const held = line?.subscriptions.find(one => isSame(one, { kind: 'promotion', id: body.promotionId }))
  const returnDay = body.returnDay ?? held?.returnDay ?? undefined
  const day = returnDayOf({ ...body, returnDay, who: `${draft.id}/${line?.id ?? ''}` })
  const { zone } = draft.world.rulebook.policy
  const isLast = body.monthsLeft === undefined || body.monthsLeft === 0
  const nextReturnOn = day === null || isLast ? null : nextReturn(nextMonth(draft), day, zone)
  announce(draft, 'promotion.credited', { ...body, nextReturnOn })
}

/** A version of the rulebook meets what the line holds. */
export function tellEnds(draft: Draft, line: Line): void {
  for (const held of line.subscriptions) if (held.kind === 'promotion') tellEnd(draft, line, held)
}

function tellEnd(draft: Draft, line: Line, { id: promotionId, lastDay, lastMonth }: Subscription): void {
  if (lastDay === null && lastMonth === null) return
  raise(draft, 'promotion.dated', { body: { promotionId, lastDay, lastMonth }, line: line.id })
}

function hold(draft: Draft, line: Line, subscription: Subscription): void {
  const others = line.subscriptions.filter(one => !isSame(one, subscription))
  replaceLine(draft, { ...line, subscriptions: [...others.slice(1 - subscriptionsMax), subscription] })
}

function release(draft: Draft, kind: Subscription['kind'], id: string): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const subscriptions = line.subscriptions.filter(one => !isSame(one, { kind, id }))
  if (subscriptions.length < line.subscriptions.length) replaceLine(draft, { ...line, subscriptions })
}

const isSame = (one: Subscription, other: Pick<Subscription, 'kind' | 'id'>): boolean =>
  one.kind === other.kind && one.id === other.id

/** First day of the month after this fact. */
function nextMonth(draft: Draft): string {
  const { zone } = draft.world.rulebook.policy
  return dayOf(startOfNextMonth(factTime(draft), zone), zone)
}
