/** The `subject` attribute: which account or number a fact is about. */
import type { Subject } from '../core/event/arrival.ts'

const accountForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/
const international = /^\+[1-9]\d{4,14}$/
const nationalMobile = /^1[3-9]\d{9}$/

/** E.164 with "+"; a national mobile of 11 digits becomes +86…; null where the country is not certain. */
export function internationalNumber(text: string): string | null {
  if (international.test(text)) return text
  return nationalMobile.test(text) ? `+86${text}` : null
}

/** `tel:+8613800138000`, `tel:13800138000` or `account:A17`; null for anything else. */
export function parseSubject(text: string): Subject | null {
  if (text.startsWith('tel:')) {
    const number = internationalNumber(text.slice(4))
    return number === null ? null : { kind: 'number', number }
  }
  const account = text.slice(8)
  return text.startsWith('account:') && accountForm.test(account) ? { kind: 'account', account } : null
}
