/** How a message opens: the signature is a setting, a greeting costs room, and a lock screen shows 20 characters. */
import type { Reading } from './proposal.ts'
import type { Finding } from './finding.ts'
import { kindRule } from './required-elements.ts'
import { branchMark, valueMark } from './skeleton.ts'
import { smsParts } from './sms-parts.ts'

/** Characters after the signature that must carry the point. */
export const lockScreenCharacters = 20

const greetings = {
  'zh-CN': /^(尊敬的(客户|用户|￼)|亲爱的(客户|用户|￼)?|您好|客户您好)[，,：:！!。\s]*/,
  en: /^((dear (customer|user|subscriber)|hello|hi|greetings)\b|dear ￼)[,!:.\s]*/i,
} as const

/** Findings on the first words of a message. */
export function openingFindings(reading: Reading): Finding[] {
  return [
    ...signatureFindings(reading),
    ...brandFindings(reading),
    ...greetingFindings(reading),
    ...pointFindings(reading),
  ]
}

function signatureFindings({ proposal, skeleton }: Reading): Finding[] {
  const typed = proposal.signature.trim()
  const index = typed === '' ? -1 : skeleton.text.indexOf(typed)
  const bracket = skeleton.text.search(/^\s*【/)
  if (index < 0 && bracket < 0) return []
  const hint = 'take it out: it is put before every message'
  const at = skeleton.placeOf(Math.max(index, 0))
  return [{ level: 'error', code: 'signature-typed', message: 'the signature is typed in', hint, at }]
}

function brandFindings({ proposal, skeleton }: Reading): Finding[] {
  return (proposal.brands ?? [])
    .filter(brand => skeleton.text.includes(brand))
    .map(brand => ({
      level: 'error',
      code: 'brand-typed',
      message: `the brand name "${brand}" is typed in`,
      hint: 'print it as a fact from the catalogue',
      at: skeleton.placeOf(skeleton.text.indexOf(brand)),
    }))
}

function greetingFindings({ proposal, skeleton, worst }: Reading): Finding[] {
  const greeting = greetings[proposal.locale].exec(skeleton.text.trimStart())?.[0]
  if (greeting === undefined) return []
  const text = worst.ok ? worst.text : ''
  const partsOf = (words: string): number => smsParts(proposal.signature + words).count
  const costsPart = proposal.channel === 'sms' && partsOf(text.slice(greeting.length)) < partsOf(text)
  return [
    {
      level: costsPart ? 'error' : 'warning',
      code: 'greeting',
      message: costsPart ? `the greeting "${greeting}" costs a part` : `"${greeting}" comes before the point`,
      hint: 'begin with what happened',
      at: skeleton.placeOf(0),
    },
  ]
}

/** A fact, a digit or a key word of the kind among the first characters is taken for a point. */
function pointFindings({ proposal, skeleton }: Reading): Finding[] {
  const words = skeleton.text.replaceAll(branchMark, '').trimStart()
  const first = words.slice(0, lockScreenCharacters)
  const hasPoint =
    first.includes(valueMark) ||
    /\d/.test(first) ||
    kindRule(proposal.kind).keyWords[proposal.locale].test(first)
  if (hasPoint) return []
  const message = `the first ${lockScreenCharacters} characters tell nothing: "${first}"`
  const hint = 'begin with what happened: a figure, a date or the thing itself'
  return [{ level: 'warning', code: 'late-point', message, hint, at: skeleton.placeOf(0) }]
}
