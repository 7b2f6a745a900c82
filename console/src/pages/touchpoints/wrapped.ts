/** A text in lines of a box: SVG does not break lines itself. */

/** Chinese characters take two places, all others one. */
const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
    character,
  )
const placesOf = (text: string): number => {
  let places = 0
  for (const character of text) places += isWide(character) ? 2 : 1
  return places
}

/** Breaks between words and between Chinese characters; a word longer than a line is cut. */
export function wrapped(text: string, placesMax: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, placesMax)) {
    if (placesOf((line + piece).trimEnd()) <= placesMax) {
      line += piece
      continue
    }
    lines.push(line.trim())
    line = piece.trimStart()
  }
  return [...lines, line.trim()].filter(one => one !== '')
}

/** Words with the blank after them, Chinese characters alone but for the punctuation that must not begin a line. */
function piecesOf(text: string, placesMax: number): readonly string[] {
  const pieces =
    text.match(
      /[\u2e80-\ua4cf\uf900-\ufaff][，。；：、）！？]*|[^\s\u2e80-\ua4cf\uf900-\ufaff]+\s*|\s+|./gu,
    ) ?? []
  return pieces.flatMap(piece => (placesOf(piece.trim()) > placesMax ? cut(piece, placesMax) : [piece]))
}

function cut(word: string, placesMax: number): readonly string[] {
  const parts: string[] = []
  for (const character of word) {
    const last = parts.at(-1)
    if (last === undefined || placesOf(last + character) > placesMax) parts.push(character)
    else parts[parts.length - 1] = last + character
  }
  return parts
}
