/** What rules may start from, and what each of them lets conditions and templates see. */
import { facts } from '../core/event/facts.ts'
import { commonView, eventView, extraRoots, rootViews, type FieldKind } from '../core/rule/view.ts'
import { hasItem } from '../core/rule/event-view.ts'
import type { OncePer, Trigger } from '../core/rule/rule.ts'

/** Facts from outside and whatever else the view describes an event for. */
export const triggers = [...new Set([...Object.keys(facts), ...Object.keys(eventView)])] as [
  Trigger,
  ...Trigger[],
]

export type Fields = Readonly<Record<string, FieldKind>>

/** Roots with fields, and `now`, which has none. */
export interface ViewShape {
  readonly roots: ReadonlyMap<string, Fields>
  readonly plain: ReadonlyMap<string, FieldKind>
}

/** The names that conditions and templates of a trigger may use; `codes` are the fields of `code`. */
export function viewOf(trigger: Trigger, codes: Iterable<string> = []): ViewShape {
  const roots = new Map<string, Fields>()
  const plain = new Map<string, FieldKind>()
  const common: Readonly<Record<string, FieldKind | Fields>> = commonView
  for (const [name, fields] of Object.entries(common)) {
    if (typeof fields === 'string') plain.set(name, fields)
    else roots.set(name, fields)
  }
  roots.set('code', Object.fromEntries([...codes].map(code => [code, 'text'])))
  roots.set('event', eventView[trigger] ?? {})
  for (const root of extraRoots[trigger] ?? []) roots.set(root, rootViews[root])
  return { roots, plain }
}

/** `bucket.usedBytes` → `bytes`; null for a name that the view does not have. */
export function kindOf(shape: ViewShape, path: string): FieldKind | null {
  const [root = '', field, ...rest] = path.split('.')
  if (rest.length > 0) return null
  if (field === undefined) return shape.plain.get(root) ?? null
  const fields = shape.roots.get(root)
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field]! : null
}

/** All names of a view, dotted. */
export function namesOf(shape: ViewShape): string[] {
  const dotted = [...shape.roots].flatMap(([root, fields]) =>
    Object.keys(fields).map(field => `${root}.${field}`),
  )
  return [...shape.plain.keys(), ...dotted]
}

const always: readonly OncePer[] = ['line', 'day', 'month', 'ever']

/** What `once-per` can be told by, for a trigger: there is no period without a bucket. */
export function oncePerOf(trigger: Trigger): readonly OncePer[] {
  const roots = extraRoots[trigger] ?? []
  const fields = eventView[trigger] ?? {}
  const named: OncePer[] = [...always]
  if (roots.includes('bucket')) named.push('bucket', 'period')
  if (roots.includes('place') || 'mcc' in fields) named.push('place')
  if (hasItem(trigger)) named.push('item')
  if ('limit' in fields || 'limitMicroYuan' in fields) named.push('limit')
  if (/^(balance|validity|standing)\./.test(trigger)) named.push('spell')
  return named
}
