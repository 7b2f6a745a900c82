/** Whether a message keeps to its parts and characters (NF-08). Texts are counted with the signature, as they are sent. */
import type { Reading } from './proposal.ts'
import type { Finding } from './finding.ts'
import { charactersOutsideGsm7 } from './gsm7-alphabet.ts'
import { kindRule } from './required-elements.ts'
import { branchMark, valueMark } from './skeleton.ts'
import { smsParts } from './sms-parts.ts'
import type { Rendered } from './template.ts'

/** Most parts of any message unless a proposal says less. */
export const partsMax = 4
/** The sources warn above this many characters (SY-17, TP0-07). */
export const charactersMax = 350

const replacements: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
}

/** Findings on length, parts and, in English, on characters that cost as much as Chinese. */
export function lengthFindings(reading: Reading): Finding[] {
  const worst = sentText(reading.worst, reading)
  const isSms = reading.proposal.channel === 'sms'
  return [
    ...(worst === null ? [] : characterFindings(worst)),
    ...(worst === null || !isSms ? [] : partFindings(worst, reading)),
    ...(isSms && reading.proposal.locale === 'en' ? costlyFindings(reading) : []),
  ]
}

function sentText(rendered: Rendered, { proposal }: Reading): string | null {
  return rendered.ok ? proposal.signature + rendered.text : null
}

function characterFindings(worst: string): Finding[] {
  const { length } = Array.from(worst)
  if (length <= charactersMax) return []
  const message = `the worst case has ${length} characters, over ${charactersMax}`
  return [{ level: 'warning', code: 'above-350', message, hint: 'split it in two, or link to the detail' }]
}

function partFindings(worst: string, reading: Reading): Finding[] {
  const { proposal } = reading
  const norm = kindRule(proposal.kind).partsNorm
  const most = proposal.partsMax ?? partsMax
  const { count, units } = smsParts(worst)
  const typical = sentText(reading.typical, reading)
  const usual = typical === null ? '' : `, usually ${smsParts(typical).count}`
  const message = `the worst case takes ${count} parts (${units} units)${usual}`
  if (count > most) {
    const hint = `at most ${most} are allowed: shorten it, split it in two, or link to the detail`
    return [{ level: 'error', code: 'too-many-parts', message, hint }]
  }
  if (count <= norm) return []
  return [
    {
      level: 'warning',
      code: 'above-norm',
      message,
      hint: `the norm for ${proposal.kind} is ${norm}: shorten it`,
    },
  ]
}

function costlyFindings({ proposal, skeleton }: Reading): Finding[] {
  const words = skeleton.text.replaceAll(valueMark, '').replaceAll(branchMark, '')
  const outside = charactersOutsideGsm7(proposal.signature + words)
  return outside.map(character => {
    const index = skeleton.text.indexOf(character)
    const hint = `write ${replacements[character] ?? 'a character of the GSM alphabet'} instead`
    const message = `"${character}" is not in the GSM alphabet: a part then holds 70 characters instead of 160`
    const finding = { level: 'warning', code: 'costly-character', message, hint } as const
    const words = [replacements[character] ?? []].flat()
    const instead = { length: character.length, words }
    return index < 0 ? finding : { ...finding, at: skeleton.placeOf(index), instead }
  })
}
