import type { Block } from '../account/account.ts'
import { isContact } from '../account/contact.ts'
import type { Draft } from '../draft.ts'
import { mandatoryFor } from '../rule/mandatory.ts'
import type { Rule } from '../rule/rule.ts'
import { type Intent, iso, type No } from './plan.ts'

/**
 * Kept from this customer by staff for a time (NF-12); asked at planning and again at sending. What must be told goes
 * through whatever was approved, for a rule may have become mandatory since. Contacts are others than the customer.
 */
export function blocked(draft: Draft, { rule, line }: Pick<Intent, 'rule' | 'line'>): No | null {
  const { blocks } = draft.cold
  if (blocks.length === 0 || isContact(line.id) || mandatoryFor(rule) !== null) return null
  const block = blocks.find(one => one.until > draft.world.now && concerns(one, rule, line.id))
  if (block === undefined) return null
  const { kind, value, until, askedBy, approvedBy } = block
  const end = iso(until)
  const note = `${kind} ${value} is blocked until ${end}: asked for by ${askedBy}, approved by ${approvedBy}`
  return { reason: 'blocked', note }
}

const concerns = ({ kind, value, line: of }: Block, rule: Rule, line: string): boolean =>
  (of === null || of === line) && value === (kind === 'rule' ? rule.id : rule.touchpoint)
