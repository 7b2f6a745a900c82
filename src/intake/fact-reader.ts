/**
 * One reader per fact type, made once: checks `data` by its schema, then what a schema of forms cannot say:
 * years within limits, phone numbers whose country is certain.
 */
import type { z } from 'zod'
import { facts, phoneNumber } from '../core/event/facts.ts'
import type { FactType } from '../core/event/facts.ts'
import type { Fault } from './fault.ts'
import { bare, faultsOf } from './issues.ts'
import type { Fields } from './json.ts'
import { dayYears } from './limits.ts'
import { internationalNumber } from './subject.ts'

export type Reading =
  { readonly ok: true; readonly data: Fields } | { readonly ok: false; readonly faults: readonly Fault[] }

export interface FactReader {
  readonly type: FactType
  read(data: unknown): Reading
}

const isFactType = (type: string): type is FactType => Object.hasOwn(facts, type)

/** Every type name. */
export const factTypes: readonly FactType[] = Object.keys(facts).filter(isFactType)

export const factReaders: ReadonlyMap<string, FactReader> = new Map(
  factTypes.map(type => [type, readerOf(type, facts[type])]),
)

function readerOf(type: FactType, schema: z.ZodObject): FactReader {
  const fields = Object.entries(schema.shape)
  const days = fields.filter(([, field]) => isCalendar(field)).map(([name]) => name)
  const numbers = fields.filter(([, field]) => bare(field) === phoneNumber).map(([name]) => name)
  return {
    type,
    read(value) {
      const result = schema.safeParse(value)
      if (!result.success) {
        return { ok: false, faults: faultsOf({ schema, value, issues: result.error.issues, root: 'data' }) }
      }
      const faults: Fault[] = []
      for (const name of days) checkYear(name, result.data, faults)
      const settled = numbers.map(name => [name, settledNumber(name, result.data, faults)] as const)
      if (faults.length > 0) return { ok: false, faults }
      return {
        ok: true,
        data: settled.length === 0 ? result.data : { ...result.data, ...Object.fromEntries(settled) },
      }
    },
  }
}

/** A field that takes a day or month but no other text: ids take both. */
function isCalendar(field: z.ZodType): boolean {
  const takes = (text: string) => field.safeParse(text).success
  return (takes('2026-11-30') || takes('2026-11')) && !takes('x')
}

function checkYear(name: string, data: Fields, faults: Fault[]): void {
  const day = data[name]
  if (typeof day !== 'string') return
  const year = Number(day.slice(0, 4))
  if (year >= dayYears.first && year <= dayYears.last) return
  const remedy = `use ${dayYears.first} to ${dayYears.last}, and leave the field out where there is no such day`
  faults.push({ code: 'out-of-range', field: `data.${name}`, problem: 'has a year out of range', remedy })
}

/** Numbers are E.164 from here on: one number must give one hash. */
function settledNumber(name: string, data: Fields, faults: Fault[]): string | undefined {
  const sent = data[name]
  if (typeof sent !== 'string') return undefined
  const number = internationalNumber(sent)
  if (number !== null) return number
  const remedy =
    'write it in international form, e.g. +8613800138000 (a mobile of 11 digits may stand without +86)'
  faults.push({ code: 'wrong-form', field: `data.${name}`, problem: 'has no certain country', remedy })
  return undefined
}
