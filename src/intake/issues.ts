/** Zod's findings → our faults: by field, in plain words, with a remedy. Used for events and for the API's own bodies. */
import { z } from 'zod'
import type { Fault } from './fault.ts'
import { hint, shown } from './fault.ts'
import { isFields } from './json.ts'
import { limits } from './limits.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

export interface Checked {
  readonly schema: z.ZodType
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** Where the value stands, e.g. `data`; empty for the top. */
  readonly root: string
}

/** One fault per field and kind, at most `limits.faults`. */
export function faultsOf(checked: Checked): Fault[] {
  const faults = new Map<string, Fault>()
  for (const issue of checked.issues) {
    for (const fault of faultsOfIssue(issue, checked)) {
      const key = `${fault.field} ${fault.code}`
      if (!faults.has(key)) faults.set(key, fault)
    }
  }
  return [...faults.values()].slice(0, limits.faults)
}

function faultsOfIssue(issue: Issue, { schema, value, root }: Checked): Fault[] {
  const field = fieldOf(root, issue.path)
  if (issue.code === 'unrecognized_keys')
    return unknownFields(issue, { known: namesAt(schema, issue.path), field })
  const found = valueAt(value, issue.path)
  if (found === undefined) return [{ code: 'missing', field, problem: 'is missing', remedy: `add ${field}` }]
  return [{ field, ...told(issue, found) }]
}

function unknownFields(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  { known, field }: { readonly known: readonly string[]; readonly field: string },
): Fault[] {
  return issue.keys.map(name => ({
    code: 'unknown-field',
    field: fieldOf(field, [shown(name)]),
    problem: 'is not a field that this has',
    remedy: `leave it out${hint(name, known)}`,
  }))
}

type Told = Omit<Fault, 'field'>

function told(issue: Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>, found: unknown): Told {
  if (issue.code === 'invalid_type') {
    const remedy = `send ${kindNames[issue.expected] ?? issue.expected}`
    return { code: 'wrong-kind', problem: `is ${kindOf(found)}`, remedy }
  }
  if (issue.code === 'invalid_value') return notAllowed(issue.values.map(String), found)
  if (issue.code === 'too_small') return outOfRange(issue.origin, `at least ${issue.minimum}`)
  if (issue.code === 'too_big') return outOfRange(issue.origin, `at most ${issue.maximum}`)
  const [ofKey] = issue.code === 'invalid_key' ? issue.issues : []
  if (ofKey !== undefined && ofKey.code !== 'unrecognized_keys') return told(ofKey, found)
  const remedy = issue.code === 'invalid_format' ? `write ${formOf(issue)}` : issue.message
  return { code: 'wrong-form', problem: 'has not the right form', remedy }
}

function notAllowed(values: readonly string[], found: unknown): Told {
  const near = typeof found === 'string' ? hint(found, values) : ''
  return {
    code: 'not-allowed',
    problem: 'is not an allowed value',
    remedy: `use one of ${values.join(', ')}${near}`,
  }
}

const units: Record<string, string> = {
  string: ' characters',
  array: ' items',
  set: ' items',
  map: ' entries',
}

const outOfRange = (origin: string, bound: string): Told => ({
  code: 'out-of-range',
  problem: 'is out of range',
  remedy: `use ${bound}${units[origin] ?? ''}`,
})

const forms: Record<string, string> = {
  date: 'a real calendar day as YYYY-MM-DD',
  datetime: 'a time as RFC 3339 with offset, e.g. 2026-11-20T08:00:00+08:00',
}

/** Schemas give their own words as the message; zod's start with "Invalid". */
function formOf(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return (
    forms[issue.format] ?? (issue.message.startsWith('Invalid') ? `a valid ${issue.format}` : issue.message)
  )
}

const kindNames: Record<string, string> = {
  string: 'a text',
  number: 'a whole number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'not a whole number'
  return kindNames[typeof value] ?? typeof value
}

function fieldOf(root: string, path: Path): string {
  return path.reduce<string>((field, step) => {
    if (typeof step === 'number') return `${field}[${step}]`
    const name = shown(String(step))
    return field === '' ? name : `${field}.${name}`
  }, root)
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    return isFields(inner) ? inner[String(step)] : undefined
  }, value)
}

/** The names that an object schema knows at a path, for "did you mean". */
function namesAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const inner = bare(schema)
  const [step, ...rest] = path
  if (inner instanceof z.ZodArray) return namesAt(inner.element, rest)
  if (!(inner instanceof z.ZodObject)) return []
  if (step === undefined) return Object.keys(inner.shape)
  const next = inner.shape[String(step)]
  return next === undefined ? [] : namesAt(next, rest)
}

/** The schema without its optional, nullable and default wrappers. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
  return isWrapped ? bare(schema.unwrap()) : schema
}
