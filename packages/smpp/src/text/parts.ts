/** Cuts a text into the parts that a handset joins again. */
import { must } from '../codec/fields.ts'
import { encodeText } from './coding.ts'
import type { Coding } from './coding.ts'
import { markPart } from './concatenation.ts'
import type { MarkedPart, PartStyle } from './concatenation.ts'
import { septetsOf } from './gsm7.ts'

/** Units per message or part: septets for GSM-7, octets for ASCII and Latin-1, UTF-16 units for UCS-2. */
interface Room {
  readonly alone: number
  /** In a part, by style. sar_* counts like a 16-bit header, which the centre makes of it. */
  readonly part: { readonly [S in PartStyle]: number }
}

/** 140 octets of user data, less a header of 6 (8-bit) or 7 (16-bit reference) octets. */
const rooms: { readonly [C in Coding]: Room } = {
  gsm7: { alone: 160, part: { udh8: 153, udh16: 152, sar: 152 } },
  ascii: { alone: 160, part: { udh8: 153, udh16: 152, sar: 152 } },
  latin1: { alone: 140, part: { udh8: 134, udh16: 133, sar: 133 } },
  ucs2: { alone: 70, part: { udh8: 67, udh16: 66, sar: 66 } },
}

export interface Cutting {
  readonly coding: Coding
  readonly style: PartStyle
  /** The parts of one message share it; 8 bits for `udh8`, else 16. */
  readonly reference: number
}

/** Units that a character takes; a pair of surrogates and an escaped septet pair stay together. */
function unitsOf(character: string, coding: Coding): number {
  return coding === 'gsm7' ? (septetsOf(character)?.length ?? 1) : character.length
}

/** The text's pieces, one per part. */
export function cutText(text: string, { coding, style }: Omit<Cutting, 'reference'>): string[] {
  const pieces = fill(text, coding, rooms[coding].alone)
  return pieces.length === 1 ? pieces : fill(text, coding, rooms[coding].part[style])
}

function fill(text: string, coding: Coding, room: number): string[] {
  const pieces = ['']
  let used = 0
  for (const character of text) {
    const units = unitsOf(character, coding)
    if (used + units > room) {
      pieces.push('')
      used = 0
    }
    pieces[pieces.length - 1] += character
    used += units
  }
  return pieces
}

/** Throws a RangeError when the coding cannot say the text, or it needs more than 255 parts. */
export function partsOf(text: string, cutting: Cutting): MarkedPart[] {
  const pieces = cutText(text, cutting)
  must(pieces.length <= 255, `a message may have 255 parts, this one needs ${pieces.length}`)
  return pieces.map((piece, i) => {
    const content = encodeText(piece, cutting.coding)
    must(content !== null, `${cutting.coding} cannot say this text`)
    const mark = { style: cutting.style, reference: cutting.reference, total: pieces.length, number: i + 1 }
    return markPart(content, pieces.length === 1 ? null : mark)
  })
}
