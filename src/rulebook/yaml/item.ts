/**
 * One checked thing of a file (a rule, a template, a price list entry) with the way back to where it was written.
 *
 * A thing with a fault is checked again without its faulty fields, so that one slip does not hide what else is wrong with it;
 * such a thing counts as known to others, though the rulebook is not usable.
 */
import type { z } from 'zod'
import { faultAt, type Place, type RulebookFault } from '../fault.ts'
import type { Path, YamlFile } from './file.ts'
import { toldOf, unknownFieldTold } from './issue.ts'

export interface Item<T> {
  readonly file: YamlFile
  readonly path: Path
  readonly value: T
}

export interface ItemRead<T> {
  /** Null where not even the sound fields make one. */
  readonly item: Item<T> | null
  readonly faults: readonly RulebookFault[]
}

/** Place of a field of an item. */
export function placeIn(item: Item<unknown>, ...steps: Path): Place {
  return item.file.placeOf([...item.path, ...steps])
}

/** No field lies deeper in an item. */
const heightMax = 4

export function readItem<S extends z.ZodType>(file: YamlFile, path: Path, schema: S): ItemRead<z.output<S>> {
  const raw = valueAt(file.value, path)
  const first = schema.safeParse(raw)
  if (first.success) return { item: { file, path, value: first.data }, faults: [] }
  const faults = first.error.issues.flatMap(issue => faultsOf({ file, path, schema, raw }, issue))
  return { item: soundPart({ file, path, schema, raw }, first.error.issues), faults }
}

/** What parses when the faulty fields are left out, then whatever holds them, and so on upwards; null when nothing does. */
function soundPart<S extends z.ZodType>(
  { file, path, schema, raw }: Subject & { readonly schema: S },
  issues: readonly z.core.$ZodIssue[],
): Item<z.output<S>> | null {
  let sound = raw
  let left = issues
  for (let height = 0; height <= heightMax; height += 1) {
    // From the last to the first, so that the positions of lists still hold.
    sound = left.reduceRight((value: unknown, issue) => withoutFaulty(value, issue, height), sound)
    const parsed = schema.safeParse(sound)
    if (parsed.success) return { file, path, value: parsed.data }
    left = parsed.error.issues
  }
  return null
}

/** The value at a path of plain values; undefined where there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step]
  }
  return value
}

interface Subject {
  readonly file: YamlFile
  readonly path: Path
  readonly schema: z.ZodType
  readonly raw: unknown
}

function faultsOf({ file, path, schema, raw }: Subject, issue: z.core.$ZodIssue): RulebookFault[] {
  const at = [...path, ...(issue.path as (string | number)[])]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => {
      const { code, ...told } = unknownFieldTold(key, schema, issue.path)
      return faultAt(file.placeOfKey([...at, key]), code, told)
    })
  }
  const { code, ...told } = toldOf(issue, schema, valueAt(raw, issue.path))
  const place =
    code === 'field-missing' || issue.code === 'invalid_key' ? file.placeOfKey(at) : file.placeOf(at)
  return [faultAt(place, code, told)]
}

function withoutFaulty(value: unknown, issue: z.core.$ZodIssue, height: number): unknown {
  if (issue.code !== 'unrecognized_keys')
    return without(value, issue.path.slice(0, issue.path.length - height))
  return issue.keys.reduce((left: unknown, key) => without(left, [...issue.path, key]), value)
}

/** A copy without what is at a path; a list that loses its last entry goes too. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return undefined
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, at) => at !== step)
      : value.map((entry: unknown, at) => (at === step ? without(entry, rest) : entry))
  }
  if (value === null || typeof value !== 'object') return value
  const copy = Object.assign(Object.create(null) as Record<PropertyKey, unknown>, value)
  if (!Object.hasOwn(copy, step)) return copy
  const inner = rest.length === 0 ? undefined : without(copy[step], rest)
  if (inner === undefined || (Array.isArray(inner) && inner.length === 0)) delete copy[step]
  else copy[step] = inner
  return copy
}
