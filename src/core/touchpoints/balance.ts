/**
 * Balance and validity as BOSS reports them (TP8).
 *
 * Crossing: the balance was above the account's limit (or unknown) and is now at or below it, or the limit
 * has come up to it. Rising above the limit ends the spell: what was said may be said again, and the next
 * restriction needs a new warning. A warning that was withheld (no gateway, a pause) is owed: the next
 * report below the limit gives rise to it once more.
 */
import type { Told } from '../account/account.ts'
import { rearm, settle } from '../account/told.ts'
import { type Draft, factTime, lineOf, occur, setHot } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { warnDependents } from './broadband.ts'
import { inAudience } from '../rule/audience.ts'
import type { MicroYuan } from '../units.ts'

export function takeBalance(draft: Draft, body: FactOf<'balance.reported'>): void {
  setBalance(draft, body.balanceMicroYuan)
  if (body.validUntil !== undefined) setValidity(draft, body.validUntil)
}

export function takePayment(draft: Draft, body: FactOf<'payment.received'>): void {
  takeBalance(draft, body)
  const { amountMicroYuan, balanceMicroYuan, purpose, method } = body
  occur(draft, 'payment.received', { event: { amountMicroYuan, balanceMicroYuan, purpose, method } })
}

/** The account's own limit: the first of the policy whose audience it is in, null for none. */
function limitOf(draft: Draft): MicroYuan | null {
  const line = lineOf(draft, null)
  if (line === null) return null
  const limits = draft.world.rulebook.policy.balance
  const role = draft.cold.payment.role
  return limits.find(limit => inAudience(limit.audience, line, role))?.atOrBelow ?? null
}

function setBalance(draft: Draft, amount: MicroYuan): void {
  const asOf = factTime(draft)
  const before = draft.hot.balance
  if (before !== null && asOf < before.asOf) return // an older report never changes a newer one
  setHot(draft, { balance: { amount, asOf } })
  const limit = limitOf(draft)
  if (limit === null) return
  if (amount > limit) return endSpell(draft)
  const wasAbove = before === null || before.amount > limit
  const isOwed = settle(draft, mark => isOfSpell(draft, mark))
  if (wasAbove || isOwed) cross(draft, limit)
}

function cross(draft: Draft, limitMicroYuan: MicroYuan): void {
  occur(draft, 'balance.crossed', { line: null, event: { limitMicroYuan } })
  warnDependents(draft)
}

const isOfSpell = (draft: Draft, mark: Told): boolean =>
  draft.world.rulebook.rules.get(mark.rule)?.oncePer.includes('spell') ?? false

/** What may bring another limit: a member joins (TP8-17), another brand. The balance is looked at anew. */
export function changeLimit(draft: Draft, change: () => void): void {
  const before = limitOf(draft)
  change()
  const limit = limitOf(draft)
  const amount = draft.hot.balance?.amount
  if (amount === undefined || limit === null || limit === before) return
  if (amount > limit) return endSpell(draft)
  if (before === null || amount > before) cross(draft, limit)
}

function endSpell(draft: Draft): void {
  rearm(draft, mark => isOfSpell(draft, mark))
  if (draft.hot.warnedAt !== null) setHot(draft, { warnedAt: null })
}

function setValidity(draft: Draft, untilDay: string): void {
  const asOf = factTime(draft)
  const before = draft.hot.validity
  if (before !== null && asOf < before.asOf) return
  setHot(draft, { validity: { untilDay, asOf } })
  if (before?.untilDay !== untilDay)
    occur(draft, 'validity.changed', { line: null, event: { validUntil: untilDay } })
}
