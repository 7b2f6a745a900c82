/** Manner: jargon, punctuation, address, emphasis, vagueness and advertising (NF-07, NF-19, wording.md). */
import type { Reading } from './proposal.ts'
import type { Finding, FindingCode } from './finding.ts'
import { jargonIn } from './jargon.ts'
import type { Locale } from './filter.ts'
import { kindRule } from './required-elements.ts'
import { withoutPhrases } from './skeleton.ts'

/** A pattern that must not occur. `isExempt` lets a reading off. */
type StyleRule = {
  readonly code: FindingCode
  readonly level: Finding['level']
  readonly pattern: Readonly<Partial<Record<Locale, RegExp>>>
  readonly hint: string
  /** What can stand instead of what was found. */
  readonly instead?: Readonly<Record<string, string>>
  readonly isExempt?: (reading: Reading) => boolean
}

const styleRules: readonly StyleRule[] = [
  {
    code: 'half-width',
    level: 'error',
    // beside a Chinese character, a Chinese mark or a printed fact; a full stop counts unless a letter or digit follows
    pattern: {
      'zh-CN':
        /(?<=[\p{sc=Han}￼，。；：）】”])[,;:!?()]|[,;:!?()](?=[\p{sc=Han}￼（【“])|(?<=[\p{sc=Han}￼）】”])\.(?![A-Za-z\d￼])|\.(?=\p{sc=Han})/gu,
    },
    hint: 'write ，。；：！？（）',
    instead: { ',': '，', '.': '。', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' },
  },
  {
    code: 'informal',
    level: 'error',
    pattern: { 'zh-CN': /你/g },
    hint: 'write 您',
    instead: { 你: '您' },
  },
  {
    code: 'informal',
    level: 'error',
    pattern: { 'zh-CN': /(?<![父母双探])亲(?![情友属自子人戚密近])/g },
    hint: 'leave it out',
  },
  {
    code: 'exclamation',
    level: 'warning',
    pattern: { 'zh-CN': /[！!]/g, en: /!/g },
    hint: 'only good news takes one',
    isExempt: ({ proposal }) => kindRule(proposal.kind).isGoodNews === true,
  },
  {
    code: 'vague',
    level: 'warning',
    pattern: {
      'zh-CN': /即将|近期|近日|不日|若干/g,
      en: /\b(soon|shortly|in the near future|a few days)\b/gi,
    },
    hint: 'give the figure or the date',
  },
  {
    code: 'capitals',
    level: 'warning',
    pattern: { en: /\b[A-Z]{4,}\b/g },
    hint: 'write it in small letters',
  },
  {
    code: 'marketing-word',
    level: 'error',
    pattern: {
      'zh-CN':
        /特惠|钜惠|超值|抢购|限时|秒杀|火爆|热卖|热销|抽奖|大奖|好礼|立减|劲爆|尊享|心动|福利|不容错过|机不可失|马上行动/g,
      en: /\b(special offer|limited time|hurry|don't miss|best deal|great deal|bargain|act now|unbeatable|exclusive offer|prizes?)\b/gi,
    },
    hint: 'leave it out, or make it a marketing message with consent',
    isExempt: ({ proposal }) => proposal.class === 'marketing',
  },
]

/** Findings on the manner of the words, in order of appearance within each rule. */
export function styleFindings(reading: Reading): Finding[] {
  const { proposal, skeleton } = reading
  const text = withoutPhrases(
    skeleton.text.replace(/https?:\/\/[\w./?=&#%~-]+/g, link => '·'.repeat(link.length)),
    [...proposal.codes.filter(code => code.length > 2), ...(proposal.names ?? [])],
  )
  return [...jargonFindings(text, reading), ...styleRules.flatMap(rule => ruleFindings(rule, text, reading))]
}

function jargonFindings(text: string, { proposal, skeleton }: Reading): Finding[] {
  return jargonIn(text, proposal.locale).map(({ word, index, plain, words }) => ({
    level: 'error',
    code: 'jargon',
    message: `customers do not say "${word}"`,
    hint: `say: ${plain}`,
    at: skeleton.placeOf(index),
    instead: { length: word.length, words },
  }))
}

function ruleFindings(rule: StyleRule, text: string, reading: Reading): Finding[] {
  const pattern = rule.pattern[reading.proposal.locale]
  if (pattern === undefined || rule.isExempt?.(reading) === true) return []
  return Array.from(text.matchAll(pattern), match => ({
    level: rule.level,
    code: rule.code,
    message: `"${match[0]}" should not stand here`,
    hint: rule.hint,
    at: reading.skeleton.placeOf(match.index),
    instead: { length: match[0].length, words: [rule.instead?.[match[0]] ?? []].flat() },
  }))
}
