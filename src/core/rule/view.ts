/**
 * What conditions (CEL) and templates (Liquid) may see. One schema for both, so that a rule and its
 * wording speak of the same names. Amounts stay in their unit (`…MicroYuan`, `…Bytes`): CEL has `yuan(10)`
 * and `mb(5)` to compare with, templates have filters to print them.
 *
 * Kinds: `money` micro-yuan · `bytes` · `instant` epoch ms · `day` YYYY-MM-DD · `month` YYYY-MM · `percent` ·
 * `count` · `text` · `flag` · `list` of text. `kind` tells CEL its type and the lint which filter must print it.
 */
import type { Facts } from '../reminder.ts'

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

type Fields = Readonly<Record<string, FieldKind>>

/** What `event` holds, by trigger; triggers not named here have an empty `event`. */
export const eventView: Readonly<Record<string, Fields>> = {
  /** `joinedToday` is false for an older customer who is merely loaded (`joinedOn` in the past). */
  'line.opened': {
    joinedToday: 'flag',
    planId: 'text',
    brand: 'text',
    payMode: 'text',
    packCount: 'count',
    firstPack: 'text',
    firstPackFeeMicroYuan: 'money',
  },
  'payment.received': {
    amountMicroYuan: 'money',
    balanceMicroYuan: 'money',
    purpose: 'text',
    method: 'text',
  },
  'balance.crossed': { limitMicroYuan: 'money' },
  'validity.changed': { validUntil: 'day' },
  'usage.crossed': { measure: 'text', limit: 'count', limitBytes: 'bytes', highest: 'flag' },
  'usage.retracted': { toldLimit: 'percent' },
  'roaming.arrived': { mcc: 'text', from: 'text' },
  'roaming.returned': { mcc: 'text' },
  'query.performed': { kind: 'text', channel: 'text', verifiedBy: 'text', month: 'month', time: 'instant' },
  'standing.changed': { from: 'text', to: 'text' },
  'standing.reported': { standing: 'text', reason: 'text' },
  'schedule.due': { schedule: 'text' },
  'payment-group.member-joined': {},
  'payment-group.member-left': {},
}

/** Roots beyond the common ones, by trigger. */
export const extraRoots: Readonly<Record<string, readonly ('bucket' | 'place')[]>> = {
  'usage.crossed': ['bucket', 'place'],
  'usage.retracted': ['bucket'],
  'schedule.due': ['bucket'],
  'roaming.arrived': ['place'],
}

/** The tree handed to conditions and templates: every declared field present, `null` where unknown. */
export type View = Facts
