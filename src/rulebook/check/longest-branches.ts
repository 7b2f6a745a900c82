/** The worst case of a template with branches: the words and flags that make its text longest. */
import type { FactValue, Facts } from '../../core/reminder.ts'
import type { CompiledTemplate } from '../../core/wording/template.ts'
import type { Vocabulary } from '../cel/vocabulary.ts'
import { kindOf, type ViewShape } from '../trigger.ts'

export interface BranchAsk {
  readonly shape: ViewShape
  readonly vocabulary: Vocabulary
  readonly at: { readonly zone: string; readonly now: number }
}

/** Tries each fact that conditions ask about in turn, and keeps the value with the longest text. */
export function withLongestBranches(template: CompiledTemplate, facts: Facts, ask: BranchAsk): Facts {
  return template.variables.reduce((best, path) => longestBy(template, best, { ...ask, path }), facts)
}

function longestBy(
  template: CompiledTemplate,
  facts: Facts,
  ask: BranchAsk & { readonly path: string },
): Facts {
  let best = facts
  let most = lengthOf(template, facts, ask)
  for (const value of valuesOf(ask)) {
    const tried = withFact(facts, ask.path, value)
    const length = lengthOf(template, tried, ask)
    if (length <= most) continue
    best = tried
    most = length
  }
  return best
}

function valuesOf({ path, shape, vocabulary }: BranchAsk & { readonly path: string }): readonly FactValue[] {
  const words = vocabulary.get(path)
  if (words !== undefined) return [...words]
  return kindOf(shape, path) === 'flag' ? [true, false] : []
}

function lengthOf(template: CompiledTemplate, facts: Facts, { at }: BranchAsk): number {
  const rendered = template.render(facts, at)
  return rendered.ok ? rendered.text.length : -1
}

function withFact(facts: Facts, path: string, value: FactValue): Facts {
  const [root = '', field = ''] = path.split('.')
  return { ...facts, [root]: { ...(facts[root] as Facts), [field]: value } }
}
