/**
 * Loads a rulebook: reads every file, checks all of it, and compiles it to what the core evaluates. All faults are told at
 * once; a rulebook with an error is none.
 *
 *     bundle ─► written (YAML, schemas) ─► checks across files ─► compiled ─► rulebook
 *
 * Checks that would only repeat a fault already told are left out: a template that does not parse is not missing.
 */
import type { Rule, Rulebook, Trigger } from '../core/rule/rule.ts'
import type { Blueprints } from './blueprint.ts'
import { contentVersion, type Bundle } from './bundle.ts'
import { scopeOf, type CelScope } from './cel/condition.ts'
import { vocabularyOf, type OwnWords } from './cel/vocabulary.ts'
import { blueprintFaults } from './check/blueprints.ts'
import { groupFaults } from './check/groups.ts'
import { overrideFaults } from './check/overrides.ts'
import { referenceFaults } from './check/references.ts'
import { ownFaults } from './check/rules.ts'
import { duplicateFaults } from './check/duplicates.ts'
import { missingWording, spokenFaults, variableFaults } from './check/variables.ts'
import { wordingFaults } from './check/wording.ts'
import { compileBlueprints } from './compile/blueprints.ts'
import { compileCatalogue } from './compile/catalogue.ts'
import { camelCase, compileCodes } from './compile/codes.ts'
import { withoutAudiences } from './compile/override.ts'
import { compilePolicy } from './compile/policy.ts'
import { compileRule, type CompiledRule } from './compile/rule.ts'
import { compileTemplates } from './compile/templates.ts'
import { inReadingOrder, type RulebookFault } from './fault.ts'
import { viewOf } from './trigger.ts'
import { readManuscript, type Manuscript } from './manuscript.ts'

/** What a version without errors holds: what is decided by, and what is only shown. */
export interface Edition {
  readonly rulebook: Rulebook
  /** By touchpoint; none where the rulebook draws none. */
  readonly blueprints: Blueprints
}

export type Loaded =
  | (Edition & { readonly faults: readonly []; readonly warnings: readonly RulebookFault[] })
  | {
      readonly rulebook: null
      readonly blueprints: null
      readonly faults: readonly RulebookFault[]
      readonly warnings: readonly RulebookFault[]
    }

/** Never throws for any content. `version` defaults to a hash of the content. */
export function loadBundle(bundle: Bundle, version: string = contentVersion(bundle)): Loaded {
  const written = readManuscript(bundle)
  const words = wordsOf(written)
  const compiled = compileRules(written, words)
  const templates = compileTemplates(written.templates)
  const spoken = compileTemplates(written.spoken)
  const catalogue = compileCatalogue(written)
  const policy = compilePolicy(written)
  const codes = compileCodes(written)
  const all = inReadingOrder([
    ...written.faults,
    ...duplicateFaults(written),
    ...referenceFaults(written),
    ...written.rules.flatMap(ownFaults),
    ...compiled.flatMap(({ faults }) => faults),
    ...groupFaults(compiled, !written.faulty.has('touchpoint')),
    ...overrideFaults(compiled),
    ...blueprintFaults(written),
    ...templates.faults,
    ...missingWording(templates.items, written),
    ...variableFaults(templates.items, written),
    ...spoken.faults,
    ...missingWording(spoken.items, written),
    ...spokenFaults(spoken.items, written),
    ...(policy === null
      ? []
      : eased(written, wordingFaults(templates.items, written.rules, { catalogue, codes, policy, words }))),
  ])
  const faults = all.filter(({ severity }) => severity === 'error')
  const warnings = all.filter(({ severity }) => severity === 'warning')
  if (faults.length > 0 || policy === null) return { rulebook: null, blueprints: null, faults, warnings }
  const rules = layered(compiled)
  const rulebook: Rulebook = {
    version,
    rules: new Map(rules.map(rule => [rule.id, rule])),
    titles: new Map(written.rules.map(({ touchpoint, title }) => [touchpoint, title])),
    byTrigger: Map.groupBy(rules, ({ on }) => on),
    templates: templates.byId,
    spoken: spoken.byId,
    policy,
    catalogue,
    codes,
  }
  return { rulebook: frozen(rulebook), blueprints: compileBlueprints(written), faults: [], warnings }
}

/** A rulebook that shows how others write may say so: words of the trade are then warned of, not refused. */
function eased({ planning }: Manuscript, faults: readonly RulebookFault[]): readonly RulebookFault[] {
  if (planning?.value['trade-words'] !== 'warned') return faults
  return faults.map(fault => (fault.code === 'wording.jargon' ? { ...fault, severity: 'warning' } : fault))
}

export function wordsOf({ known }: Manuscript): OwnWords {
  return {
    plans: known.plans,
    packs: known.packs,
    schedules: known.schedules,
    services: known.services,
    promotions: known.promotions,
  }
}

/** One CEL scope per trigger, made when a rule first needs it. */
function compileRules(written: Manuscript, words: OwnWords): readonly CompiledRule[] {
  const codes = [...written.known.codes].map(camelCase)
  const scopes = new Map<Trigger, CelScope>()
  const scope = (trigger: Trigger): CelScope => {
    const found = scopes.get(trigger) ?? scopeOf(viewOf(trigger, codes), vocabularyOf(trigger, words))
    scopes.set(trigger, found)
    return found
  }
  return written.rules.map(item => compileRule(item, scope))
}

function layered(compiled: readonly CompiledRule[]): readonly Rule[] {
  return compiled.map(({ rule }) => {
    const narrower = compiled.filter(({ item }) => item.value['instead-of']?.includes(rule.id) === true)
    return withoutAudiences(
      rule,
      narrower.map(other => other.rule),
    )
  })
}

/** So that no turn can change what another decides by; maps are left to the compiler. */
function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  if (value instanceof Map) {
    for (const entry of value.values()) frozen(entry)
    return value
  }
  Object.freeze(value)
  for (const entry of Object.values(value)) frozen(entry)
  return value
}
