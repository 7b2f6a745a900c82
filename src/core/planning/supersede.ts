/** A later or higher reminder says it better: the lesser one is withheld, and says by which. */
import type { Draft } from '../draft.ts'
import { itemOf } from '../rule/event-view.ts'
import type { Intent, No } from './plan.ts'
import { withholdOpen } from './withhold.ts'

/** Within one decision: the last of the same rule and counter wins, and a rule wins over those it supersedes. */
export function overtaken(intent: Intent, all: readonly Intent[]): No | null {
  const better = all.find(other => other !== intent && overtakes(other, intent, all))
  if (better === undefined) return null
  return { reason: 'superseded', note: `by ${better.rule.id} in the same moment` }
}

function overtakes(other: Intent, one: Intent, all: readonly Intent[]): boolean {
  if (other.line.id !== one.line.id) return false
  if (other.rule.id !== one.rule.id) return other.rule.supersedes.includes(one.rule.id)
  const isSame = other.kept.bucket === one.kept.bucket && itemOf(other.kept.event) === itemOf(one.kept.event)
  return isSame && all.indexOf(other) > all.indexOf(one)
}

/** Those planned earlier and not yet sent. */
export function overtakeOpen(draft: Draft, { rule, line }: Intent): void {
  if (rule.supersedes.length === 0) return
  withholdOpen(draft, {
    which: open => open.line === line.id && rule.supersedes.includes(open.rule),
    reason: 'superseded',
    note: `by ${rule.id}`,
  })
}

/** A sister reminder has said so within the rule's span, and what it said still stands (CO-39). */
export function toldRecently(draft: Draft, { rule, line }: Intent): No | null {
  const { unlessTold } = rule
  if (unlessTold === null) return null
  const since = draft.world.now - unlessTold.withinMs
  const sister = draft.hot.told.find(
    mark => mark.line === line.id && !mark.armed && mark.at > since && unlessTold.rules.includes(mark.rule),
  )
  return sister === undefined ? null : { reason: 'told-recently', note: `${sister.rule} said so already` }
}
