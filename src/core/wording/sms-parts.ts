/**
 * How an SMS text is cut into parts (NF-08). A text within the GSM alphabet travels as septets, any other as UCS-2, which in
 * fact is UTF-16. One part carries 140 octets; when several are joined, each gives up 6 of them to a header with an 8-bit
 * reference, or 7 with a 16-bit one (3GPP TS 23.040, 9.2.3.24). A character is never split: neither an extension character
 * from its escape nor a surrogate pair. Clusters of several code points (a family emoji, a flag) may be split, as the handset
 * joins the parts before it draws them.
 */
import { septetsOf, septetsOfText } from './gsm7-alphabet.ts'

export type SmsEncoding = 'gsm7' | 'ucs2'

/** `units` are septets or UTF-16 code units of the whole text, headers not counted; `count` is `parts.length`, at least 1. */
export type SmsParts = {
  readonly encoding: SmsEncoding
  readonly units: number
  readonly count: number
  readonly parts: readonly string[]
}

/** Width of the reference that joins the parts of one message: 8 bits unless the gateway uses 16. */
export type SmsOptions = { readonly referenceBits?: 8 | 16 }

/** Units in a message of one part, and in each part of a joined one. */
const capacities = {
  gsm7: { alone: 160, joined: { 8: 153, 16: 152 } },
  ucs2: { alone: 70, joined: { 8: 67, 16: 66 } },
} as const

/** Cuts a text into the parts that are sent and paid for. An empty text is one empty part. */
export function smsParts(text: string, options: SmsOptions = {}): SmsParts {
  const septets = septetsOfText(text)
  const encoding = septets === null ? 'ucs2' : 'gsm7'
  const units = septets ?? text.length
  const capacity = capacities[encoding]
  if (units <= capacity.alone) return { encoding, units, count: 1, parts: [text] }
  const parts = cut(text, encoding, capacity.joined[options.referenceBits ?? 8])
  return { encoding, units, count: parts.length, parts }
}

function cut(text: string, encoding: SmsEncoding, unitsMax: number): string[] {
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const character of text) {
    const cost = encoding === 'gsm7' ? septetsOf(character) : character.length
    if (used + cost > unitsMax) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += character
    used += cost
  }
  return [...parts, part]
}
