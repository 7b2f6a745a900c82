/** The GSM 7-bit default alphabet (3GPP TS 23.038 §6.2.1), one septet per octet as SMPP carries it. */

/** Index = code; 0x1b leads to the extension table. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

const escape = 0x1b

const extension: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
])

const codes = new Map<string, readonly number[]>([
  ...Array.from(basic).map((character, code): [string, readonly number[]] => [character, [code]]),
  ...[...extension].map(([code, character]): [string, readonly number[]] => [character, [escape, code]]),
])
codes.delete('\u001b')

/** One or two septets; null when the alphabet does not have the character. */
export const septetsOf = (character: string): readonly number[] | null => codes.get(character) ?? null

/** null when a character is not in the alphabet. */
export function encodeGsm7(text: string): Buffer | null {
  const octets: number[] = []
  for (const character of text) {
    const septets = codes.get(character)
    if (!septets) return null
    octets.push(...septets)
  }
  return Buffer.from(octets)
}

/**
 * Never fails: after an escape, a code that the extension lacks reads as the basic character, a lone escape
 * at the end as a space (both as TS 23.038 asks), an octet above 0x7f as U+FFFD.
 */
export function decodeGsm7(octets: Uint8Array): string {
  let text = ''
  for (let at = 0; at < octets.length; at += 1) {
    const code = octets[at]!
    if (code !== escape) text += basic[code] ?? '\ufffd'
    else if (at + 1 === octets.length) text += ' '
    else {
      const extended = octets[++at]!
      text += extended === escape ? ' ' : (extension.get(extended) ?? basic[extended] ?? '\ufffd')
    }
  }
  return text
}
