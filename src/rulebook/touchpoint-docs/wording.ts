/**
 * What a rule says, in each language, with the values that the wording check renders with, and its SMS parts (NF-08). Names and
 * prices of the catalogue come from one entry that the rule is for, so that an example never mixes two countries.
 */
import type { Language } from '../../core/event/facts.ts'
import type { Facts } from '../../core/reminder.ts'
import type { Rule, Rulebook } from '../../core/rule/rule.ts'
import { extraRoots } from '../../core/rule/view.ts'
import { smsParts } from '../../core/wording/sms-parts.ts'
import { withLongestBranches } from '../check/longest-branches.ts'
import { sampleNow } from '../check/samples.ts'
import type { Spoken } from '../entry-view.ts'
import { factsOf, stageOf } from '../example-facts.ts'

export interface Example {
  readonly text: string
  readonly parts: number
  /** With the longest values that can occur. */
  readonly partsAtMost: number
}

/** Throws where a template cannot be rendered: a checked rulebook has none such. */
export function exampleOf(rule: Rule, language: Language, rulebook: Rulebook): Example {
  const { policy } = rulebook
  const template = rulebook.templates.get(rule.template)![language]
  const { shape, vocabulary, sample } = stageOf(rule, language, rulebook)
  const at = { zone: policy.zone, now: sampleNow }
  const rendered = (facts: Facts): string | null => {
    const text = template.render(facts, at)
    return text.ok ? policy.signature[language] + text.text : null
  }
  const views = coherent(rule, language, rulebook).filter(facts => rendered(facts) !== null)
  const typical = views.find(facts => rule.when?.test(facts) ?? true) ?? views[0] ?? sample.typical
  const worst = withLongestBranches(template, sample.worst, { shape, vocabulary, at })
  const [text, longest] = [rendered(typical), rendered(worst)]
  if (text === null || longest === null) throw new Error(`${rule.id}: ${rule.template} cannot be rendered`)
  return { text, parts: smsParts(text).count, partsAtMost: smsParts(longest).count }
}

/** The sample, once for each entry of the catalogue that the rule may speak of, on a day when both hold. */
function coherent(rule: Rule, language: Language, rulebook: Rulebook): readonly Facts[] {
  const who = { brand: 'gotone', payMode: 'prepaid', language, held: true } as const
  return spokenOf(rule, rulebook).map(({ since, ...spoken }) => {
    const now = Math.max(sampleNow, noonOf(rule.from ?? since), noonOf(since))
    const facts = factsOf(rule, { ...who, spoken, now }, rulebook)
    return { ...facts, event: withoutAbsent(facts['event'] as Facts, rule) }
  })
}

/** The local day of `sampleNow`. */
const sampleDay = '2012-11-29'
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+08:00`)

/** What the rule's condition wants absent is absent. */
function withoutAbsent(event: Facts, { when }: Rule): Facts {
  const absent = [...(when?.source ?? '').matchAll(/event\.(\w+) == null/g)].map(match => [match[1]!, null])
  return { ...event, ...Object.fromEntries(absent) } as Facts
}

interface Candidate extends Spoken {
  /** First day of the entry. */
  readonly since: string
}

function spokenOf({ on }: Rule, { catalogue }: Rulebook): readonly Candidate[] {
  const old = [...catalogue.plans].filter(([, entries]) => entries[0]!.from <= sampleDay).map(([id]) => id)
  const [before, after] = (old.length > 1 ? old : [...catalogue.plans.keys()]).slice(-2)
  const none = { plan: after ?? '', planBefore: before ?? null, service: null, promotion: null, place: null }
  const each = (field: 'service' | 'promotion' | 'place', entries: Entries): readonly Candidate[] =>
    [...entries].map(([id, dated]) => ({ ...none, [field]: id, since: dated[0]!.from }))
  const roots = extraRoots[on] ?? []
  if (roots.includes('place')) return each('place', catalogue.places)
  if (roots.includes('service')) return each('service', catalogue.services)
  if (roots.includes('promotion')) return each('promotion', catalogue.promotions)
  return [{ ...none, since: '2012-01-01' }]
}

type Entries = ReadonlyMap<string, readonly { readonly from: string }[]>
