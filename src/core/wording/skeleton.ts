/**
 * A template as its reader's eye runs over it: the words in order, with a mark for every fact and for every edge of a
 * conditional text. Checks of wording search this text; what stands in a fact (a name from the catalogue) is not their concern.
 */
import { placeAt, type Place } from './source-place.ts'
import type { Piece } from './template-pieces.ts'

/** Stands for a printed fact (U+FFFC, object replacement character). */
export const valueMark = '\uFFFC'
/** Stands for an edge of a conditional text (U+2063, invisible separator). */
export const branchMark = '\u2063'

export type Skeleton = {
  readonly text: string
  /** Where in the source a character of `text` stands. */
  placeOf(index: number): Place
}

/** Joins the pieces of a template. */
export function skeletonOf(pieces: readonly Piece[], source: string): Skeleton {
  const starts: { index: number; offset: number }[] = []
  let text = ''
  for (const piece of pieces) {
    starts.push({ index: text.length, offset: piece.offset })
    text += textOf(piece)
  }
  return {
    text,
    placeOf(index) {
      const start = starts.findLast(other => other.index <= index) ?? { index: 0, offset: 0 }
      return placeAt(source, start.offset + index - start.index)
    },
  }
}

function textOf(piece: Piece): string {
  if (piece.kind === 'words') return piece.text
  return piece.kind === 'value' ? valueMark : branchMark
}

/** The text with each of these phrases blanked out in place, longest first, so that what they contain is not found again. */
export function withoutPhrases(text: string, phrases: readonly string[]): string {
  return phrases
    .filter(phrase => phrase !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, phrase) => rest.replaceAll(phrase, '·'.repeat(phrase.length)), text)
}
