/**
 * Facts that are often unknown: a template that prints one asks for it first. One whose rule already asks about it is known,
 * for a comparison with an unknown fact never holds. Other absences (a plan that is not in the catalogue) are slips that shall
 * show as `incomplete` reminders.
 */
import type { RuleItem } from '../manuscript.ts'

/** Path to what a rule's condition must mention, and the triggers at which it is always there. */
const nullable: Readonly<Record<string, { readonly askedAs: RegExp; readonly known: RegExp }>> = {
  'account.balanceMicroYuan': { askedAs: /\baccount\.balance/, known: /^(balance|payment)\./ },
  'account.balanceAsOf': { askedAs: /\baccount\.balance/, known: /^(balance|payment)\./ },
  'account.validUntil': { askedAs: /\baccount\.validUntil/, known: /^validity\./ },
  'line.age': { askedAs: /\bline\.age/, known: /^$/ },
  'event.month': { askedAs: /\bevent\.month/, known: /^$/ },
}

export function isNullable(path: string, { value }: RuleItem): boolean {
  const row = Object.hasOwn(nullable, path) ? nullable[path] : undefined
  if (row === undefined || row.known.test(value.on)) return false
  return !row.askedAs.test(`${value.when ?? ''} ${value.send.still ?? ''}`)
}
