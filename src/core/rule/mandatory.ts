/**
 * What every customer must be told, whoever would rather not: staff cannot block it (NF-12). A code, because the customer
 * is waiting for it; a restriction and the warnings before it (G6); that somebody has looked at private facts; and what
 * the rulebook itself marks.
 */
import type { Rule, Trigger } from './rule.ts'

export type Mandatory = 'code' | 'restriction' | 'query' | 'rulebook'

const ofStanding: readonly Trigger[] = ['standing.changed', 'standing.reported']

/** Why it must be told, null when it may be kept back. */
export function mandatoryFor(
  rule: Pick<Rule, 'class' | 'on' | 'warnsOfArrears' | 'mandatory'>,
): Mandatory | null {
  if (rule.class === 'code') return 'code'
  if (rule.warnsOfArrears || ofStanding.includes(rule.on)) return 'restriction'
  if (rule.on === 'query.performed') return 'query'
  return rule.mandatory ? 'rulebook' : null
}
