/** Blueprints as people see them: what was left out is filled in. */
import type { Bundle } from '../bundle.ts'
import type { Blueprint, BlueprintStep, Blueprints, Stage } from '../blueprint.ts'
import type { WrittenStep } from '../format/blueprint.ts'
import { readManuscript, type BlueprintItem, type Manuscript, type RuleItem } from '../manuscript.ts'

export function compileBlueprints({ blueprints, rules }: Manuscript): Blueprints {
  const byTouchpoint = Map.groupBy(rules, ({ touchpoint }) => touchpoint)
  return new Map(
    blueprints.map(item => {
      const { touchpoint } = item.head.value
      return [touchpoint, blueprintOf(item, byTouchpoint.get(touchpoint) ?? [])]
    }),
  )
}

/** Those of a bundle that is known to be sound: conditions and wording are not read (65 ms against 280). */
export function blueprintsIn(bundle: Bundle): Blueprints {
  const drawn = Object.entries(bundle).filter(([path]) => /^(blueprints|touchpoints)\//.test(path))
  return compileBlueprints(readManuscript(Object.fromEntries(drawn)))
}

function blueprintOf({ head, steps }: BlueprintItem, rules: readonly RuleItem[]): Blueprint {
  const { touchpoint, scenario, lines, indicators, source } = head.value
  const left = leftOver(
    steps.map(({ value }) => value),
    rules.map(({ value }) => value.id),
  )
  return {
    touchpoint,
    title: rules[0]?.title ?? { 'zh-CN': touchpoint, en: touchpoint },
    scenario,
    lines,
    indicators,
    steps: steps.map(({ value }) => stepOf(value, left)),
    source,
  }
}

/** By stage, the rules of the touchpoint that no step of this stage names: theirs is the step that names none. */
function leftOver(
  steps: readonly WrittenStep[],
  rules: readonly string[],
): (stage: Stage) => readonly string[] {
  const named = Map.groupBy(steps, ({ measures }) => measures)
  return stage => {
    const taken = new Set(named.get(stage)?.flatMap(step => step.rules ?? []))
    return rules.filter(id => !taken.has(id))
  }
}

function stepOf(written: WrittenStep, left: (stage: Stage) => readonly string[]): BlueprintStep {
  const { id, lane, order, title, to, department, failure, indicator, measures } = written
  return {
    id,
    lane,
    order,
    title,
    to: to ?? [],
    department: department ?? null,
    failure: failure ?? null,
    indicator: indicator ?? null,
    toBeAdded: written['to-be-added'],
    measures: measures ?? null,
    rules: written.rules ?? (measures === undefined ? [] : left(measures)),
  }
}
