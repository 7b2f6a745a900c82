/** zod's issues in the words of whoever writes a rulebook. */
import type { z } from 'zod'
import type { FaultCode } from '../fault.ts'
import { didYouMean, listed, nearest } from '../nearest-word.ts'
import { descriptionOf, fieldsOf } from './schema-shape.ts'

export interface Told {
  readonly code: FaultCode
  readonly message: string
  readonly hint: string
}

type Issue = z.core.$ZodIssue

/** What is wrong, and what to write. `found` is the value at the issue's path, undefined where there is none. */
export function toldOf(issue: Issue, schema: z.ZodType, found: unknown): Told {
  const name = nameOf(issue.path)
  if (found === undefined && issue.code !== 'custom') {
    const what = descriptionOf(schema, issue.path) ?? `add ${String(issue.path.at(-1))}`
    return { code: 'field-missing', message: `${name} is missing`, hint: what }
  }
  switch (issue.code) {
    case 'invalid_value':
      return valueTold(issue, name, found)
    case 'invalid_type':
      return typeTold(issue, name, found)
    case 'invalid_key':
      return {
        code: 'value-refused',
        message: `the name ${name} is refused`,
        hint: issue.issues[0]?.message ?? issue.message,
      }
    default:
      return refusalTold(issue, name, found)
  }
}

/** A field that the schema does not have. */
export function unknownFieldTold(key: string, schema: z.ZodType, path: readonly PropertyKey[]): Told {
  const known = fieldsOf(schema, path)
  const found = nearest(key, known)
  const hint = found === null ? `fields here: ${listed(known, 20)}` : `did you mean "${found}"?`
  return { code: 'field-unknown', message: `unknown field "${key}"`, hint }
}

/** What the value at a path is called: its field, or its place in a list. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'this'
  return typeof last === 'number' ? `entry ${last + 1} of ${nameOf(path.slice(0, -1))}` : `"${String(last)}"`
}

function valueTold(issue: z.core.$ZodIssueInvalidValue, name: string, found: unknown): Told {
  const values = issue.values.map(String)
  const hint = didYouMean(typeof found === 'string' ? found : '', values, `one of: ${listed(values, 40)}`)
  if (name === '"on"')
    return { code: 'trigger-unknown', message: `there is no trigger ${shown(found)}`, hint }
  return { code: 'value-refused', message: `${name} cannot be ${shown(found)}`, hint }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with names',
}

function typeTold(issue: z.core.$ZodIssueInvalidType, name: string, found: unknown): Told {
  const message = `${name} cannot be ${shown(found)}`
  if (issue.expected === 'string' && isPlain(found)) {
    return {
      code: 'value-refused',
      message,
      hint: `a text: put it in quotes, '${String(found).slice(0, 40)}'`,
    }
  }
  if (issue.expected === 'array')
    return { code: 'value-refused', message, hint: 'a list: [a, b], or one "- a" a line' }
  return { code: 'value-refused', message, hint: `write ${typeNames[issue.expected] ?? issue.expected}` }
}

function refusalTold(issue: Issue, name: string, found: unknown): Told {
  const params = issue.code === 'custom' ? (issue.params as { hint?: string } | undefined) : undefined
  if (params?.hint !== undefined) return { code: 'value-refused', message: issue.message, hint: params.hint }
  if (found === '')
    return { code: 'value-refused', message: `${name} is empty`, hint: 'write something, or leave it out' }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
    const unit = { string: ' characters', array: ' entries' }[issue.origin as string] ?? ''
    const isEmptyList = Array.isArray(found) && found.length === 0
    const hint = isEmptyList ? 'an empty list: leave the field out instead' : bound + unit
    return { code: 'value-refused', message: `${name} cannot be ${shown(found)}`, hint }
  }
  return { code: 'value-refused', message: `${name} cannot be ${shown(found)}`, hint: issue.message }
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : 'this list'
  if (value !== null && typeof value === 'object') return 'an object'
  return value === null ? 'empty' : String(value)
}
