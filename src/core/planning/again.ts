/**
 * A customer asks to be told once more what they were told before; staff pass it on.
 *
 * It was asked for, so nothing is too much of it: neither "once per …" nor the daily cap hold it, only a limit of its own.
 * All else is asked as ever: the allow-list, the customer's consents, and whether it is still true. Rest hours hold it
 * unless the customer is there and waits. What it says is rendered from the facts of then and the account of now.
 */
import { markOf, markTold } from '../account/told.ts'
import { startOfNextDay } from '../calendar/zone.ts'
import type { Draft } from '../draft.ts'
import type { InnerEvents } from '../event/inner.ts'
import type { Rule } from '../rule/rule.ts'
import { viewOf } from '../rule/view-tree.ts'
import { mayReach } from './allowed.ts'
import { blocked } from './blocked.ts'
import { consents } from './consent.ts'
import { keptFrom } from './intend.ts'
import { firstRung } from './ladder.ts'
import { enter, type Intent, iso, type No, withholdIntent } from './plan.ts'
import { recipientOf } from './recipient.ts'
import { unsure } from './send.ts'
import { allowedNow, zoneOf } from './time.ts'
import { usefulUntil } from './useful.ts'

/** One reminder is sent again so many times a day: more would be a quarrel, not a service. */
export const againMax = 3

/** Marks of it belong to no rule, so that no rule reads them. */
const noRule = '/again'

/** What was said under this class is not said again: a code is for one use, a password is blanked at once (FP-12). */
export const isSecret = ({ class: cls }: Pick<Rule, 'class'>): boolean => cls === 'code'

export function askAgain(draft: Draft, body: InnerEvents['reminder.asked-again']): void {
  const { rulebook, now } = draft.world
  const found = rulebook.rules.get(body.rule)
  const line = draft.event.line === null ? null : recipientOf(draft, draft.event.line)
  const refused =
    found === undefined ? 'rule-gone' : line === null ? 'no-line' : isSecret(found) ? 'secret' : null
  if (found === undefined || line === null || refused !== null) {
    draft.considered.push({ rule: body.rule, outcome: refused ?? 'no-line' })
    return
  }
  // By itself: it waits for no group, and overtakes nothing.
  const rule: Rule = { ...found, group: null, order: 0, supersedes: [] }
  const intent: Intent = { rule, line, kept: keptFrom(body.facts), moment: now }
  const no = refusal(draft, intent, body.reminder)
  const rung = firstRung(draft, intent)
  if (no !== null) return withholdIntent(draft, intent, no)
  if (rung === null)
    return withholdIntent(draft, intent, { reason: 'no-channel', note: `ladder ${rule.ladder}` })
  const time = body.isPresent
    ? { due: now, note: 'the customer waits for it' }
    : allowedNow(draft, line, rule.class)
  const until = usefulUntil(draft, intent)
  if (time.due >= until) {
    const note = `${time.note}, useful until ${iso(until)}`
    return withholdIntent(draft, intent, { reason: 'too-late', note })
  }
  count(draft, intent, body.reminder)
  const steps = [`asked for again: ${body.reminder}`, `time: ${time.note}`, `channel: ${rung.channel}`]
  const id = `${rule.id}/${line.id}/again-${draft.hot.decisions}`
  enter(draft, intent, { ...rung, id, due: time.due, usefulUntil: until, steps, isAwaited: body.isPresent })
}

function refusal(draft: Draft, intent: Intent, reminder: string): No | null {
  const { now, rulebook } = draft.world
  const { line, kept } = intent
  if (line.closedAt !== null) return { reason: 'line-closed', note: 'the line was closed' }
  const until = usefulUntil(draft, intent)
  const view = viewOf({ account: draft, line, kept, rulebook, now })
  return (
    mayReach(draft, intent) ??
    consents(intent) ??
    blocked(draft, intent) ??
    (until > now ? null : { reason: 'too-late' as const, note: `useful until ${iso(until)}` }) ??
    unsure(draft, { ...intent, view }) ??
    enough(draft, reminder)
  )
}

const keyOf = (reminder: string): string => `${noRule}/${reminder}`

function enough(draft: Draft, reminder: string): No | null {
  const times = markOf(draft, keyOf(reminder))?.times ?? 0
  return times < againMax ? null : { reason: 'frequency-cap', note: `sent again ${times} times today` }
}

/** Counted by the customer's own day, at whose end the mark goes. */
function count(draft: Draft, { line }: Intent, reminder: string): void {
  const { now } = draft.world
  markTold(draft, {
    key: keyOf(reminder),
    rule: noRule,
    line: line.id,
    bucket: null,
    measure: null,
    limit: null,
    period: null,
    at: now,
    until: startOfNextDay(now, zoneOf(draft, line)),
  })
}
