/**
 * What `event` holds, by trigger; triggers not named here have an empty `event`. A fact of which nothing but this is
 * needed is handed to the rules by these very names (`touchpoints/announcement.ts`), null where it was not sent.
 */
import type { Facts } from '../reminder.ts'
import type { FieldKind } from './view.ts'

type Fields = Readonly<Record<string, FieldKind>>

const takenUp = {
  promotionId: 'text',
  startsOn: 'day',
  lastDay: 'day',
  lastMonth: 'month',
  monthlyReturnMicroYuan: 'money',
  months: 'count',
  /** The day of the month on which it comes back, and the first such day (TP5-03, TP5-10); null without a last digit. */
  returnDay: 'count',
  firstReturnOn: 'day',
} as const

const leaving = {
  when: 'text',
  lastDay: 'day',
  headMasked: 'text',
  memberMasked: 'text',
  shortNumber: 'text',
} as const

export const eventView: Readonly<Record<string, Fields>> = {
  // --- opening ---
  /** `joinedToday` is false for an older customer who is merely loaded (`joinedOn` in the past). */
  'line.opened': {
    joinedToday: 'flag',
    planId: 'text',
    brand: 'text',
    payMode: 'text',
    packCount: 'count',
    firstPack: 'text',
    firstPackFeeMicroYuan: 'money',
    via: 'text',
  },
  'anniversary.due': { years: 'count' },

  // --- plans and groups ---
  'plan.change-ordered': { planId: 'text', fromPlanId: 'text', startsOn: 'day' },
  'plan.changed': { planId: 'text', fromPlanId: 'text' },
  'plan.change-cancelled': { planId: 'text' },
  'payment-group.opened': {},
  'payment-group.joined': { headMasked: 'text' },
  'payment-group.left': { headMasked: 'text' },
  'payment-group.member-joined': { memberMasked: 'text' },
  'payment-group.member-left': { memberMasked: 'text' },
  'family-net.created': { shortNumber: 'text', minutes: 'count' },
  'family-net.joined': { headMasked: 'text', shortNumber: 'text', minutes: 'count' },
  'family-net.left': leaving,
  'family-net.member-left': leaving,
  'family-net.other-left': leaving,
  'virtual-net.joined': {
    netName: 'text',
    shortNumber: 'text',
    monthlyFeeMicroYuan: 'money',
    minutes: 'count',
    startsOn: 'day',
  },
  'virtual-net.left': { netName: 'text', lastDay: 'day' },
  'ownership.transferred': { side: 'text', startsOn: 'day' },
  'account.changed': { what: 'text', startsOn: 'day' },

  // --- services and promotions ---
  'service.requested': { serviceId: 'text', startsOn: 'day' },
  'service.ordered': {
    serviceId: 'text',
    startsOn: 'day',
    priceMicroYuan: 'money',
    trialUntil: 'day',
    time: 'instant',
  },
  'service.cancelled': { serviceId: 'text', lastDay: 'day', by: 'text' },
  'service.used': { serviceId: 'text', month: 'month', times: 'count' },
  'promotion.confirmed': takenUp,
  'promotion.started': takenUp,
  'promotion.ended': { promotionId: 'text' },
  'promotion.dated': { promotionId: 'text', lastDay: 'day', lastMonth: 'month' },
  'promotion.credited': {
    promotionId: 'text',
    how: 'text',
    amountMicroYuan: 'money',
    balanceMicroYuan: 'money',
    monthsLeft: 'count',
    nextReturnOn: 'day',
  },
  'campaign.launched': { promotionId: 'text' },

  // --- money ---
  'payment.received': {
    amountMicroYuan: 'money',
    balanceMicroYuan: 'money',
    purpose: 'text',
    method: 'text',
  },
  'balance.crossed': { limitMicroYuan: 'money' },
  'validity.changed': { validUntil: 'day' },
  'minimum-spend.due': {
    month: 'month',
    minimumMicroYuan: 'money',
    amountMicroYuan: 'money',
    balanceMicroYuan: 'money',
  },
  /** `payMonth` is the month of `payBy`, to count the dunning days from (TP9-07). */
  'bill.issued': {
    month: 'month',
    amountMicroYuan: 'money',
    payBy: 'day',
    payMonth: 'month',
    payer: 'text',
  },
  'bill.settled': { month: 'month' },
  'overdraft.used': { usedMicroYuan: 'money', limitMicroYuan: 'money' },
  'standing.changed': { from: 'text', to: 'text', reason: 'text' },
  'standing.reported': { standing: 'text', reason: 'text' },
  'charges.crossed': { kind: 'text', limitMicroYuan: 'money', amountMicroYuan: 'money', since: 'day' },
  'spending.reported': {
    since: 'day',
    until: 'day',
    amountMicroYuan: 'money',
    balanceMicroYuan: 'money',
  },
  'broadband.stop-ahead': { balanceMicroYuan: 'money' },
  'broadband.balance-low': { balanceMicroYuan: 'money' },
  'points.changed': { gained: 'count', spent: 'count', total: 'count' },
  'points.expiring': { expiring: 'count', total: 'count', lastDay: 'day' },

  // --- use ---
  'usage.crossed': { measure: 'text', limit: 'count', limitBytes: 'bytes', highest: 'flag' },
  'usage.retracted': { toldLimit: 'percent' },
  'usage.surged': { usedBytes: 'bytes', hours: 'count' },
  'roaming.opened': { mcc: 'text' },
  'roaming.arrived': { mcc: 'text', from: 'text' },
  'roaming.returned': { mcc: 'text' },
  'query.performed': { kind: 'text', channel: 'text', verifiedBy: 'text', month: 'month', time: 'instant' },
  'schedule.due': { schedule: 'text' },

  // --- care ---
  'order.progressed': {
    orderId: 'text',
    kind: 'text',
    stage: 'text',
    visitOn: 'day',
    visitFrom: 'text',
    visitTo: 'text',
  },
  'contact.recorded': {
    channel: 'text',
    about: 'text',
    amountMicroYuan: 'money',
    balanceMicroYuan: 'money',
    serviceId: 'text',
  },
  'reply.received': { channel: 'text', command: 'text' },
}

/** Fields that name one of many of its kind: they do not stand in each other's way. */
const items = ['promotionId', 'serviceId', 'orderId', 'month'] as const

/** The service, promotion, order or month that an event is about. */
export function itemOf(event: Facts): string | null {
  return items.map(name => event[name]).find((value): value is string => typeof value === 'string') ?? null
}

/** Whether events of this trigger tell of one of many. */
export const hasItem = (trigger: string): boolean => items.some(name => name in (eventView[trigger] ?? {}))
