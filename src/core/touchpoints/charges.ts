/** What a kind of use has cost so far, and the steps that it passes on its way up (TP6-13, TP6-19, TP10-08). */
import type { Charges } from '../account/account.ts'
import { type Draft, lineOf, setHot } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import type { ChargeLimits } from '../rule/rule.ts'
import { raise } from './announcement.ts'
import { abroadOf } from './roaming.ts'

/** One entry for each line and kind of use. */
export const chargesMax = 48

export function takeCharges(draft: Draft, body: FactOf<'charges.reported'>): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const { kind, since, amountMicroYuan: amount } = body
  const known = draft.hot.charges.find(one => one.line === line.id && one.kind === kind)
  if (known !== undefined && known.since > since) return // a late word about a span that is over
  const before = known?.since === since ? known.amount : 0
  if (amount <= before) return // an older or repeated figure
  const now: Charges = { line: line.id, kind, since, amount }
  const others = draft.hot.charges.filter(one => one !== known)
  setHot(draft, { charges: [...others.slice(1 - chargesMax), now] })
  const limit = stepPassed(draft.world.rulebook.policy.charges, kind, { before, amount })
  if (limit === null) return
  const place = kind === 'roaming' ? abroadOf(draft.hot, line.id) : null
  raise(draft, 'charges.crossed', { body: { ...body, limitMicroYuan: limit }, line: line.id, place })
}

/** The highest step with `before < step <= amount`, null for none. */
export function stepPassed(
  limits: readonly ChargeLimits[],
  kind: ChargeLimits['kind'],
  { before, amount }: { readonly before: number; readonly amount: number },
): number | null {
  const steps = limits
    .filter(set => set.kind === kind)
    .flatMap(({ at, every }) => [...at, ...(every > 0 ? [Math.floor(amount / every) * every] : [])])
    .filter(step => before < step && step <= amount)
  return steps.length === 0 ? null : Math.max(...steps)
}
