/**
 * A template as customers would get it: in both languages, for several typical customers and the longest case, with what the
 * check says of it. Works on a draft with faults elsewhere, since drafts have them.
 */
import type { ChannelName, Language } from '../../core/event/facts.ts'
import type { Rule, Rulebook } from '../../core/rule/rule.ts'
import { readProposal } from '../../core/wording/proposal.ts'
import { elementsIn, type ToldElement } from '../../core/wording/element-findings.ts'
import type { Finding } from '../../core/wording/finding.ts'
import { lintWording, pairFindings, type Proposal } from '../../core/wording/lint.ts'
import { kindRule, type MessageKind } from '../../core/wording/required-elements.ts'
import { compileTemplate, type CompiledTemplate } from '../../core/wording/template.ts'
import type { Bundle } from '../bundle.ts'
import { proposalOf, type WordingAsk } from '../check/wording.ts'
import { variableFaults } from '../check/variables.ts'
import { compileCatalogue } from '../compile/catalogue.ts'
import { compileCodes } from '../compile/codes.ts'
import { compilePolicy } from '../compile/policy.ts'
import { offsetOf } from '../compile/source-offset.ts'
import { compileTemplates, type TemplateItem } from '../compile/templates.ts'
import { plainFaultIn } from '../fault-words.ts'
import { wordsOf } from '../load.ts'
import { readManuscript, type Manuscript, type RuleItem } from '../manuscript.ts'
import { type Sampled, samplesFor } from './customers.ts'

export interface PreviewAsk {
  readonly template: string
  readonly channel: ChannelName
  /** Of what the check says. */
  readonly language: Language
}

export interface PreviewFinding {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly message: string
  readonly hint: string
  /** In the template's text, in characters from 0; null when it concerns the message as a whole. */
  readonly offset: number | null
  readonly length: number
  /** Words that can take the place of what stands there. */
  readonly instead: readonly string[]
}

export interface PreviewText {
  readonly language: Language
  readonly findings: readonly PreviewFinding[]
  readonly elements: readonly ToldElement[]
  readonly facts: readonly string[]
  readonly samples: readonly Sampled[]
}

export interface Preview {
  readonly rules: readonly { readonly id: string; readonly on: Rule['on']; readonly kind: MessageKind }[]
  readonly partsMax: number
  /** SMS parts that are the norm for its kind (NF-08); null when no rule sends it. */
  readonly partsNorm: number | null
  readonly texts: readonly PreviewText[]
}

/** Null when the draft holds no such template, or nothing can be sent under it at all. */
export function previewOf(bundle: Bundle, ask: PreviewAsk): Preview | null {
  const written = readManuscript(bundle)
  const policy = compilePolicy(written)
  const { items, byId } = compileTemplates(written.templates)
  const own = items.filter(({ name }) => name === ask.template)
  if (policy === null || own.length === 0) return null
  const catalogue = compileCatalogue(written)
  const codes = compileCodes(written)
  const senders = written.rules.filter(({ value }) => value.send.template === ask.template)
  const wording: WordingAsk = { catalogue, codes, policy, words: wordsOf(written) }
  const rulebook: Rulebook = {
    version: '',
    rules: new Map(),
    byTrigger: new Map(),
    titles: new Map(),
    templates: byId,
    spoken: new Map(),
    policy,
    catalogue,
    codes,
  }
  const [sender] = senders
  return {
    rules: senders.map(({ value }) => ({ id: value.id, on: value.on, kind: value.send.kind })),
    partsMax: policy.partsMax,
    partsNorm: sender === undefined ? null : kindRule(sender.value.send.kind).partsNorm,
    texts: own.map(item => textOf(item, { ask, written, wording, rulebook, senders, own })),
  }
}

interface Setting {
  readonly ask: PreviewAsk
  readonly written: Manuscript
  readonly wording: WordingAsk
  readonly rulebook: Rulebook
  readonly senders: readonly RuleItem[]
  readonly own: readonly TemplateItem[]
}

function textOf(item: TemplateItem, setting: Setting): PreviewText {
  const { ask, senders, wording, rulebook } = setting
  const { language, compiled } = item
  const proposals = senders.flatMap(rule => {
    const proposal = proposalOf(item, rule, wording)
    return proposal === null ? [] : [{ rule, proposal: { ...proposal, channel: ask.channel } }]
  })
  const [first] = proposals
  return {
    language,
    findings: findingsOf(
      item,
      proposals.map(({ proposal }) => proposal),
      setting,
    ),
    elements:
      first === undefined || compiled === null ? [] : elementsIn(readProposal(first.proposal, compiled)),
    facts: compiled?.variables ?? [],
    samples:
      first === undefined || compiled === null
        ? []
        : samplesFor({ ...first, template: compiled, channel: ask.channel }, rulebook),
  }
}

function findingsOf(
  item: TemplateItem,
  proposals: readonly Proposal[],
  { ask, written, own }: Setting,
): readonly PreviewFinding[] {
  const { text } = item.value
  const compiled = compileTemplate(text, item.language)
  const broken = Array.isArray(compiled)
    ? compiled.map(({ fault, hint, line, column }) => ({
        level: 'error' as const,
        code: 'syntax' as const,
        message: fault,
        hint,
        at: { line, column },
      }))
    : []
  const linted = [...broken, ...proposals.flatMap(lintWording), ...paired(item, own)]
  const unknown = variableFaults([item], written).map(fault => ({
    severity: 'error' as const,
    code: fault.code,
    ...plainFaultIn(fault, ask.language),
    offset: offsetOfName(fault.message, compiled, text),
    length: fault.length,
    instead: [],
  }))
  const told = linted.map(finding => findingIn(finding, text, ask.language))
  const all = [...unknown, ...told].map(one => [`${one.offset} ${one.code} ${one.message}`, one] as const)
  return [...new Map(all).values()]
}

/** Where the name that a fault speaks of stands first. */
function offsetOfName(message: string, compiled: CompiledTemplate | object, text: string): number | null {
  if (!('variables' in compiled)) return null
  const path = compiled.variables.find(one => message.includes(`"${one}"`))
  return path === undefined ? null : text.indexOf(path)
}

/** Said once, beside the Chinese text. */
function paired(item: TemplateItem, own: readonly TemplateItem[]): readonly Finding[] {
  const other = own.find(({ language }) => language !== item.language)
  if (item.language !== 'zh-CN' || other === undefined) return []
  return pairFindings(item.value.text, other.value.text)
}

function findingIn(finding: Finding, text: string, language: Language): PreviewFinding {
  const { level, code, at, instead } = finding
  return {
    severity: level,
    code: `wording.${code}`,
    ...plainFaultIn({ ...finding, code: `wording.${code}` }, language),
    offset: at === undefined ? null : offsetOf(text, at),
    length: instead?.length ?? 1,
    instead: instead?.words ?? [],
  }
}
