/** Each kind of item on its way into an event and out with a verdict. */
import type { Account } from '../../core/account/account.ts'
import { eventHash } from '../../core/account/duplicates.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Changes } from '../../core/change.ts'
import type { Verdict } from '../../core/event/arrival.ts'
import type { Event } from '../../core/event/event.ts'
import type { SilentAttempt } from '../../core/event/inner.ts'
import type { ReminderStep } from '../../core/reminder.ts'
import type { Instant } from '../../core/units.ts'
import type { AwaitedRow } from '../../store/attempt.ts'
import { accountNow, decideEvent, keep, setAside, type Sheet } from './decide.ts'
import {
  type ActItem,
  type DueItem,
  type EntryItem,
  type ErasureItem,
  type Item,
  type OutcomeItem,
  type ReplayItem,
  staffSource,
} from './item.ts'
import { rawPlace } from './personal.ts'
import { takeArrival } from './take-arrival.ts'

const decided: Verdict = { state: 'decided' }
/** Nothing left to decide: something else was quicker. */
const overtaken: Verdict = { state: 'duplicate' }

export function takeItem(sheet: Sheet, item: Item): Verdict {
  switch (item.kind) {
    case 'arrival':
      return takeArrival(sheet, item)
    case 'entry':
      return takeEntry(sheet, item)
    case 'due':
      return takeDue(sheet, item)
    case 'outcome':
      return takeOutcome(sheet, item)
    case 'replay':
      return takeReplay(sheet, item)
    case 'erasure':
      return takeErasure(sheet, item)
    case 'act':
      return takeAct(sheet, item)
  }
}

/** The account's decision number makes the ids of our own events unique and the same at every replay. */
const numbered = (id: string, account: Account): string => `${id}@${account.hot.decisions + 1}`

function takeEntry(sheet: Sheet, item: EntryItem): Verdict {
  const { shard, account: id, id: entryId, due, line, type, body } = item.entry
  const key = { shard, account: id, id: entryId }
  if (sheet.refused.has(item)) sheet.gathering.drop(key)
  else if (!sheet.gathering.take(key)) return overtaken
  const account = accountNow(sheet, id)
  const event = {
    source: '/kairos/agenda',
    id: numbered(entryId, account),
    type,
    time: Math.min(due, item.now),
    origin: 'agenda',
    account: id,
    line,
    body: JSON.parse(body) as unknown,
  } as Event
  return decideOwn(sheet, item, { account, event })
}

function takeDue(sheet: Sheet, item: DueItem): Verdict {
  const { account: id, id: reminder, line, facts } = item.reminder
  const name = `${id}/${reminder}`
  if (sheet.gathering.reminders.has(name)) return overtaken
  sheet.gathering.dues.set(name, item.reminder)
  const account = accountNow(sheet, id)
  const event = {
    source: '/kairos/dispatch',
    id: numbered(reminder, account),
    type: 'reminder.due',
    time: item.now,
    origin: 'agenda',
    account: id,
    line,
    body: {
      reminder,
      gateway: item.gateway,
      facts: JSON.parse(facts) as unknown,
      ...(item.withhold === undefined ? {} : { withhold: item.withhold }),
    },
  } as Event
  const verdict = decideOwn(sheet, item, { account, event })
  if (verdict.state === 'set-aside') fail(sheet, item, verdict.note)
  return verdict
}

/** A reminder about which no decision can be made must not come up again and again: it has failed. */
function fail(sheet: Sheet, { reminder, now }: DueItem, note: string): void {
  const account = accountNow(sheet, reminder.account)
  const { id, due, usefulUntil, channel, rung } = reminder
  const step: ReminderStep = {
    id,
    state: 'failed',
    reason: null,
    note: `set aside: ${note}`,
    due,
    usefulUntil,
    channel,
    rung,
    concludedAt: now,
  }
  const { hot } = account
  const changes = nothing({ ...account, hot: { ...hot, open: hot.open.filter(open => open.id !== id) } })
  const isNew = !sheet.loaded.accounts.has(account.id)
  sheet.gathering.add({ ...changes, steps: [step] }, { now, isNew })
}

const nothing = (account: Account): Changes => ({
  account,
  coldChanged: false,
  reminders: [],
  steps: [],
  attempts: [],
  concluded: [],
  agenda: [],
  dropped: [],
  alarms: [],
  alarmsOver: [],
  considered: [],
})

function takeOutcome(sheet: Sheet, item: OutcomeItem): Verdict {
  const { gathering, loaded, parts } = sheet
  const { account: id, attempt, outcome, code, now } = item
  if (item.stray !== null) gathering.strays.push(item.stray)
  const name = `${id}/${attempt}`
  const awaited = loaded.attempts.get(name)
  if (awaited === undefined || gathering.concluded.has(name)) {
    parts.meter.receiptsRepeated += 1
    return overtaken
  }
  // Our clock, and never before the hand-over, whatever the gateway says.
  const at = Math.max(awaited.decidedAt, Math.min(item.at, now))
  const account = accountNow(sheet, id)
  const event = {
    source: '/kairos/outcome',
    id: numbered(attempt, account),
    type: 'attempt.concluded',
    time: at,
    origin: 'outcome',
    account: id,
    line: awaited.line,
    body: { attempt, outcome, code, at, silent: silentOf(sheet, awaited) },
  } as Event
  const verdict = decideOwn(sheet, item, { account, event })
  const concluded = { shard: shardOf(id), account: id, attempt, outcome, code, at }
  if (!gathering.concluded.has(name)) gathering.concluded.set(name, concluded)
  return verdict
}

