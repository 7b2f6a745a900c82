/**
 * From what happened to what should be told: the rules that start from an occurrence are asked in order of
 * priority; each says no with a reason, asks to be woken at its moment, or gives an intent to be planned.
 */
import type { Line } from '../account/account.ts'
import { resolveMoment } from '../calendar/moment.ts'
import { dayOf } from '../calendar/zone.ts'
import { type Draft, lineOf, type Occurrence } from '../draft.ts'
import type { LineId } from '../event/event.ts'
import type { InnerEvents } from '../event/inner.ts'
import type { Facts } from '../reminder.ts'
import { inAudience } from '../rule/audience.ts'
import type { Rule } from '../rule/rule.ts'
import { itemOf } from '../rule/event-view.ts'
import { type Kept, valueAt, viewOf } from '../rule/view-tree.ts'
import type { Instant } from '../units.ts'
import { hasBeenSaid } from './once.ts'
import { type Intent, plan, withholdIntent } from './plan.ts'
import { recipientOf, recipientsOf } from './recipient.ts'

export function planOccurrences(draft: Draft): void {
  if (draft.occurrences.length === 0) return
  const { byTrigger } = draft.world.rulebook
  const intents: Intent[] = []
  for (const occurrence of draft.occurrences) {
    const rules = byTrigger.get(occurrence.trigger)
    if (rules === undefined) continue
    const line = lineOf(draft, occurrence.line)
    for (const rule of rules) intents.push(...considerAll(draft, rule, { occurrence, line }))
  }
  if (intents.length > 0) plan(draft, intents)
}

interface Case {
  readonly occurrence: Occurrence
  readonly line: Line | null
}

/** A rule is asked anew for each whom it would speak to. */
function considerAll(draft: Draft, rule: Rule, { occurrence, line }: Case): readonly Intent[] {
  const to = line === null ? [null] : recipientsOf(draft, rule, { about: occurrence.line, line })
  if (to.length === 0) draft.considered.push({ rule: rule.id, outcome: 'no-contact' })
  return to.flatMap(one => consider(draft, rule, { occurrence, line: one }))
}

const keptOf = ({ trigger, event, bucket, place, at }: Occurrence): Kept => ({
  trigger,
  event,
  bucket,
  place,
  at,
})

function consider(draft: Draft, rule: Rule, { occurrence, line }: Case): readonly Intent[] {
  const say = (outcome: string): readonly Intent[] => {
    draft.considered.push({ rule: rule.id, outcome })
    return []
  }
  if (line === null) return say('no-line')
  const no = refusal(draft, rule, line)
  if (no !== null) return say(no)
  const kept = keptOf(occurrence)
  const view = viewOf({ account: draft, line, kept, rulebook: draft.world.rulebook, now: draft.world.now })
  if (rule.when !== null && !rule.when.test(view)) return say('condition')
  if (rule.at.kind === 'now') {
    // A publication meets what is there; what it would have said at once is history.
    if (draft.event.type === 'rulebook.published') return say('not-a-moment')
    return [{ rule, line, kept, moment: occurrence.at }]
  }
  return atMoment(draft, rule, { kept, line, view, say })
}

/** Why a rule is not for this line today, without asking its condition; null when it is. */
function refusal(draft: Draft, rule: Rule, line: Line): string | null {
  const today = dayOf(draft.world.now, draft.world.rulebook.policy.zone)
  if ((rule.from !== null && today < rule.from) || (rule.until !== null && today > rule.until))
    return 'not-in-force'
  if (!inAudience(rule.audience, line, draft.cold.payment.role)) return 'audience'
  if (
    rule.choice !== null &&
    rule.choice.default === 'off' &&
    !line.preferences.subscribed.includes(rule.choice.kind)
  ) {
    return 'not-ordered'
  }
  return null
}

interface Later {
  readonly kept: Kept
  readonly line: Line
  readonly view: Facts
  readonly say: (outcome: string) => readonly Intent[]
}

/** Enters the rule's later moment on the agenda: facts are kept, never text. */
function atMoment(draft: Draft, rule: Rule, { kept, line, view, say }: Later): readonly Intent[] {
  const { now, rulebook } = draft.world
  const anchor = rule.at.anchor === null ? undefined : valueAt(view, rule.at.anchor)
  if (rule.at.anchor !== null && typeof anchor !== 'number' && typeof anchor !== 'string')
    return say('no-date')
  const ask = { now: kept.at, zone: rulebook.policy.zone }
  const due = resolveMoment(
    rule.at,
    typeof anchor === 'number' || typeof anchor === 'string' ? { ...ask, anchor } : ask,
  )
  const moment = { rule, line, kept, moment: due }
  if (due <= now && draft.event.type === 'rulebook.published') {
    if (hasBeenSaid(draft, moment)) return say('once-per')
    withholdIntent(draft, moment, {
      reason: 'published-late',
      note: 'its moment had passed when it was published',
    })
    return say('published-late')
  }
  if (due <= now) return [{ ...moment, moment: Math.max(due, kept.at) }]
  enter(draft, rule, { kept, line: line.id, due })
  return say(`later ${new Date(due).toISOString()}`)
}

function enter(draft: Draft, rule: Rule, what: { kept: Kept; line: LineId; due: Instant }): void {
  const about = [what.line, what.kept.bucket, itemOf(what.kept.event)].filter(part => part !== null)
  const id = `moment/${rule.id}/${about.join('/')}`
  const body: InnerEvents['moment.due'] = { rule: rule.id, facts: { ...what.kept } }
  draft.agenda.push({ id, account: draft.id, line: what.line, due: what.due, type: 'moment.due', body })
}

/** The moment has come: decided under the version in force now. */
export function resumeMoment(draft: Draft, body: InnerEvents['moment.due']): void {
  const rule = draft.world.rulebook.rules.get(body.rule)
  const name = draft.event.line
  const line = name === null ? lineOf(draft, null) : recipientOf(draft, name)
  if (rule === undefined || line === null) {
    draft.considered.push({ rule: body.rule, outcome: rule === undefined ? 'rule-gone' : 'no-line' })
    return
  }
  const kept = keptFrom(body.facts)
  const no = refusal(draft, rule, line)
  const view = viewOf({ account: draft, line, kept, rulebook: draft.world.rulebook, now: draft.world.now })
  const holds = rule.still === null || rule.still.test(view)
  const intent = { rule, line, kept, moment: draft.event.time }
  if (no !== null) draft.considered.push({ rule: rule.id, outcome: no })
  else if (holds) plan(draft, [intent])
  else withholdIntent(draft, intent, { reason: 'moot', note: `no longer true: ${rule.still?.source ?? ''}` })
}

/** Facts as they were kept, back from the row or the agenda. */
export function keptFrom(facts: Facts): Kept {
  const { trigger, event, bucket, place, at } = facts
  return {
    trigger: typeof trigger === 'string' ? trigger : '',
    event: event as Facts,
    bucket: typeof bucket === 'string' ? bucket : null,
    place: typeof place === 'string' ? place : null,
    at: Number(at),
  }
}
