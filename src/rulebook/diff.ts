/** What changes between two versions: what a reviewer reads before saying yes, and what `explain` shows later. */
import type { Dated, Rule, Rulebook } from '../core/rule/rule.ts'
import type { Blueprint } from './blueprint.ts'
import type { Edition } from './load.ts'

export type Part = 'rule' | 'wording' | 'code' | 'catalogue' | 'policy' | 'blueprint'

export interface FieldChange {
  /** Dotted: `audience.scope`, `zh-CN`, `ladders.default[1].waitMs`. Empty for the thing as a whole. */
  readonly field: string
  /** As plain JSON; null where there was or is nothing. */
  readonly before: unknown
  readonly after: unknown
}

export interface Change {
  readonly part: Part
  /** Rule or template id, `plan gotone-88 from 2012-01-01`, name of a policy field, touchpoint of a blueprint. */
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly fields: readonly FieldChange[]
}

export interface RulebookDiff {
  readonly before: string
  readonly after: string
  readonly changes: readonly Change[]
}

/** All differences in content, by part and id; the order of files and keys is none. */
export function diffRulebooks(before: Edition, after: Edition): RulebookDiff {
  const parts: readonly [Part, (edition: Edition) => ReadonlyMap<string, unknown>][] = [
    ['rule', ({ rulebook }) => rulesOf(rulebook)],
    ['wording', ({ rulebook }) => wordingOf(rulebook)],
    ['code', ({ rulebook }) => new Map(Object.entries(rulebook.codes))],
    ['catalogue', ({ rulebook }) => catalogueOf(rulebook)],
    ['policy', ({ rulebook }) => new Map(Object.entries(rulebook.policy))],
    ['blueprint', ({ blueprints }) => new Map([...blueprints].map(([id, one]) => [id, plainBlueprint(one)]))],
  ]
  return {
    before: before.rulebook.version,
    after: after.rulebook.version,
    changes: parts.flatMap(([part, entriesOf]) => changesOf(part, entriesOf(before), entriesOf(after))),
  }
}

function changesOf(
  part: Part,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return ids.flatMap((id): Change[] => {
    const fields = fieldChanges(before.get(id), after.get(id))
    if (!before.has(id)) return [{ part, id, kind: 'added', fields }]
    if (!after.has(id)) return [{ part, id, kind: 'removed', fields }]
    return fields.length === 0 ? [] : [{ part, id, kind: 'changed', fields }]
  })
}

function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [old, current] = [new Map(leavesOf(before, '')), new Map(leavesOf(after, ''))]
  const fields = [...new Set([...old.keys(), ...current.keys()])]
  return fields.flatMap(field => {
    const [was, is] = [old.get(field) ?? null, current.get(field) ?? null]
    return Object.is(was, is) ? [] : [{ field, before: was, after: is }]
  })
}

/** Every plain value of a tree by its dotted path; lists of plain values are one value, as text. */
function leavesOf(value: unknown, path: string): [string, unknown][] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object') return [[path, value]]
  if (Array.isArray(value)) {
    const isPlain = value.every(entry => entry === null || typeof entry !== 'object')
    if (isPlain) return [[path, JSON.stringify(value)]]
    return value.flatMap((entry, at) => leavesOf(entry, `${path}[${at}]`))
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  )
}

function rulesOf({ rules }: Rulebook): ReadonlyMap<string, unknown> {
  return new Map([...rules].map(([id, rule]) => [id, plainRule(rule)]))
}

/** Conditions by their text. */
function plainRule(rule: Rule): unknown {
  return { ...rule, when: rule.when?.source ?? null, still: rule.still?.source ?? null }
}

function wordingOf({ templates, spoken }: Rulebook): ReadonlyMap<string, unknown> {
  const aloud = [...spoken].map(([on, pair]) => [`spoken ${on}`, pair] as const)
  return new Map(
    [...templates, ...aloud].map(([id, pair]) => [id, { 'zh-CN': pair['zh-CN'].source, en: pair.en.source }]),
  )
}

/** Steps and indicators by their ids: their places in the file are no content. */
function plainBlueprint({ steps, indicators, ...rest }: Blueprint): unknown {
  const byId = (list: readonly { readonly id: string }[]): Readonly<Record<string, unknown>> =>
    Object.fromEntries(list.map(one => [one.id, one]))
  return { ...rest, indicators: byId(indicators), steps: byId(steps) }
}

function catalogueOf({ catalogue }: Rulebook): ReadonlyMap<string, unknown> {
  const dated = (
    what: string,
    entries: ReadonlyMap<string, readonly Dated<unknown>[]>,
  ): [string, unknown][] =>
    [...entries].flatMap(([id, list]) =>
      list.map(({ from, value }): [string, unknown] => [`${what} ${id} from ${from}`, value]),
    )
  return new Map([
    ...Object.entries(catalogue.brands).map(([brand, name]): [string, unknown] => [`brand ${brand}`, name]),
    ...dated('plan', catalogue.plans),
    ...dated('pack', catalogue.packs),
    ...dated('service', catalogue.services),
    ...dated('promotion', catalogue.promotions),
    ...dated('place', catalogue.places),
    ...dated('prices', new Map([['calls-abroad', catalogue.callsAbroad]])),
  ])
}
