/**
 * From "should be told" to "is told" (design §7): the steps in order; the first that stops an intent is
 * kept as the reason, in a row as visible as that of a message sent.
 */
import type { Line } from '../account/account.ts'
import type { Draft } from '../draft.ts'
import type { OpenReminder, ReminderRow, ReminderStep, WithheldReason } from '../reminder.ts'
import type { Rule } from '../rule/rule.ts'
import { type Kept, viewOf } from '../rule/view-tree.ts'
import type { Instant } from '../units.ts'
import { mayReach } from './allowed.ts'
import { blocked } from './blocked.ts'
import { underCap } from './cap.ts'
import { consents } from './consent.ts'
import { groupKey } from './group.ts'
import { type First, firstRung } from './ladder.ts'
import { hasBeenSaid, say } from './once.ts'
import { addOpen, stepOf } from './open.ts'
import { overtaken, overtakeOpen, toldRecently } from './supersede.ts'
import { allowedNow } from './time.ts'
import { usefulUntil } from './useful.ts'

/** One rule has something to say to one line. */
export interface Intent {
  readonly rule: Rule
  readonly line: Line
  readonly kept: Kept
  /** From when its usefulness counts. */
  readonly moment: Instant
}

export interface No {
  readonly reason: WithheldReason
  readonly note: string
}

type Step = (draft: Draft, intent: Intent) => No | null

const once: Step = (draft, intent) =>
  hasBeenSaid(draft, intent)
    ? { reason: 'once-per', note: `said once per ${intent.rule.oncePer.join(', ')}` }
    : null

const useful: Step = (draft, intent) =>
  usefulUntil(draft, intent) > draft.world.now
    ? null
    : { reason: 'too-late', note: `true since ${iso(intent.moment)}` }

const beforeTime: readonly (readonly [name: string, step: Step])[] = [
  ['allowed', mayReach],
  ['consent', (_draft, intent) => consents(intent)],
  ['not-blocked', blocked],
  ['once-per', once],
  ['told-recently', toldRecently],
  ['useful', useful],
]

export function plan(draft: Draft, intents: readonly Intent[]): void {
  const inOrder = [...intents].sort(
    (a, b) => a.rule.priority - b.rule.priority || a.rule.order - b.rule.order,
  )
  for (const intent of inOrder) {
    const no = overtaken(intent, intents)
    if (no === null) planOne(draft, intent)
    else withholdIntent(draft, intent, no)
  }
}

function planOne(draft: Draft, intent: Intent): void {
  for (const [, step] of beforeTime) {
    const no = step(draft, intent)
    if (no !== null) return withholdIntent(draft, intent, no)
  }
  const until = usefulUntil(draft, intent)
  const earliest = allowedNow(draft, intent.line, intent.rule.class)
  const time = underCap(draft, intent, { ...earliest, usefulUntil: until })
  if ('reason' in time) return withholdIntent(draft, intent, time)
  if (time.due >= until) {
    const note = `${time.note}, useful until ${iso(until)}`
    return withholdIntent(draft, intent, { reason: 'too-late', note })
  }
  const rung = firstRung(draft, intent)
  if (rung === null)
    return withholdIntent(draft, intent, { reason: 'no-channel', note: `ladder ${intent.rule.ladder}` })
  overtakeOpen(draft, intent)
  const passed = beforeTime.map(([name]) => name).join(', ')
  const steps = [`passed: ${passed}`, `time: ${time.note}`, `channel: ${rung.channel}`]
  const id = say(draft, intent)
  enter(draft, intent, { ...rung, id, due: time.due, usefulUntil: until, steps, isAwaited: false })
}

interface Place extends First {
  /** Marked as said under it. */
  readonly id: string
  readonly due: Instant
  readonly usefulUntil: Instant
  readonly steps: readonly string[]
  readonly isAwaited: boolean
}

/** Plans it: opens the reminder, keeps its row. */
export function enter(draft: Draft, intent: Intent, place: Place): void {
  const { id, channel, rung, tried, due, usefulUntil, steps, isAwaited } = place
  const { rule, line } = intent
  const open: OpenReminder = {
    id,
    rule: rule.id,
    version: draft.world.rulebook.version,
    line: line.id,
    class: rule.class,
    state: 'planned',
    due,
    usefulUntil,
    group: rule.group === null ? null : groupKey(rule.group, line.id),
    order: rule.order,
    rung,
    channel,
    attempts: 0,
    attemptedAt: 0,
    waitingSince: 0,
    tried,
    restAt: 0,
    isAwaited,
  }
  addOpen(draft, open)
  draft.reminders.push(rowOf(draft, intent, { steps, step: stepOf(open, steps[1] ?? '') }))
  draft.considered.push({ rule: rule.id, outcome: 'planned' })
}

/** A silence is a row too, with its reason (G9). Its id never meets that of a message. */
export function withholdIntent(draft: Draft, intent: Intent, no: No): void {
  const { now } = draft.world
  const { rule, line } = intent
  const step: ReminderStep = {
    id: `${rule.id}/${line.id}/withheld-${draft.hot.decisions}.${draft.reminders.length}`,
    state: 'withheld',
    reason: no.reason,
    note: no.note,
    due: now,
    usefulUntil: usefulUntil(draft, intent),
    channel: draft.world.rulebook.policy.ladders[rule.ladder]?.[0]?.channel ?? 'sms',
    rung: 0,
    concludedAt: now,
  }
  draft.reminders.push(rowOf(draft, intent, { steps: [`${no.reason}: ${no.note}`], step }))
  draft.considered.push({ rule: rule.id, outcome: no.reason })
}

function rowOf(
  draft: Draft,
  { rule, line, kept }: Intent,
  { steps, step }: { readonly steps: readonly string[]; readonly step: ReminderStep },
): ReminderRow {
  const { now, rulebook } = draft.world
  const { account, bucket = null } = viewOf({ account: draft, line, kept, rulebook, now })
  const { source, id, time } = draft.event
  return {
    id: step.id,
    account: draft.id,
    line: line.id,
    rule: rule.id,
    touchpoint: rule.touchpoint,
    template: rule.template,
    version: rulebook.version,
    class: rule.class,
    cause: { source, id, time },
    facts: { ...kept, seen: { account: account ?? null, bucket } },
    steps,
    plannedAt: now,
    decision: draft.hot.decisions,
    group: rule.group === null ? null : groupKey(rule.group, line.id),
    order: rule.order,
    step,
  }
}

export const iso = (at: Instant): string => new Date(at).toISOString()
