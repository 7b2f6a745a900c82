/**
 * The last look before a message leaves (design §7): a gateway has room and asks *still true? still useful?*
 *
 * Questions in order; the first that says no withholds the reminder with its reason, or puts it off. A yes
 * renders the text, counts its parts and gives the attempt that the turn commits before anything is handed over.
 */
import type { Line } from '../account/account.ts'
import type { Draft } from '../draft.ts'
import type { InnerEvents } from '../event/inner.ts'
import type { Facts, OpenReminder } from '../reminder.ts'
import type { Rule, Rulebook } from '../rule/rule.ts'
import { type Kept, meterOf, viewOf } from '../rule/view-tree.ts'
import type { Instant } from '../units.ts'
import { smsParts } from '../wording/sms-parts.ts'
import { mayReach, pausedBy } from './allowed.ts'
import { blocked } from './blocked.ts'
import { consents } from './consent.ts'
import { waitUntil } from './group.ts'
import { keptFrom } from './intend.ts'
import { waitOf } from './ladder.ts'
import { attemptId, awaitSilence, changeOpen, endOpen, findOpen, putOff, silenceMs } from './open.ts'
import { iso, type No } from './plan.ts'
import { recipientOf } from './recipient.ts'
import { allowedAt, keepsNoRest, restBegins } from './time.ts'

/** A paused reminder is asked again after so long, should its pause end without word to the dispatcher. */
const pausedForMs = 60_000

interface Case {
  readonly open: OpenReminder
  readonly line: Line
  readonly rule: Rule
  readonly rulebook: Rulebook
  readonly kept: Kept
  readonly view: Facts
  readonly gateway: string
}

export function sendDue(draft: Draft, body: InnerEvents['reminder.due']): void {
  const open = findOpen(draft, body.reminder)
  if (open === undefined || open.state !== 'planned') return // overtaken by its own end
  const rulebook = draft.world.versions.get(open.version)
  const line = recipientOf(draft, open.line)
  const rule = rulebook?.rules.get(open.rule)
  if (line === null) return withhold(draft, open, { reason: 'erased', note: 'the person was erased' })
  if (rulebook === undefined || rule === undefined) {
    return withhold(draft, open, { reason: 'recalled', note: `version ${open.version} is no longer here` })
  }
  const kept = keptFrom(body.facts)
  const view = viewOf({ account: draft, line, kept, rulebook, now: draft.world.now })
  const ask: Case = { open, line, rule, rulebook, kept, view, gateway: body.gateway }
  const no = never(draft, ask) ?? body.withhold ?? null
  if (no !== null) return withhold(draft, open, no)
  const later = notYet(draft, ask)
  if (later !== null) return postpone(draft, ask, later)
  const doubt = unsure(draft, ask)
  if (doubt !== null) return withhold(draft, open, doubt)
  hand(draft, ask)
}

function withhold(draft: Draft, open: OpenReminder, no: No): void {
  endOpen(draft, open, { state: 'withheld', ...no })
}

/** What time will not mend. */
function never(draft: Draft, { open, line, rule }: Case): No | null {
  const { now, recalled, pauses } = draft.world
  if (recalled.has(open.version))
    return { reason: 'recalled', note: `version ${open.version} was taken back` }
  if (line.closedAt !== null) return { reason: 'line-closed', note: 'the line was closed' }
  const no = mayReach(draft, { line }) ?? consents({ rule, line }) ?? blocked(draft, { rule, line })
  if (no !== null) return no
  if (now < open.usefulUntil) return null
  const pause = pausedBy(pauses, { rule: rule.id, version: open.version, channel: open.channel, line })
  if (pause !== null)
    return { reason: 'paused', note: `by ${pause.kind} ${pause.value} until it was of no use` }
  return { reason: 'too-late', note: `useful until ${iso(open.usefulUntil)}` }
}

interface Later {
  readonly due: Instant
  readonly note: string
  readonly waits: boolean
}

