/** A plan is changed in two steps that the customer is told of apart: ordered, and in force (TP2-01, TP2-02). */
import { type Draft, lineOf } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { announce } from './announcement.ts'
import { replaceLine } from './line.ts'

export function orderPlan(draft: Draft, body: FactOf<'plan.change-ordered'>): void {
  const line = lineOf(draft, draft.event.line)
  announce(draft, 'plan.change-ordered', { ...body, fromPlanId: line?.planId })
}

/** The profile may have been changed before: then only BOSS knows what the plan was. */
export function changePlan(draft: Draft, body: FactOf<'plan.changed'>): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const { planId } = body
  const fromPlanId = body.fromPlanId ?? (line.planId === planId ? undefined : line.planId)
  if (line.planId !== planId) replaceLine(draft, { ...line, planId })
  announce(draft, 'plan.changed', { planId, fromPlanId })
}
