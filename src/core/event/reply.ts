/** What a reply says, as far as codes go (CO-52). */
import type { Codes } from '../rule/rule.ts'

/** The code that the text consists of, if it is one of ours: full-width forms, spaces and small letters forgiven. */
export function commandIn(text: string, codes: Codes): string | null {
  const word = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  return Object.values(codes).find(code => code.toUpperCase() === word) ?? null
}