function notYet(draft: Draft, { open, line, rule, rulebook }: Case): Later | null {
  const { now, pauses } = draft.world
  const pause = pausedBy(pauses, { rule: rule.id, version: open.version, channel: open.channel, line })
  if (pause !== null)
    return { due: now + pausedForMs, note: `paused: ${pause.kind} ${pause.value}`, waits: false }
  if (!keepsNoRest(draft, open)) {
    const time = allowedAt(draft, line, now)
    if (time.due > now) return { ...time, waits: false }
  }
  const isPaused = ({ rule: of, version, channel }: OpenReminder): boolean =>
    pausedBy(pauses, { rule: of, version, channel, line }) !== null
  const until = waitUntil(draft.hot.open, open, { now, waitMaxMs: rulebook.policy.waitMaxMs, isPaused })
  return until === null ? null : { due: until, note: 'waits for the former of its group', waits: true }
}

function postpone(draft: Draft, { open }: Case, { due, note, waits }: Later): void {
  const waitingSince = waits && open.waitingSince === 0 ? draft.world.now : open.waitingSince
  putOff(draft, { ...open, waitingSince }, { due, note })
}

/** Still true? Facts fresh? */
export function unsure(
  draft: Draft,
  { line, rule, kept, view }: Pick<Case, 'line' | 'rule' | 'kept' | 'view'>,
): No | null {
  const limit = rule.factsNotOlderThanMs
  const asOf = factsAsOf(draft, line, kept)
  if (limit !== null && draft.world.now - asOf > limit) {
    return { reason: 'stale-facts', note: `facts of ${iso(asOf)}` }
  }
  if (rule.still === null || rule.still.test(view)) return null
  return { reason: 'moot', note: `no longer true: ${rule.still.source}` }
}

/** How old the figures are that the message would tell. */
function factsAsOf(draft: Draft, line: Line, kept: Kept): Instant {
  const meter = meterOf(draft.hot.meters, line.id, kept.bucket)
  if (meter !== undefined) return meter.asOf
  const aboutBalance = kept.trigger.startsWith('balance.') || kept.trigger === 'payment.received'
  return aboutBalance ? (draft.hot.balance?.asOf ?? kept.at) : kept.at
}

function hand(draft: Draft, { open, line, rule, rulebook, view, gateway }: Case): void {
  const { now } = draft.world
  const { policy, templates } = rulebook
  const rendered = templates.get(rule.template)?.[line.language].render(view, { zone: policy.zone, now })
  if (rendered === undefined || !rendered.ok) {
    const note = rendered === undefined ? `no template ${rule.template}` : rendered.fault
    return withhold(draft, open, { reason: 'incomplete', note })
  }
  const text = policy.signature[line.language] + rendered.text
  const { encoding, count } = smsParts(text)
  if (count > policy.partsMax) return withhold(draft, open, { reason: 'too-long', note: `${count} parts` })
  const tried = open.tried.includes(open.channel) ? open.tried : [...open.tried, open.channel]
  const { validUntil, restAt } = validityOf(draft, { open, line, rule })
  const next: OpenReminder = {
    ...open,
    tried,
    restAt,
    state: 'attempted',
    attempts: open.attempts + 1,
    attemptedAt: now,
  }
  const id = attemptId(next)
  const { class: cls, channel } = open
  const row = { id, reminder: open.id, account: draft.id, line: line.id, channel, gateway, class: cls }
  draft.attempts.push({
    ...row,
    language: line.language,
    text,
    encoding,
    parts: count,
    decidedAt: now,
    validUntil,
  })
  awaitSilence(draft, next, validUntil + silenceMs)
  changeOpen(draft, next, `${channel} by ${gateway}, valid until ${iso(validUntil)}`)
}

interface Validity {
  readonly validUntil: Instant
  readonly restAt: OpenReminder['restAt']
}

/** Useful-for, the wait of its rung, and the start of rest hours: whichever comes first (G5). */
function validityOf(draft: Draft, { open, line, rule }: Pick<Case, 'open' | 'line' | 'rule'>): Validity {
  const { now } = draft.world
  const wait = waitOf(draft, line, { ladder: rule.ladder, channel: open.channel })
  const rest = keepsNoRest(draft, open) ? null : restBegins(draft, line, now)
  const until = Math.min(open.usefulUntil, wait === undefined ? Infinity : now + wait)
  return rest !== null && rest <= until
    ? { validUntil: rest, restAt: rest }
    : { validUntil: until, restAt: 0 }
}
