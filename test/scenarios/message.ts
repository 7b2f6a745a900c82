/** What a customer got, and what every message must be whatever it says. */
import type { AttemptRow, ReminderClass } from '../../src/core/reminder.ts'
import type { Rulebook } from '../../src/core/rule/rule.ts'
import { timeOfDay } from './clock-words.ts'

export interface Message extends AttemptRow {
  readonly rule: string
  readonly template: string
}

/** Classes that may come at night (NF-04); told here again, so that a slip in the policy is seen. */
const atAnyHour: ReadonlySet<ReminderClass> = new Set(['code', 'real-time'])

/** Why a message must never have left; empty for a sound one. Nothing here asks the code under test. */
export function flaws(message: Message, rulebook: Rulebook, aheadOfUtc: number): readonly string[] {
  const { text, language, parts, decidedAt, validUntil } = message
  const signature = language === 'en' ? 'Kairos Mobile: ' : '【恰时移动】'
  const body = text.slice(signature.length)
  return [
    ...(text.startsWith(signature) ? [] : ['the signature does not come first']),
    ...(/undefined|null|NaN|\[object|\{\{|\{%|\s\s|^\s|\s$/.test(body) ? ['an empty or raw place'] : []),
    ...(/（\s*）|，[，。]|。。|[:：][，。]|\(\s*\)|, [,.]|\.\./.test(body) ? ['a gap in the sentence'] : []),
    ...(language === 'zh-CN' ? flawsInChinese(body) : flawsInEnglish(body)),
    ...(parts === partsOf(text) ? [] : [`${parts} parts counted, not ${partsOf(text)}`]),
    ...(parts <= rulebook.policy.partsMax ? [] : [`${parts} parts are too many`]),
    ...(validUntil > decidedAt ? [] : ['it can never arrive']),
    ...(atAnyHour.has(message.class) ? [] : flawsAtNight(message, aheadOfUtc)),
  ]
}

/** Half-width marks: none but those inside a figure, a time or a price per unit. */
export function flawsInChinese(body: string): readonly string[] {
  const bare = body
    .replaceAll(/\d\d:\d\d/g, '')
    .replaceAll(/\d\.\d/g, '')
    .replaceAll(/\*139\*86/g, '')
  const marks = bare.match(/[,.;:!?()[\]"'<>]/g) ?? []
  return marks.length === 0 ? [] : [`half-width ${marks.join(' ')}`]
}

function flawsInEnglish(body: string): readonly string[] {
  const strange = body.match(/[^ -~]/g) ?? []
  return strange.length === 0 ? [] : [`characters that make it cost double: ${strange.join(' ')}`]
}

/** 3GPP TS 23.040 by hand: all of our English is in the GSM alphabet, all of our Chinese is not. */
function partsOf(text: string): number {
  const isPlain = /^[ -~]*$/.test(text)
  const units = isPlain ? text.length + (text.match(/[[\]{}~^\\|]/g)?.length ?? 0) : text.length
  const [alone, joined] = isPlain ? [160, 153] : [70, 67]
  return units <= alone ? 1 : Math.ceil(units / joined)
}

const hourMs = 3_600_000

/** Neither handed over nor possibly arriving between 21:00 and 08:00 of the customer's day (G5). */
function flawsAtNight({ decidedAt, validUntil }: Message, aheadOfUtc: number): readonly string[] {
  const time = timeOfDay(decidedAt, aheadOfUtc)
  if (time < 8 * hourMs || time >= 20.75 * hourMs) return ['it left in rest hours']
  return validUntil - decidedAt <= 21 * hourMs - time ? [] : ['it could arrive in rest hours']
}
