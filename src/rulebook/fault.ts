/**
 * What is wrong with a rulebook. Loading never stops at the first fault: all are collected, each with its place, a sentence and
 * what to do about it. Errors keep a rulebook from being used; warnings do not.
 */

import type { FindingCode } from '../core/wording/finding.ts'

/** Where in the rulebook: line and column count from 1, `length` characters are underlined. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
}

/** Every code that loading may answer with. A test keeps this list and the table of broken rulebooks equal. */
export const faultCodes = {
  // the bundle
  'file-unknown': 'error', // no file of a rulebook has this name
  'file-missing': 'error', // a rulebook cannot do without this file
  'too-big': 'error', // beyond a limit on size, count or depth
  // YAML
  'yaml-syntax': 'error',
  'yaml-alias': 'error', // anchors, aliases and tags are not part of the format
  'not-text': 'error', // bytes that are no UTF-8 text
  // the shape of a file
  'field-unknown': 'error',
  'field-missing': 'error',
  'value-refused': 'error',
  'name-twice': 'error', // one id, two things
  'dates-reversed': 'error',
  // references
  'trigger-unknown': 'error',
  'rule-unknown': 'error',
  'template-unknown': 'error',
  'template-unused': 'warning',
  'ladder-unknown': 'error',
  'ladder-refused': 'error', // staff do not call at night
  'schedule-unknown': 'error',
  'wording-missing': 'error', // one language has it, the other does not
  // rules
  'moment-refused': 'error',
  'once-per-refused': 'error',
  'unless-told-unmarked': 'error', // what a rule without once-per has said is not remembered
  'contacts-refused': 'error', // contacts are told of codes and arrears only
  'group-order-missing': 'error',
  'group-order-twice': 'error',
  'group-alone': 'warning',
  'override-refused': 'error',
  'override-ambiguous': 'error',
  'rules-overlap': 'warning',
  // conditions
  'cel-syntax': 'error',
  'cel-type': 'error',
  'cel-name-unknown': 'error',
  'cel-refused': 'error', // legal CEL that rules may not use
  'cel-unit': 'error', // yuan compared with megabytes
  'cel-value-unknown': 'error', // a word that the field never holds
  // codes and templates
  'code-unknown': 'error',
  'code-twice': 'error',
  'template-syntax': 'error',
  'variable-unknown': 'error',
  'kind-unknown': 'error', // a kind that no rule lets customers choose
  // blueprints
  'touchpoint-unknown': 'error',
  'step-unknown': 'error',
  'link-backwards': 'error',
  'cell-taken': 'error', // one lane and column, two steps
  'indicator-unknown': 'error',
  'blueprint-missing': 'warning', // of one touchpoint, while others have theirs
} as const

export type FaultCode = keyof typeof faultCodes
export type Severity = (typeof faultCodes)[FaultCode]
/** Findings of core/wording keep their own codes: `wording.jargon`. */
export type WordingCode = `wording.${FindingCode}`

export interface RulebookFault extends Place {
  readonly severity: Severity
  readonly code: FaultCode | WordingCode
  readonly message: string
  /** What to write or do instead. */
  readonly hint: string
}

/** A fault of this code at this place. */
export function faultAt(
  place: Place,
  code: FaultCode,
  told: { message: string; hint: string },
): RulebookFault {
  return { ...place, severity: faultCodes[code], code, message: told.message, hint: told.hint }
}

/** By file, line and column, so that a listing reads like the rulebook. */
export function inReadingOrder(faults: readonly RulebookFault[]): readonly RulebookFault[] {
  return faults.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
