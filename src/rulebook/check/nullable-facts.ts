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
  'event.headMasked': { askedAs: /\bevent\.headMasked/, known: /^family-net/ },
  'event.memberMasked': { askedAs: /\bevent\.memberMasked/, known: /^family-net/ },
  'event.monthlyFeeMicroYuan': { askedAs: /\bevent\.monthlyFeeMicroYuan/, known: /^$/ },
  'event.returnDay': { askedAs: /\bevent\.returnDay/, known: /^$/ },
  'event.firstReturnOn': { askedAs: /\bevent\.(returnDay|firstReturnOn)/, known: /^$/ },
  'event.nextReturnOn': { askedAs: /\bevent\.nextReturnOn/, known: /^$/ },
  'event.monthsLeft': { askedAs: /\bevent\.monthsLeft/, known: /^$/ },
  'event.monthlyReturnMicroYuan': { askedAs: /\bevent\.monthlyReturnMicroYuan/, known: /^$/ },
  'event.months': { askedAs: /\bevent\.months\b/, known: /^$/ },
  'event.payBy': { askedAs: /\bevent\.payBy/, known: /^$/ },
  'event.visitOn': { askedAs: /\bevent\.visitOn/, known: /^$/ },
  'event.visitFrom': { askedAs: /\bevent\.visitFrom/, known: /^$/ },
  'event.visitTo': { askedAs: /\bevent\.visitTo/, known: /^$/ },
  'promotion.minimumMicroYuan': { askedAs: /\bpromotion\.minimumMicroYuan/, known: /^$/ },
  'service.features': { askedAs: /\bservice\.features/, known: /^$/ },
  'event.month': { askedAs: /\bevent\.month/, known: /^(service\.used|bill|minimum-spend)/ },
}

export function isNullable(path: string, { value }: RuleItem): boolean {
  const row = Object.hasOwn(nullable, path) ? nullable[path] : undefined
  if (row === undefined || row.known.test(value.on)) return false
  return !row.askedAs.test(`${value.when ?? ''} ${value.send.still ?? ''}`)
}
