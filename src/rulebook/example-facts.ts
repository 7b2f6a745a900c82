/**
 * What a rule would see and say of one entry of the catalogue: the samples of the wording check, with the names and prices of that
 * entry in place of a mixture of all.
 */
import type { Brand, Language, PayMode } from '../core/event/facts.ts'
import type { Facts } from '../core/reminder.ts'
import type { Rule, Rulebook } from '../core/rule/rule.ts'
import { extraRoots } from '../core/rule/view.ts'
import type { Instant } from '../core/units.ts'
import { type OwnWords, vocabularyOf, type Vocabulary } from './cel/vocabulary.ts'
import { type Sample, sampleOf } from './check/samples.ts'
import { entryView, type Spoken } from './entry-view.ts'
import { viewOf, type ViewShape } from './trigger.ts'

export interface Stage {
  readonly shape: ViewShape
  readonly vocabulary: Vocabulary
  readonly sample: Sample
}

/** What is known of a rule's facts without any entry. */
export function stageOf({ on }: Pick<Rule, 'on'>, language: Language, rulebook: Rulebook): Stage {
  const { policy, catalogue, codes } = rulebook
  const shape = viewOf(on, Object.keys(codes))
  const vocabulary = vocabularyOf(on, ownWords(rulebook))
  return { shape, vocabulary, sample: sampleOf({ catalogue, codes, policy, shape, language, vocabulary }) }
}

export interface Occasion {
  readonly spoken: Spoken
  readonly brand: Brand
  readonly payMode: PayMode
  readonly language: Language
  readonly held: boolean
  readonly now: Instant
}

/** The usual sample with one entry in it. The event and the meter stay the sample's. */
export function factsOf(rule: Pick<Rule, 'on'>, occasion: Occasion, rulebook: Rulebook): Facts {
  const { typical } = stageOf(rule, occasion.language, rulebook).sample
  const view = entryView({ trigger: rule.on, ...occasion }, rulebook)
  const roots = ['plan', ...(extraRoots[rule.on] ?? [])].filter(root => root !== 'bucket')
  const chosen = roots.map(root => [root, entryOrSample(view[root] as Facts, typical[root] as Facts)])
  const { brand, payMode } = view['line'] as Facts
  const line = { ...(typical['line'] as Facts), brand: brand ?? null, payMode: payMode ?? null }
  return { ...typical, ...Object.fromEntries(chosen), line } as Facts
}

/** An entry's own null stays (it has no price, no features); what only the line would know keeps the sample's value. */
function entryOrSample(entry: Facts, sample: Facts): Facts {
  const ofLine = ['trialUntil', 'lastDay', 'lastMonth']
  const kept = ofLine.filter(name => name in entry).map(name => [name, sample[name] ?? null])
  return { ...entry, ...Object.fromEntries(kept) } as Facts
}

export function ownWords({ catalogue, policy }: Rulebook): OwnWords {
  return {
    plans: new Set(catalogue.plans.keys()),
    packs: new Set(catalogue.packs.keys()),
    services: new Set(catalogue.services.keys()),
    promotions: new Set(catalogue.promotions.keys()),
    schedules: new Set(policy.schedules.map(({ id }) => id)),
  }
}
