/**
 * What became of an attempt (design §7): one outcome per reminder.
 *
 * delivered → done. failed, refused, silent → the next rung, or the end. expired → the same rung again when
 * only rest hours had cut it short (G5), else the next. returned → it was never handed over: asked again.
 *
 * Silence is no outcome of the handset's: when word comes after it, the word counts, also for a reminder that has
 * ended without having arrived.
 */
import { stands } from '../account/told.ts'
import { type Draft, factTime, lineOf, setHot } from '../draft.ts'
import type { InnerEvents } from '../event/inner.ts'
import type { FinalState, OpenReminder } from '../reminder.ts'
import type { Rule } from '../rule/rule.ts'
import { missed, nextRung, reached } from './ladder.ts'
import { attemptId, awaitSilence, changeOpen, endOpen, findOpen, silenceMs, silentId } from './open.ts'
import { recipientOf } from './recipient.ts'
import { allowedAt, keepsNoRest } from './time.ts'

/** A returned message is asked again after so long. */
const returnedForMs = 1_000

export function concludeAttempt(draft: Draft, body: InnerEvents['attempt.concluded']): void {
  const { attempt, outcome, code, at } = body
  draft.concluded.push({ attempt, outcome, code, at })
  const open = openOf(draft, attempt)
  if (open === undefined) return outcome === 'delivered' ? betterEnded(draft, body) : undefined
  if (outcome === 'delivered') return deliver(draft, open)
  if (open.state !== 'attempted' || attemptId(open) !== attempt) return // an earlier attempt; a later one is under way
  draft.dropped.push(silentId(open))
  if (outcome === 'returned')
    return again(draft, open, { due: draft.world.now + returnedForMs, note: `returned: ${code}` })
  missed(draft, open)
  if (outcome === 'expired') return expire(draft, open)
  failOver(draft, open, { state: 'failed', note: `${outcome}: ${code}` })
}

export function silenceAttempt(draft: Draft, body: InnerEvents['attempt.silent']): void {
  const { attempt } = body
  const open = openOf(draft, attempt)
  if (open === undefined || open.state !== 'attempted' || attemptId(open) !== attempt) return
  if (draft.world.now - draft.event.time > silenceMs) return listenOn(draft, open)
  draft.concluded.push({ attempt, outcome: 'unconfirmed', code: '', at: draft.world.now })
  missed(draft, open)
  failOver(draft, open, { state: 'unconfirmed', note: 'no word of it, and it can no longer arrive' })
}

/** We were away: what was said meanwhile waits at the gateways, and gets its time before it is taken for silence. */
function listenOn(draft: Draft, open: OpenReminder): void {
  awaitSilence(draft, open, draft.world.now + silenceMs)
}

const openOf = (draft: Draft, attempt: string): OpenReminder | undefined =>
  findOpen(draft, reminderOf(attempt))

const reminderOf = (attempt: string): string => attempt.slice(0, attempt.lastIndexOf('#'))

/** What was told of which rule to whom. */
type Told = Pick<OpenReminder, 'id' | 'rule' | 'version' | 'line'>

function ruleOf(draft: Draft, open: Told): Rule | undefined {
  return (draft.world.versions.get(open.version) ?? draft.world.rulebook).rules.get(open.rule)
}

/** It arrived, perhaps by an earlier attempt than the one under way: a further one is not made. */
function deliver(draft: Draft, open: OpenReminder): void {
  reached(draft, open)
  if (isWarning(draft, open)) warned(draft)
  endOpen(draft, open, { state: 'delivered', reason: null, note: `by ${open.channel}` })
}

/** It arrived after all: a warning is one from now on, and what had ended without having arrived is delivered. */
function betterEnded(draft: Draft, { attempt, silent }: InnerEvents['attempt.concluded']): void {
  if (silent === undefined) return // its reminder has its outcome already
  const id = reminderOf(attempt)
  const { channel, rung, state, due, usefulUntil } = silent
  reached(draft, silent)
  if (isWarning(draft, { id, ...silent })) warned(draft)
  if (state !== 'unconfirmed' && state !== 'failed' && state !== 'expired') return
  const at = { due, usefulUntil, channel, rung, concludedAt: draft.world.now }
  draft.steps.push({ id, state: 'delivered', reason: null, note: `by ${channel}, after all`, ...at })
}

/** A stop that was reported before word of the warning came, and is later than the warning, was no unwarned one (G6). */
function warned(draft: Draft): void {
  const warnedAt = factTime(draft)
  setHot(draft, { warnedAt })
  const { asOf } = draft.hot.standing
  if (warnedAt <= asOf) draft.alarmsOver.push({ kind: 'restricted-unwarned', from: warnedAt, until: asOf })
}

/** A warning of the present spell (G6): one that arrives after the balance has recovered warns of nothing to come. */
function isWarning(draft: Draft, open: Told): boolean {
  const rule = ruleOf(draft, open)
  if (rule === undefined || !rule.warnsOfArrears) return false
  // A contact who was told is no customer who was warned; and of one erased since, whoever comes next was not.
  if (lineOf(draft, open.line) === null) return false
  return !rule.oncePer.includes('spell') || stands(draft, open.id)
}

function expire(draft: Draft, open: OpenReminder): void {
  const line = recipientOf(draft, open.line)
  const { now } = draft.world
  // Not by today's rest hours: the customer may be in another zone than when it left.
  const wasCut = open.restAt > 0 && open.restAt <= now && now < open.usefulUntil
  if (line === null || !wasCut)
    return failOver(draft, open, { state: 'expired', note: 'expired at the centre' })
  const { due } = allowedAt(draft, line, now)
  again(draft, open, { due, note: 'rest hours had cut it short' })
}

/** Back to planned on the same rung, while it is of use. */
function again(draft: Draft, open: OpenReminder, to: { due: number; note: string }): void {
  if (to.due >= open.usefulUntil)
    return endOpen(draft, open, { state: 'expired', reason: null, note: to.note })
  changeOpen(draft, { ...open, state: 'planned', due: to.due }, to.note)
}

function failOver(draft: Draft, open: OpenReminder, end: { state: FinalState; note: string }): void {
  const line = recipientOf(draft, open.line)
  const rule = ruleOf(draft, open)
  const rung =
    line === null || rule === undefined ? null : nextRung(draft, line, { ladder: rule.ladder, open })
  if (line === null || rung === null) return endOpen(draft, open, { ...end, reason: null })
  const { now } = draft.world
  const due = keepsNoRest(draft, open) ? now : allowedAt(draft, line, now).due
  if (due >= open.usefulUntil) return endOpen(draft, open, { ...end, reason: null })
  changeOpen(draft, { ...open, ...rung, state: 'planned', due }, `${end.note}; next: ${rung.channel}`)
}
