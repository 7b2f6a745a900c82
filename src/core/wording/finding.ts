import type { Place } from './source-place.ts'

/** Every finding there is, with what it is about. An error keeps a template from being published; a warning is for its writer. */
export const findingCodes = {
  syntax: 'the template does not compile',
  'does-not-render': 'the typical or the worst case cannot be rendered (NF-10)',
  jargon: 'a word that customers do not use (NF-07)',
  'too-many-parts': 'the worst case needs more parts than allowed (NF-08)',
  'above-norm': 'more parts than is the norm for this kind (NF-08)',
  'above-350': 'over 350 characters (NF-08)',
  'costly-character':
    'a character outside the GSM alphabet makes an English text cost as Chinese does (NF-08)',
  'missing-element': 'something that this kind of message must tell is missing (NF-09)',
  'wished-element': 'something that this kind of message should tell is missing (NF-09)',
  'unknown-variable': 'a fact that is not declared (NF-10)',
  'unused-variable': 'a declared fact that is not used',
  'wrong-filter': 'a fact printed without its unit, or with that of another (NF-10)',
  'unguarded-null': 'a fact that may be null is printed without asking for it (NF-10)',
  'half-width': 'half-width punctuation in Chinese',
  informal: 'a form of address that is too familiar',
  exclamation: 'an exclamation mark in what is no good news',
  vague: 'a vague word where a figure or a date belongs',
  capitals: 'capitals for emphasis',
  greeting: 'a greeting at the start',
  'signature-typed': 'the signature is a setting, not part of a template',
  'brand-typed': 'brand names come from the catalogue',
  'late-point': 'the first 20 characters tell nothing',
  'unknown-code': 'a code that is not registered',
  'too-many-actions': 'more than two codes in one message',
  'marketing-word': 'advertising in a service message (NF-19)',
  'pair-variables': 'the two languages do not carry the same facts (NF-23)',
  'pair-codes': 'the two languages do not carry the same codes (NF-23)',
} as const

export type FindingCode = keyof typeof findingCodes

/** One thing to mend: what is wrong, what to do, and where. `at` is absent when it concerns the message as a whole. */
export type Finding = {
  readonly level: 'error' | 'warning'
  readonly code: FindingCode
  readonly message: string
  readonly hint: string
  readonly at?: Place
  /** Words that can take the place of so many characters from `at` on. */
  readonly instead?: { readonly length: number; readonly words: readonly string[] }
}
