/**
 * What the generators leave untidy: schemas that nobody refers to, two names for one schema (`X`, `XInput`),
 * answers closed against new fields, and "Default Response".
 */
import { isFields } from '../intake/json.ts'
import type { Fields } from '../intake/json.ts'

interface Parts {
  readonly paths?: unknown
  readonly components?: unknown
}

/** What is written by hand: whole schemas, and fields of single operations. */
interface Additions {
  readonly schemas: Fields
  readonly paths: Readonly<Record<string, Readonly<Record<string, Fields>>>>
}

const prefix = '#/components/schemas/'

export function tidyDocument(document: Parts, additions: Additions): { paths: Fields; components: Fields } {
  const components = fieldsOf(document.components)
  const made = fieldsOf(components['schemas'])
  const tidied = Object.fromEntries(Object.entries(made).map(entry => exemplified(opened(entry), made)))
  const schemas = { ...tidied, ...additions.schemas }
  const paths = described(added(fieldsOf(document.paths), additions.paths), schemas)
  const used = reachable(paths, schemas)
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
  const whole = { paths, components: { ...components, schemas: kept } }
  return withoutInput(whole, used)
}

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** Answers may get further fields without breaking anybody; inputs stay closed. */
function opened([name, schema]: [string, unknown]): [string, unknown] {
  return [name, name.endsWith('Input') ? schema : mapped(schema, withoutClosure)]
}

/** zod takes the examples of a schema that converts (instants) for its inner values, and drops them from the outer one. */
function exemplified([name, schema]: [string, unknown], made: Fields): [string, unknown] {
  const examples = fieldsOf(made[name.replace(/Input$/, '')])['examples']
  return [name, examples === undefined ? schema : { ...fieldsOf(schema), examples }]
}

function withoutClosure(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name !== 'additionalProperties' || value !== false),
  )
}

/** A copy with every object replaced by what `change` makes of it, inside out. */
function mapped(value: unknown, change: (fields: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map(item => mapped(item, change))
  if (!isFields(value)) return value
  return change(
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, change)])),
  )
}

function added(paths: Fields, additions: Additions['paths']): Fields {
  const changed = Object.entries(additions).map(([url, methods]) => {
    const before = fieldsOf(paths[url])
    const operations = Object.entries(methods).map(([method, fields]) => [
      method,
      { ...fieldsOf(before[method]), ...fields },
    ])
    return [url, { ...before, ...Object.fromEntries(operations) }]
  })
  return { ...paths, ...Object.fromEntries(changed) }
}

/** Each answer is described by its schema. */
function described(paths: Fields, schemas: Fields): Fields {
  const describe = (fields: Fields): Fields => {
    if (fields['description'] !== 'Default Response') return fields
    const [name] = referred(fields)
    return { ...fields, description: fieldsOf(schemas[name ?? ''])['description'] ?? 'Done.' }
  }
  return fieldsOf(mapped(paths, describe))
}

function referred(value: unknown): string[] {
  const text = JSON.stringify(value) ?? ''
  return [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!)
}

function reachable(paths: Fields, schemas: Fields): ReadonlySet<string> {
  const found = new Set<string>()
  const open = referred(paths)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue
    found.add(name)
    open.push(...referred(schemas[name]))
  }
  return found
}

/** `XInput` becomes `X` where only one of the two is used. */
function withoutInput<T extends Fields>(document: T, used: ReadonlySet<string>): T {
  const renamed = [...used].filter(name => name.endsWith('Input') && !used.has(name.slice(0, -5)))
  let text = JSON.stringify(document)
  for (const name of renamed) {
    text = text
      .replaceAll(`"${prefix}${name}"`, `"${prefix}${name.slice(0, -5)}"`)
      .replaceAll(`"${name}":{`, `"${name.slice(0, -5)}":{`)
  }
  return JSON.parse(text) as T
}
