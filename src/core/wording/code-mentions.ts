/** Command and reply codes in the words of a message: what customers are asked to send, and how it is matched with the registry. */
import type { Locale } from './filter.ts'

/** A code as it stands in the text, and where. */
export type CodeMention = { readonly code: string; readonly index: number }

// 发 alone says too little (已发5条): it counts only where the code is sent somewhere (发11到10086)
const zhAsked =
  /(?:回复|发送|编辑|发短信|发(?=\s*[“"'「]?[A-Za-z\d*#]+[”"'」]?\s*(?:到|至|给)))\s*[“"'「]?([A-Za-z\d*#]+)(?![A-Za-z\d*#]|个|小时|分钟|天|次|元|月|日|年|条|位)((?:\s*(?:或|、|\/)\s*[A-Za-z\d*#]+)*)/g
const enAsked =
  /\b(?:[Rr]eply|[Tt]ext|[Ss]end|SMS)(?:\s+with)?\s+[“"'‘]?([A-Z\d*#]+)(?![A-Za-z\d*#])((?:(?:\s+or\s+|,\s*|\/)[A-Z\d*#]+)*)/g
/** Codes of our own making begin so (wording.md): opens, cancels, asks. They are recognised wherever they stand. */
const ours = /(?<![A-Za-z\d])(?:KT|QX|CX)[A-Z\d]{1,12}(?![A-Za-z\d])/g

/** All codes that a text asks to send, in order; each place once. */
export function mentionsOf(text: string, locale: Locale): CodeMention[] {
  const asked = Array.from(text.matchAll(locale === 'zh-CN' ? zhAsked : enAsked)).flatMap(codesOfMatch)
  const places = new Set(asked.map(({ index }) => index))
  const others = Array.from(text.matchAll(ours), match => ({ code: match[0], index: match.index }))
  return [...asked, ...others.filter(({ index }) => !places.has(index))].sort((a, b) => a.index - b.index)
}

function codesOfMatch(match: RegExpExecArray): CodeMention[] {
  const list = `${match[1]}${match[2]}`
  const start = match.index + match[0].length - list.length
  return Array.from(list.matchAll(/[A-Za-z\d*#]+/g))
    .filter(([word]) => word !== 'or')
    .map(word => ({ code: word[0], index: start + word.index }))
}

/** Whether a code is registered. Letters count in either case; of `2502#<number>` what stands up to the # decides. */
export function isRegistered(code: string, codes: readonly string[]): boolean {
  return codes.some(known => stem(known) === stem(code))
}

function stem(code: string): string {
  const end = code.startsWith('*') ? -1 : code.indexOf('#')
  return (end < 0 ? code : code.slice(0, end + 1)).toUpperCase()
}
