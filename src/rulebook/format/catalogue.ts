/** `catalogue/*.yaml`: what the operator sells and where its customers roam. Entries hold from a day on (CO-21, CO-22). */
import { z } from 'zod'
import { isZone } from '../../core/calendar/zone.ts'
import { brand } from '../../core/event/facts.ts'
import { day, ident, named, outsideId, price, text } from './scalar.ts'

export const brands = z.strictObject({
  brands: z.strictObject({ gotone: named, easyown: named, 'm-zone': named }),
})

const from = day.meta({
  description: 'First day on which this holds; a later entry of the same id replaces it.',
})

export const plan = z.strictObject({
  id: outsideId,
  from,
  brand,
  name: named,
  'monthly-fee': price,
  'data-mb': z.number().min(0).max(1_000_000),
  'voice-minutes': z.int().min(0).max(100_000),
  'out-of-plan-per-mb': price,
  offer: named.meta({ description: 'One plain sentence on the offer.' }),
})
export const plans = z.strictObject({ plans: z.array(plan).min(1).max(2000) })

export const pack = z.strictObject({ id: outsideId, from, name: named, 'monthly-fee': price })
export const packs = z.strictObject({ packs: z.array(pack).max(5000) })

/** A code of codes.yaml by its name there. */
const codeName = ident.meta({ description: 'A code of codes.yaml by its name, such as weather-off.' })

export const service = z
  .strictObject({
    id: outsideId,
    from,
    name: named,
    charging: z
      .enum(['monthly', 'per-use', 'at-once'])
      .meta({ description: 'By the month, by use, or by the month and at once (TP3-01…03).' }),
    class: z
      .enum(['A', 'B'])
      .optional()
      .meta({ description: 'A: charged from the start; B: 72 hours free (TP1-04, TP1-05).' }),
    price,
    cancel: codeName.optional(),
    features: named.optional().meta({ description: 'What it does and how to use it, in a plain sentence.' }),
  })
  .refine(({ charging, cancel }) => charging === 'per-use' || cancel !== undefined, {
    path: ['cancel'],
    message: 'a monthly service needs a way out (TP3-08)',
  })
export const services = z.strictObject({ services: z.array(service).max(5000) })

export const promotion = z
  .strictObject({
    id: outsideId,
    from,
    name: named,
    kind: z
      .enum(['plan-fee', 'service', 'prepay-gift', 'contract', 'return', 'broadband', 'campaign'])
      .meta({ description: 'What ends with it, and so what is told of its end (TP4-01…06).' }),
    price: price.optional().meta({ description: 'Monthly price while it lasts.' }),
    'price-after': price.optional().meta({ description: 'Monthly price afterwards.' }),
    minimum: price.optional().meta({ description: 'Minimum spend a month of a contract.' }),
    order: codeName.optional(),
    cancel: codeName.optional(),
    offer: named.optional().meta({ description: 'What a campaign gives, in a plain sentence.' }),
    'offer-until': day.optional().meta({ description: 'Last day on which it may be taken up.' }),
  })
  .refine(({ kind, cancel }) => kind !== 'service' || cancel !== undefined, {
    path: ['cancel'],
    message: 'a service that goes on at another price needs a way out (TP4-03)',
  })

export const promotions = z.strictObject({ promotions: z.array(promotion).max(5000) })

export const zone = z
  .string()
  .refine(isZone, 'an IANA time zone such as Asia/Bangkok')
  .meta({ description: 'An IANA time zone, such as Asia/Shanghai.' })

export const place = z.strictObject({
  mcc: z
    .string()
    .regex(/^\d{3}$/, "three digits in quotes such as '520'")
    .meta({ description: 'Mobile country code (ITU-T E.212).' }),
  from,
  name: named,
  zone,
  'call-local-per-minute': price,
  'call-home-per-minute': price,
  'receive-per-minute': price,
  'sms-home': price,
  'data-per-mb': price,
  'day-pack': price
    .default(0 as z.output<typeof price>)
    .meta({ description: 'Price of the data day pack; 0 = none there (CO-23).' }),
  police: text.max(20),
  ambulance: text.max(20),
})
/** Calls from home to other countries: what they cost with the cheap prefix (TP6-02). */
export const callsAbroad = z.strictObject({
  from,
  prices: named.meta({ description: 'Countries and prices per minute; messages print it as it stands.' }),
})
export const places = z.strictObject({
  places: z.array(place).max(2000),
  'calls-abroad': z.array(callsAbroad).max(200).optional(),
})
