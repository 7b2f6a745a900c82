/**
 * What conditions (CEL) and templates (Liquid) may see. One schema for both, so that a rule and its
 * wording speak of the same names. Amounts stay in their unit (`…MicroYuan`, `…Bytes`): CEL has `yuan(10)`
 * and `mb(5)` to compare with, templates have filters to print them.
 *
 * Kinds: `money` micro-yuan · `bytes` · `instant` epoch ms · `day` YYYY-MM-DD · `month` YYYY-MM · `percent` ·
 * `count` · `text` · `flag` · `list` of text. `kind` tells CEL its type and the lint which filter must print it.
 */
import type { Facts } from '../reminder.ts'

export { eventView } from './event-view.ts'

export type FieldKind =
  'money' | 'bytes' | 'instant' | 'day' | 'month' | 'percent' | 'count' | 'text' | 'flag' | 'list'

/** Fields that each root has for every trigger. */
export const commonView = {
  account: {
    role: 'text',
    members: 'count',
    standing: 'text',
    balanceKnown: 'flag',
    balanceMicroYuan: 'money',
    balanceAsOf: 'instant',
    validUntil: 'day',
    billMonth: 'month',
    billDueMicroYuan: 'money',
    billPayBy: 'day',
  },
  line: {
    brand: 'text',
    brandName: 'text',
    planId: 'text',
    payMode: 'text',
    star: 'count',
    vip: 'text',
    province: 'text',
    city: 'text',
    language: 'text',
    age: 'count',
    months: 'count',
    packs: 'list',
    packIds: 'list',
    abroad: 'text',
    open: 'flag',
  },
  plan: {
    name: 'text',
    monthlyFeeMicroYuan: 'money',
    dataBytes: 'bytes',
    voiceMinutes: 'count',
    outOfPlanPerMBMicroYuan: 'money',
    offer: 'text',
  },
  /** Only for rules to contacts: who is told, and about which number. */
  contact: { role: 'text', aboutMasked: 'text' },
  code: {},
  now: 'instant',
} as const

/** Fields of the meter for triggers about usage, and of the line's main data meter for `schedule.due`. */
export const bucketView = {
  kind: 'text',
  usedBytes: 'bytes',
  allowanceBytes: 'bytes',
  leftBytes: 'bytes',
  overBytes: 'bytes',
  usedPercent: 'percent',
  asOf: 'instant',
  periodStart: 'day',
  periodEnd: 'day',
  month: 'month',
} as const

export const placeView = {
  mcc: 'text',
  name: 'text',
  known: 'flag',
  callLocalPerMinuteMicroYuan: 'money',
  callHomePerMinuteMicroYuan: 'money',
  receivePerMinuteMicroYuan: 'money',
  smsHomeMicroYuan: 'money',
  dataPerMBMicroYuan: 'money',
  dayPackMicroYuan: 'money',
  police: 'text',
  ambulance: 'text',
} as const

/** Calls from home to other countries (TP6-02): countries and prices as the catalogue says them. */
export const callsAbroadView = { prices: 'text' } as const

/** A value-added service (TP3); `price…` is what this customer pays, as far as the event tells, else the standard price. */
export const serviceView = {
  name: 'text',
  charging: 'text',
  class: 'text',
  priceMicroYuan: 'money',
  standardPriceMicroYuan: 'money',
  cancelCode: 'text',
  features: 'text',
  held: 'flag',
  trialUntil: 'day',
} as const

/**
 * A promotion, contract or campaign (TP4, TP5, BT-08); `lastDay` and `lastMonth` as the line holds it now. `onOffer`: it
 * may be taken up today, until the end of `offerUntil` or without an end.
 */
export const promotionView = {
  name: 'text',
  kind: 'text',
  priceMicroYuan: 'money',
  priceAfterMicroYuan: 'money',
  minimumMicroYuan: 'money',
  orderCode: 'text',
  cancelCode: 'text',
  offer: 'text',
  offerUntil: 'day',
  onOffer: 'flag',
  held: 'flag',
  lastDay: 'day',
  lastMonth: 'month',
} as const

/** Roots that only some triggers have. */
export const rootViews = {
  bucket: bucketView,
  place: placeView,
  callsAbroad: callsAbroadView,
  service: serviceView,
  promotion: promotionView,
  planBefore: commonView.plan,
  planAfter: commonView.plan,
} as const

export type Root = keyof typeof rootViews

/** Roots beyond the common ones, by trigger. */
export const extraRoots: Readonly<Record<string, readonly Root[]>> = {
  'usage.crossed': ['bucket', 'place'],
  'usage.retracted': ['bucket'],
  'schedule.due': ['bucket'],
  'roaming.arrived': ['place'],
  'roaming.opened': ['place', 'callsAbroad'],
  'charges.crossed': ['place'],
  'contact.recorded': ['bucket', 'service'],
  'plan.change-ordered': ['planBefore', 'planAfter'],
  'plan.changed': ['planBefore', 'planAfter'],
  'plan.change-cancelled': ['planAfter'],
  'service.requested': ['service'],
  'service.ordered': ['service'],
  'service.cancelled': ['service'],
  'service.used': ['service'],
  'promotion.confirmed': ['promotion'],
  'promotion.started': ['promotion'],
  'promotion.ended': ['promotion'],
  'promotion.dated': ['promotion'],
  'promotion.credited': ['promotion'],
  'campaign.launched': ['promotion'],
}

/** The tree handed to conditions and templates: every declared field present, `null` where unknown. */
export type View = Facts
