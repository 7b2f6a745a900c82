/** The attributes that CloudEvents defines and Kairos requires, read one by one. */
import { nearest } from '../rulebook/nearest-word.ts'
import { isPlain } from './characters.ts'
import type { Fault } from './fault.ts'
import { shown } from './fault.ts'
import type { Fields } from './json.ts'
import { limits } from './limits.ts'

/** What is attributeNames of the event so far; faults gather on the way. */
export interface Draft {
  readonly event: Fields
  readonly faults: Fault[]
}

const missingRemedies: Readonly<Record<string, string>> = {
  specversion: 'add "specversion": "1.0"',
  source: 'add the system that reports the fact, e.g. "urn:boss:taizhou"',
  id: 'add an id that is unique within its source',
  type: 'add the type of the fact, e.g. "usage.reported"',
  time: 'add when it happened, e.g. "2026-11-20T08:00:00+08:00"',
  subject: 'add whom it is about, e.g. "tel:+8613800138000" or "account:A17"',
}

export const attributeNames: ReadonlySet<string> = new Set([
  ...Object.keys(missingRemedies),
  'datacontenttype',
  'dataschema',
  'data',
])

/** A required text attribute; '' when it is not usable, and then a fault has been added. */
export function attribute({ event, faults }: Draft, field: string, charactersMax: number): string {
  const value = event[field]
  if (typeof value === 'string' && value !== '' && value.length <= charactersMax && isPlain(value))
    return value
  faults.push(attributeFault({ event, field, charactersMax }))
  return ''
}

function attributeFault(ask: {
  readonly event: Fields
  readonly field: string
  readonly charactersMax: number
}): Fault {
  const { event, field, charactersMax } = ask
  const value = event[field]
  if (value === undefined || value === null || value === '') {
    const meant = nearest(
      field,
      Object.keys(event)
        .filter(name => !attributeNames.has(name))
        .slice(0, limits.extensions),
    )
    const also = meant === null ? '' : `; you sent "${shown(meant)}"`
    return { code: 'missing', field, problem: 'is missing', remedy: `${missingRemedies[field]!}${also}` }
  }
  if (typeof value !== 'string')
    return { code: 'wrong-kind', field, problem: 'is not a text', remedy: 'send a text' }
  if (value.length > charactersMax) {
    return {
      code: 'out-of-range',
      field,
      problem: 'is too long',
      remedy: `use at most ${charactersMax} characters`,
    }
  }
  return badText(field)
}

export const badText = (field: string): Fault => ({
  code: 'bad-text',
  field,
  problem: 'holds control or broken characters',
  remedy: 'send printable text in whole UTF-8 characters',
})
