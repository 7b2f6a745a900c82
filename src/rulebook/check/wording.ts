/** Runs core/wording's lint over each template as each rule sends it, and brings its findings to their lines (NF-07…NF-10, NF-23). */
import type { Language } from '../../core/event/facts.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import type { FieldKind } from '../../core/rule/view.ts'
import type { Finding } from '../../core/wording/finding.ts'
import { lintWording, pairFindings, type DeclaredVariable, type Proposal } from '../../core/wording/lint.ts'
import type { Unit } from '../../core/wording/units.ts'
import { vocabularyOf, type OwnWords } from '../cel/vocabulary.ts'
import { offsetOf } from '../compile/source-offset.ts'
import type { TemplateItem } from '../compile/templates.ts'
import type { RulebookFault } from '../fault.ts'
import { kindOf, viewOf, type ViewShape } from '../trigger.ts'
import type { RuleItem } from '../manuscript.ts'
import { withLongestBranches } from './longest-branches.ts'
import { isNullable } from './nullable-facts.ts'
import { sampleNow, sampleOf } from './samples.ts'

/** What the lint needs of the rest of the rulebook. */
export interface WordingAsk extends Pick<Rulebook, 'catalogue' | 'codes' | 'policy'> {
  readonly words: OwnWords
}

/** Told by us, with better hints. */
export const toldElsewhere = new Set(['syntax', 'unknown-variable'])

export function wordingFaults(
  items: readonly TemplateItem[],
  rules: readonly RuleItem[],
  ask: WordingAsk,
): RulebookFault[] {
  const senders = Map.groupBy(rules, ({ value }) => value.send.template)
  const english = new Map(items.filter(({ language }) => language === 'en').map(item => [item.name, item]))
  return items.flatMap(item => {
    const linted = (senders.get(item.name) ?? []).flatMap(rule => lintFaults(item, rule, ask))
    const other = item.language === 'zh-CN' ? english.get(item.name) : undefined
    const isSound = (one: TemplateItem): boolean =>
      (senders.get(item.name) ?? []).every(rule =>
        hasOnlyKnown(one, viewOf(rule.value.on, Object.keys(ask.codes))),
      )
    const isPair = other !== undefined && isSound(item) && isSound(other)
    const paired = isPair ? pairFindings(item.value.text, other.value.text) : []
    return distinct([...linted, ...paired.map(finding => faultOf(item, finding))])
  })
}

function lintFaults(item: TemplateItem, rule: RuleItem, ask: WordingAsk): RulebookFault[] {
  const proposal = proposalOf(item, rule, ask)
  if (proposal === null) return []
  const findings = lintWording(proposal)
  return findings.filter(({ code }) => !toldElsewhere.has(code)).map(finding => faultOf(item, finding))
}

/** A template as a rule sends it; null where it does not compile or names what the rule does not have. */
export function proposalOf(item: TemplateItem, rule: RuleItem, ask: WordingAsk): Proposal | null {
  const { compiled } = item
  const { on, send } = rule.value
  const shape = viewOf(on, Object.keys(ask.codes))
  if (compiled === null || !hasOnlyKnown(item, shape)) return null
  const vocabulary = vocabularyOf(on, ask.words)
  const sample = sampleOf({ ...ask, shape, language: item.language, vocabulary })
  return {
    kind: send.kind,
    class: send.class,
    channel: 'sms',
    locale: item.language,
    source: item.value.text,
    signature: ask.policy.signature[item.language],
    variables: declared(compiled.variables, shape, rule),
    typical: sample.typical,
    worst: withLongestBranches(compiled, sample.worst, {
      shape,
      vocabulary,
      at: { zone: ask.policy.zone, now: sampleNow },
    }),
    zone: ask.policy.zone,
    now: sampleNow,
    codes: Object.values(ask.codes),
    names: namesIn(ask, item.language),
    brands: Object.values(ask.catalogue.brands).flatMap(name =>
      name[item.language] === '' ? [] : [name[item.language]],
    ),
    partsMax: ask.policy.partsMax,
  }
}

/** Unknown names are told with better hints elsewhere, and would only be told again. */
function hasOnlyKnown({ compiled }: TemplateItem, shape: ViewShape): boolean {
  return compiled?.variables.every(path => kindOf(shape, path) !== null) ?? false
}

function declared(
  paths: readonly string[],
  shape: ViewShape,
  rule: RuleItem,
): Record<string, DeclaredVariable> {
  const unitOf = (path: string): Unit => (path.startsWith('code.') ? 'code' : units[kindOf(shape, path)!])
  return Object.fromEntries(
    paths.map(path => [path, { unit: unitOf(path), nullable: isNullable(path, rule) }]),
  )
}

export const units: Readonly<Record<FieldKind, Unit>> = {
  money: 'money',
  bytes: 'bytes',
  instant: 'instant',
  day: 'day',
  month: 'month',
  percent: 'percent',
  count: 'count',
  text: 'text',
  flag: 'flag',
  list: 'flag',
}

function namesIn({ catalogue }: WordingAsk, language: Language): string[] {
  const { plans, packs, services, promotions, places } = catalogue
  const dated = [plans, packs, services, promotions, places]
  return dated.flatMap(entries =>
    [...entries.values()].flatMap(list => list.map(({ value }) => value.name[language])),
  )
}

function faultOf(item: TemplateItem, { level, code, message, hint, at }: Finding): RulebookFault {
  const path = [...item.path, 'text']
  const place =
    at === undefined
      ? item.file.placeOfKey(item.path)
      : item.file.placeWithin(path, offsetOf(item.value.text, at), 1)
  return { ...place, severity: level, code: `wording.${code}`, message: `${item.name}: ${message}`, hint }
}

function distinct(faults: readonly RulebookFault[]): RulebookFault[] {
  return [
    ...new Map(
      faults.map(fault => [`${fault.line}:${fault.column} ${fault.code} ${fault.message}`, fault]),
    ).values(),
  ]
}
