/** The small words that all files of a rulebook share, each with the sentence that an editor shows. */
import { z } from 'zod'
import { isFault, type Fault } from '../../core/calendar/fault.ts'
import { parseDuration } from '../../core/calendar/duration.ts'
import type { Bytes, MicroYuan } from '../../core/units.ts'

export const textMax = 4000

export const ident = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'a name of small letters, digits and "-", at most 60')
  .meta({ description: 'A name: small letters, digits and "-", beginning with a letter.' })

/** An id that BOSS gave: of a plan, a pack, a city. */
export const outsideId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, ".", "_" and "-", at most 40')
  .meta({ description: 'An id as BOSS has it.' })

export const text = z.string().min(1).max(textMax)

export const named = z
  .strictObject({ 'zh-CN': text, en: text })
  .meta({ description: 'The same in both languages.' })

export const day = z.iso.date('a day as YYYY-MM-DD').meta({ description: 'A local day, YYYY-MM-DD.' })

export const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day as HH:MM')
  .meta({ description: 'A local time of day, HH:MM.' })

export const requirementIds = z
  .array(z.string().regex(/^[A-Z]{2}\d{0,2}-\d{2}$/, 'a requirement id such as TP10-11'))
  .min(1)
  .max(40)
  .meta({ description: 'Requirements that this serves, such as TP10-11.' })

/** Adds a fault of one of the core's parsers as an issue of zod's, hint included. */
export function refused(ctx: z.RefinementCtx, { fault, hint }: Fault): never {
  ctx.addIssue({ code: 'custom', message: fault, params: { hint } })
  return z.NEVER
}

export const duration = z
  .string()
  .transform((written, ctx) => {
    const ms = parseDuration(written)
    return isFault(ms) ? refused(ctx, ms) : ms
  })
  .meta({ description: 'A duration: PT15M, PT2H, P3D.' })

const decimalShape = /^(-?)(\d{1,7})(?:\.(\d{1,6}))?$/

export const money = z
  .union([z.number(), z.string()], 'an amount in yuan such as 9.80')
  .transform((written, ctx) => {
    // A number's shortest text is what was written, for all that seven and six digits can say: no float error.
    const parts = decimalShape.exec(String(written))
    if (parts === null) {
      const fault = `"${String(written).slice(0, 40)}" is not an amount`
      return refused(ctx, { fault, hint: 'yuan with at most six decimals, such as 9.80' })
    }
    const [, sign, whole, decimals = ''] = parts
    return Number(`${sign}${whole}${decimals.padEnd(6, '0')}`) as MicroYuan
  })
  .meta({ description: 'Yuan, such as 9.80.' })

export const price = money
  .refine(amount => amount >= 0, 'a price is not negative')
  .meta({ description: 'A price in yuan, such as 0.29.' })

const sizeShape = /^(\d{1,9}(?:\.\d{1,3})?) ?(KB|MB|GB)$/
const unitBytes: Readonly<Record<string, number>> = { KB: 1024, MB: 1_048_576, GB: 1_073_741_824 }

export const size = z
  .string()
  .regex(sizeShape, 'an amount of data such as 100KB, 5MB or 1.5GB')
  .transform(written => {
    const [, amount, unit] = sizeShape.exec(written)!
    return Math.round(Number(amount) * unitBytes[unit!]!) as Bytes
  })
  .meta({ description: 'An amount of data: 100KB, 5MB, 1.5GB (1 MB = 1024 KB).' })

/** A list of distinct things that is not empty: an empty list would mean "nobody" or "never". */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1, 'an empty list: leave the field out instead')
    .max(200)
    .refine(items => new Set(items).size === items.length, 'the list names something twice')
