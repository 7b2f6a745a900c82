/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1). Ç (capital) is the character at 0x09; the
 * form feed is the extension's page break. No national shift tables: no operator we know switches them on for Chinese subscribers.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extension = '\f^{}\\[~]|€'

const septetsByCharacter = new Map<string, number>([
  ...Array.from(basic, character => [character, 1] as const),
  ...Array.from(extension, character => [character, 2] as const),
])

/** Septets of one character: 1, or 2 with its escape; 0 when the alphabet lacks it. */
export function septetsOf(character: string): number {
  return septetsByCharacter.get(character) ?? 0
}

/** Septets of a whole text, or null when any character of it is not in the alphabet. */
export function septetsOfText(text: string): number | null {
  let septets = 0
  for (const character of text) {
    const cost = septetsOf(character)
    if (cost === 0) return null
    septets += cost
  }
  return septets
}

/** The characters of a text that force it out of the alphabet, each once, in order of appearance. */
export function charactersOutsideGsm7(text: string): string[] {
  return [...new Set(text)].filter(character => septetsOf(character) === 0)
}