/** Of an attempt taken for silent, its reminder as this batch has left it; undefined of any other. */
function silentOf({ gathering }: Sheet, awaited: AwaitedRow): SilentAttempt | undefined {
  const { account, line, channel, reminder, rule, version, state, rung, due, usefulUntil } = awaited
  if (rule === null || version === null || state === null) return undefined
  const known = { state, rung: rung ?? 0, due: due ?? 0, usefulUntil: usefulUntil ?? 0 }
  const now = gathering.reminders.get(`${account}/${reminder}`)?.step ?? known
  const at = { state: now.state, rung: now.rung, due: now.due, usefulUntil: now.usefulUntil }
  return { line, rule, version, channel, ...at }
}

function takeReplay(sheet: Sheet, item: ReplayItem): Verdict {
  const { event, seq, now } = item
  const verdict = decideOwn(sheet, item, { account: accountNow(sheet, event.account), event })
  const failed = verdict.state === 'set-aside' ? verdict : null
  const { gathering, refused } = sheet
  const returned = refused.has(item) ? gathering.refusedAgain : gathering.returned
  returned.push({
    seq,
    outcome: failed === null ? 'decided' : 'set-aside',
    reason: failed?.reason ?? null,
    note: failed?.note ?? '',
    at: now,
  })
  return verdict
}

/** Not set aside when it fails: whoever asked for it is told, and the person is still there. */
function takeErasure(sheet: Sheet, item: ErasureItem): Verdict {
  const { account: id, by, reason, now } = item
  const refusal = sheet.refused.get(item)
  if (refusal !== undefined) return setAside(refusal.reason, refusal.note)
  const account = accountNow(sheet, id)
  if (account.cold.lines.length === 0) return overtaken
  const event: Event<'account.erased'> = {
    source: '/kairos/staff',
    id: numbered('erasure', account),
    type: 'account.erased',
    time: now,
    origin: 'agenda',
    account: id,
    line: null,
    body: {},
  }
  const answer = decideEvent(sheet, account, { event, now })
  if ('failed' in answer) return setAside('decision-failed', answer.failed)
  keep(sheet, answer.changes, { event, now, bodyHash: 0, extensions: null })
  const withheld = answer.changes.steps.filter(step => step.state === 'withheld').length
  sheet.gathering.erasures.push({ shard: shardOf(id), account: id, at: now, by, reason, withheld })
  return decided
}

/** Not set aside when it fails, for whoever asked for it is told. `duplicate`: done already, or nobody is there. */
function takeAct(sheet: Sheet, item: ActItem): Verdict {
  const { account: id, line, deed, now } = item
  const refusal = sheet.refused.get(item)
  if (refusal !== undefined) return setAside(refusal.reason, refusal.note)
  const account = accountNow(sheet, id)
  const hash = eventHash(staffSource, item.id)
  const isKnown = account.hot.ring.some(known => known.hash === hash)
  if (account.cold.lines.length === 0 || isKnown) return overtaken
  const about = { source: staffSource, id: item.id, time: now, origin: 'staff', account: id, line }
  const event = { ...about, ...deed } as Event
  const answer = decideEvent(sheet, account, { event, now })
  if ('failed' in answer) return setAside('decision-failed', answer.failed)
  keep(sheet, answer.changes, { event, now, bodyHash: 0, extensions: null })
  sheet.gathering.records.push(...item.record)
  return decided
}

/** Decides an event that Kairos itself raised; if that fails it alone is set aside, with its raw form (G10). */
function decideOwn(sheet: Sheet, item: Item, what: { account: Account; event: Event }): Verdict {
  const { account, event } = what
  const refusal = sheet.refused.get(item)
  if (refusal === undefined) {
    const answer = decideEvent(sheet, account, { event, now: item.now })
    if ('changes' in answer) {
      keep(sheet, answer.changes, { event, now: item.now, bodyHash: 0, extensions: null })
      return decided
    }
    if (item.kind !== 'replay') aside(sheet, event, { now: item.now, note: answer.failed })
    return setAside('decision-failed', answer.failed)
  }
  if (item.kind !== 'replay')
    aside(sheet, event, { now: item.now, note: refusal.note, reason: refusal.reason })
  return setAside(refusal.reason, refusal.note)
}

function aside(
  { gathering, parts }: Sheet,
  event: Event,
  why: {
    readonly now: Instant
    readonly note: string
    readonly reason?: 'commit-refused' | 'decision-failed'
  },
): void {
  gathering.asides.push({
    state: 'set-aside',
    reason: why.reason ?? 'decision-failed',
    note: why.note,
    origin: event.origin,
    source: event.source,
    id: event.id,
    type: event.type,
    time: event.time,
    shard: shardOf(event.account),
    account: event.account,
    numberHash: null,
    raw: parts.vault.sealHouse(JSON.stringify(event), rawPlace(event.time)),
    since: why.now,
  })
}
