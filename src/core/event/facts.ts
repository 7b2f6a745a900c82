/**
 * What the operator's BOSS, CRM and network report: the outside facts, one schema per `type`.
 *
 * Field names end in their unit. Unknown fields are refused by name. A field listed in `personal`
 * is taken out of the event before anything is journalled and kept encrypted elsewhere (BC-01).
 */
import { z } from 'zod'
import { bytes, microYuan } from '../units.ts'
import { contactFacts } from './contact-facts.ts'
import { day, id, localTime, mobileCountry, month, phoneNumber } from './fields.ts'
import { chargeKind, moneyFacts } from './money-facts.ts'
import { orderFacts } from './order-facts.ts'

export { phoneNumber } from './fields.ts'

export const brand = z.enum(['gotone', 'easyown', 'm-zone'])
export const language = z.enum(['zh-CN', 'en'])
export const payMode = z.enum(['prepaid', 'postpaid'])
export const standing = z.enum(['normal', 'restricted', 'suspended'])
export const bucketKind = z.enum(['data', 'roaming-data'])
/** What customers may wish for. */
export const wishedChannel = z.enum(['sms', 'voice', 'email', 'push'])
/** A call by staff is a task for a person (TP9-10): a rule's ladder may ask for it, no customer can order it for everything. */
export const channelName = z.enum([...wishedChannel.options, 'staff-call'])

const profile = {
  brand,
  planId: id,
  packIds: z.array(id).max(16),
  payMode,
  /** 5 is the highest, 1 the lowest, 0 not yet rated (ST-01, ST-03). */
  star: z.int().min(0).max(5),
  vip: z.enum(['none', 'silver', 'gold', 'diamond']),
  language,
  province: id,
  city: id,
  birthYear: z.int().min(1900).max(2100),
}

const usage = z.strictObject({
  bucketId: id,
  kind: bucketKind,
  /** First and last local day of the period that the counter belongs to. */
  periodStart: day,
  periodEnd: day,
  usedBytes: bytes,
  /** 0 for a customer without free data (TP10-01). */
  allowanceBytes: bytes,
})

const balance = z.strictObject({
  balanceMicroYuan: microYuan,
  /** Last day on which the number is valid; absent where the brand knows no validity. */
  validUntil: day.optional(),
})

export const facts = {
  'line.opened': z.strictObject({
    line: id,
    number: phoneNumber,
    name: z.string().min(1).max(60).optional(),
    /** The day of joining where it is not the day of this event: an older customer is being loaded. */
    joinedOn: day.optional(),
    /** Where it was opened, if that is known. */
    via: z.enum(['hall', 'agent', 'web', 'kit']).optional(),
    ...profile,
    star: profile.star.default(0),
    vip: profile.vip.default('none'),
    packIds: profile.packIds.default([]),
    birthYear: profile.birthYear.optional(),
  }),
  'line.closed': z.strictObject({}),
  'profile.changed': z.strictObject(profile).partial(),
  'preference.changed': z.strictObject({
    channel: wishedChannel.nullable().optional(),
    /** The hours in which this customer likes to be reached, within the allowed ones (BS-03). */
    activeHours: z.strictObject({ from: localTime, to: localTime }).nullable().optional(),
    marketingConsent: z.boolean().optional(),
    /** Kinds of reminder that the customer orders or cancels (可订可退, SI-17, NF-17). */
    subscribe: z.array(id).max(32).optional(),
    unsubscribe: z.array(id).max(32).optional(),
  }),
  'payment.received': z.strictObject({
    amountMicroYuan: microYuan,
    balanceMicroYuan: microYuan,
    validUntil: day.optional(),
    purpose: z.enum(['opening', 'top-up', 'arrears']),
    method: z.enum(['counter', 'card', 'bank', 'app', 'agent']),
  }),
  'balance.reported': balance,
  'balance.corrected': balance,
  'usage.reported': usage,
  'usage.corrected': usage,
  'roaming.registered': z.strictObject({
    mcc: mobileCountry,
    mnc: z
      .string()
      .regex(/^\d{2,3}$/, 'two or three digits (ITU-T E.212)')
      .optional(),
  }),
  'query.performed': z.strictObject({
    kind: z.enum(['call-detail', 'location', 'name', 'id-number', 'family-net', 'virtual-net']),
    channel: z.enum(['web', 'hotline', 'hall', 'sms', 'app', 'kiosk']),
    verifiedBy: z.enum(['service-password', 'service-password-and-code', 'id-document']),
    month: month.optional(),
  }),
  'standing.reported': z.strictObject({
    standing,
    reason: z.enum(['arrears', 'validity', 'lost-phone', 'own-wish', 'paid']),
  }),
  ...orderFacts,
  ...moneyFacts,
  ...contactFacts,
} as const

export type FactType = keyof typeof facts

/** Fields that hold personal data, by type: never journalled, never seen by the core. */
export const personalFields: Partial<Record<FactType, readonly string[]>> = {
  'line.opened': ['number', 'name'],
  'reply.received': ['text'],
  'contact-person.named': ['number'],
}

type Personal = {
  'line.opened': 'number' | 'name'
  'reply.received': 'text'
  'contact-person.named': 'number'
}
/** What stands in the place of what is personal. */
interface Instead {
  'line.opened': object
  'reply.received': { readonly command: string | null }
  'contact-person.named': object
}
export type FactOf<T extends FactType> = T extends keyof Personal
  ? Omit<z.infer<(typeof facts)[T]>, Personal[T]> & Instead[T]
  : z.infer<(typeof facts)[T]>

export type Brand = z.infer<typeof brand>
export type Language = z.infer<typeof language>
export type PayMode = z.infer<typeof payMode>
export type StandingState = z.infer<typeof standing>
export type BucketKind = z.infer<typeof bucketKind>
export type ChargeKind = z.infer<typeof chargeKind>
export type ChannelName = z.infer<typeof channelName>
