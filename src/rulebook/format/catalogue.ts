/** `catalogue/*.yaml`: what the operator sells and where its customers roam. Entries hold from a day on (CO-21, CO-22). */
import { z } from 'zod'
import { isZone } from '../../core/calendar/zone.ts'
import { brand } from '../../core/event/facts.ts'
import { day, named, outsideId, price, text } from './scalar.ts'

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
export const places = z.strictObject({ places: z.array(place).max(2000) })
