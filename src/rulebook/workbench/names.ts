/** What conditions and templates of a trigger may name: for whoever writes them, by the same tables as the check. */
import type { Rulebook, Trigger } from '../../core/rule/rule.ts'
import type { FieldKind } from '../../core/rule/view.ts'
import { filtersOfUnit } from '../../core/wording/units.ts'
import { unitFunctions } from '../cel/environment.ts'
import { vocabularyOf } from '../cel/vocabulary.ts'
import { kindOf, namesOf, oncePerOf, viewOf } from '../trigger.ts'
import { ownWords } from '../example-facts.ts'
import { units } from '../check/wording.ts'

export interface KnownName {
  readonly path: string
  readonly kind: FieldKind
  /** The words that it can hold; empty = any. */
  readonly words: readonly string[]
  /** Filters that print it in a template; null = as it is. */
  readonly filters: readonly (string | null)[]
}

export interface Names {
  readonly on: Trigger
  readonly names: readonly KnownName[]
  /** Functions and methods of conditions, as one writes them. */
  readonly functions: readonly string[]
  /** Times that `at` can count from. */
  readonly moments: readonly string[]
  readonly oncePer: readonly string[]
}

const methods = ['size', 'startsWith', 'endsWith', 'contains', 'exists', 'exists_one', 'all']
const dated: ReadonlySet<FieldKind> = new Set(['instant', 'day', 'month'])

export function namesFor(on: Trigger, rulebook: Rulebook): Names {
  const shape = viewOf(on, Object.keys(rulebook.codes))
  const vocabulary = vocabularyOf(on, ownWords(rulebook))
  const names = namesOf(shape).map(path => {
    const kind = kindOf(shape, path)!
    return {
      path,
      kind,
      words: [...(vocabulary.get(path) ?? [])],
      filters: path.startsWith('code.') ? [null] : [...filtersOfUnit[units[kind]]],
    }
  })
  return {
    on,
    names,
    functions: ['has', ...Object.keys(unitFunctions), ...methods],
    moments: names.filter(({ path, kind }) => path !== 'now' && dated.has(kind)).map(({ path }) => path),
    oncePer: oncePerOf(on),
  }
}
