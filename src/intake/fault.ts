/**
 * What is wrong with something that came in, told so that its sender can mend it: which field, what is
 * wrong with it, and what to do. Values are never repeated (they may be personal), names are cut.
 *
 * The table below is half of `docs/errors.md`; the other half is `src/api/problems.ts`.
 */
import { nearest } from '../rulebook/nearest-word.ts'
import { limits } from './limits.ts'

export const faultCodes = {
  'not-utf8': 'The bytes are not UTF-8.',
  'not-json': 'The text is not JSON.',
  'too-long': 'The event or line is longer than its limit.',
  'too-many': 'More lines, events or attributes than the limit.',
  'too-deep': 'Values are nested deeper than any fact needs.',
  'wrong-kind': 'A value of another kind (text, whole number, list, object …) belongs here.',
  missing: 'A required field is absent or null.',
  'wrong-version': 'Only CloudEvents 1.0 is understood.',
  'unknown-type': 'No fact of this type exists; see docs/events.',
  'unknown-field': 'This field does not exist here; a misspelt field would otherwise be lost silently.',
  'bad-name': 'An extension attribute name must be 1–20 lower-case letters and digits.',
  'bad-text': 'Control characters (NUL included) and broken characters are never part of a fact.',
  'wrong-form': 'The text has not the form that this field needs.',
  'not-allowed': 'The value is not among those that this field may have.',
  'out-of-range': 'A number, length, count or year is outside its limits.',
  'wrong-subject': 'The subject is not a phone number or account that this fact can be about.',
} as const
export type FaultCode = keyof typeof faultCodes

export interface Fault {
  readonly code: FaultCode
  /** Path from the top of the event, e.g. `data.packIds[3]`; empty for the whole. */
  readonly field: string
  readonly problem: string
  readonly remedy: string
}

/** One sentence for people: `data.star: is above 5; use at most 5`. */
export function sentence(fault: Fault): string {
  return `${fault.field === '' ? 'event' : fault.field}: ${fault.problem}; ${fault.remedy}`
}

/** A name that a stranger sent, fit to be shown and logged: cut, without control characters or long digits. */
export function shown(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cs}]/gu, '?').replace(/\d{5,}/g, '…')
  return clean.length > limits.shownCharacters ? `${clean.slice(0, limits.shownCharacters)}…` : clean
}

/** `; did you mean "x"?` or nothing. */
export function hint(name: string, known: Iterable<string>): string {
  const near = nearest(name, known)
  return near === null ? '' : `; did you mean "${near}"?`
}
