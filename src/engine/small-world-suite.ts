/**
 * A small world for the engine's tests: a decision core of some lines that does just enough to write every
 * table, with events that are poisonous on purpose.
 *
 * - `line.opened` opens; `usage.reported` plans a reminder, due at once, named after the event;
 * - `reminder.due` sends it, or withholds it when that is asked or its hour has passed; `attempt.concluded` ends it, or plans it again when it was returned;
 * - `payment-group.joined` sends the head's account a word;
 * - `query.performed` of kind `location` makes the core throw; of kind `id-number` its data is refused by
 *   every database (a NUL in a text).
 */
import { pino } from 'pino'
import type { Account, Hot, Line } from '../core/account/account.ts'
import type { Changes } from '../core/change.ts'
import type { Arrival } from '../core/event/arrival.ts'
import type { Event } from '../core/event/event.ts'
import type { FactType } from '../core/event/facts.ts'
import type { OpenReminder, ReminderRow, ReminderStep } from '../core/reminder.ts'
import type { Rulebook } from '../core/rule/rule.ts'
import { forgotten } from '../core/touchpoints/erasure.ts'
import { noPreferences } from '../core/touchpoints/preference.ts'
import type { World } from '../core/world.ts'
import type { Database } from '../store/database.ts'
import { makeInstall } from '../store/install.ts'
import { Vault } from '../store/vault.ts'
import { JournalDays } from './journal-days.ts'
import { newMeter } from './meter.ts'
import { takeOver } from './recovery.ts'
import type { ArrivalItem } from './turn/item.ts'
import type { Decide, Surroundings, TurnParts } from './turn/parts.ts'

export const noon = Date.UTC(2026, 10, 10, 4)
export const minute = 60_000
export const hour = 60 * minute

export const rulebook = {
  version: 'r-1',
  policy: { sources: {} },
  codes: { dataBooster: '2651' },
} as unknown as Rulebook

export const surroundings: Surroundings = {
  rulebook,
  versions: new Map([['r-1', rulebook]]),
  recalled: new Set(),
  pauses: [],
  channels: new Set(['sms']),
  sendTo: 'everyone',
}

export const quietLog = pino({ level: 'silent' })
/** A vault remembers keys of customers, so each database needs its own. */
export const newVault = (): Vault => new Vault(new Uint8Array(32).fill(7))

export async function partsOn(database: Database, extra: Partial<TurnParts> = {}): Promise<TurnParts> {
  const secret = new Uint8Array(32).fill(9)
  const vault = newVault()
  await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
  return {
    database,
    vault,
    decide: smallDecide,
    surroundingsAt: () => surroundings,
    secret,
    fences: await takeOver(database),
    days: await JournalDays.open(database),
    meter: newMeter(),
    log: quietLog,
    signal: new AbortController().signal,
    ...extra,
  }
}

const profile = {
  brand: 'gotone',
  planId: 'gt-88',
  packIds: [],
  payMode: 'postpaid',
  star: 3,
  vip: 'none',
  language: 'zh-CN',
  province: 'zhejiang',
  city: 'taizhou',
} as const

export function arrival(type: FactType, id: string, rest: Partial<Arrival> = {}): Arrival {
  return {
    source: '/boss',
    id,
    type,
    time: noon,
    subject: { kind: 'account', account: 'A1' },
    data: {},
    extensions: {},
    ...rest,
  }
}

export const numberOf = (account: string): string => `+8613800${account.slice(1).padStart(6, '0')}`

export const opening = (account: string, id = `open-${account}`, rest: Partial<Arrival> = {}): Arrival =>
  arrival('line.opened', id, {
    subject: { kind: 'account', account },
    time: noon - hour,
    data: { line: `${account}-1`, number: numberOf(account), name: '王小明', ...profile },
    ...rest,
  })

export const usage = (account: string, id: string, rest: Partial<Arrival> = {}): Arrival =>
  arrival('usage.reported', id, {
    subject: { kind: 'number', number: numberOf(account) },
    data: { bucketId: 'data', usedBytes: 80, allowanceBytes: 100 },
    ...rest,
  })

export const item = (fact: Arrival, now = Math.max(noon, fact.time)): ArrivalItem => ({
  kind: 'arrival',
  now,
  arrival: fact,
  seq: null,
})

const unchanged = (account: Account): Changes => ({
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

export const smallDecide: Decide = (before, event, world) => {
  const hot: Hot = {
    ...before.hot,
    decisions: before.hot.decisions + 1,
    time: Math.max(before.hot.time, event.time),
  }
  const account = { ...before, hot }
  // oxlint-disable-next-line switch-exhaustiveness-check
  switch (event.type) {
    case 'line.opened':
      return open(account, event)
    case 'usage.reported':
      return plan(account, event, world)
    case 'query.performed':
      return poison(account, event, world)
    case 'payment-group.joined':
      return join(account, event, world)
    case 'reminder.due':
      return send(account, event, world)
    case 'attempt.concluded':
      return conclude(account, event, world)
    case 'account.erased':
      return leave(account, world)
    default:
      return { ...unchanged(account), considered: [{ rule: 'none', outcome: 'condition' }] }
  }
}

function open(account: Account, event: Event<'line.opened'>): Changes {
  if (account.cold.lines.some(line => line.id === event.body.line)) return unchanged(account)
  const { line: id, ...rest } = event.body
  const line: Line = {
    ...profile,
    ...rest,
    id,
    birthYear: null,
    openedAt: event.time,
    closedAt: null,
    preferences: noPreferences,
    subscriptions: [],
  }
  const cold = { ...account.cold, lines: [...account.cold.lines, line] }
  return { ...unchanged({ ...account, cold }), coldChanged: true }
}

function stepOf(open: OpenReminder, rest: Partial<ReminderStep> = {}): ReminderStep {
  const { id, state, due, usefulUntil, channel, rung } = open
  return {
    id,
    state,
    reason: null,
    note: 'small',
    due,
    usefulUntil,
    channel,
    rung,
    concludedAt: null,
    ...rest,
  }
}

function plan(account: Account, event: Event<'usage.reported'>, world: World): Changes {
  const { now } = world
  const line = event.line ?? account.cold.lines[0]!.id
  const planned: OpenReminder = {
    id: event.body.bucketId === 'once' ? 'once' : event.id,
    rule: 'small-rule',
    version: 'r-1',
    line,
    class: 'real-time',
    state: 'planned',
    due: now,
    usefulUntil: now + hour,
    group: null,
    order: 0,
    rung: 0,
    channel: 'sms',
    attempts: 0,
    attemptedAt: 0,
    waitingSince: 0,
    tried: [],
    restAt: 0,
    isAwaited: false,
  }
  const row: ReminderRow = {
    id: planned.id,
    account: account.id,
    line,
    rule: planned.rule,
    touchpoint: 'data-usage',
    template: 't',
    version: 'r-1',
    class: planned.class,
    cause: { source: event.source, id: event.id, time: event.time },
    facts: { usedBytes: event.body.usedBytes, chance: world.chance('salt') },
    steps: ['planned'],
    plannedAt: now,
    decision: account.hot.decisions,
    group: null,
    order: 0,
    step: stepOf(planned),
  }
  return { ...unchanged(withOpen(account, [...account.hot.open, planned])), reminders: [row] }
}

const withOpen = (account: Account, all: readonly OpenReminder[]): Account => ({
  ...account,
  hot: { ...account.hot, open: all },
})

/** As the real core: what is planned is withheld, what is under way stays. */
function leave(account: Account, { now }: World): Changes {
  const planned = account.hot.open.filter(({ state }) => state === 'planned')
  const ending = { state: 'withheld', reason: 'erased', concludedAt: now } as const
  return {
    ...unchanged(forgotten(account)),
    coldChanged: true,
    steps: planned.map(open => stepOf(open, ending)),
  }
}

function poison(account: Account, event: Event<'query.performed'>, world: World): Changes {
  if (event.body.kind === 'location') throw new Error('planted')
  if (event.body.kind !== 'id-number') return unchanged(account)
  const entry = {
    id: 'bad\u0000id',
    account: account.id,
    line: null,
    due: world.now,
    type: 'schedule.due',
    body: {},
  }
  return { ...unchanged(account), agenda: [entry] }
}

function join(account: Account, event: Event<'payment-group.joined'>, world: World): Changes {
  const type = 'payment-group.member-joined'
  const id = `${event.source}/${event.id}/1`
  const entry = {
    id,
    account: event.body.headAccount,
    line: null,
    due: world.now,
    type,
    body: { member: account.id },
  }
  return { ...unchanged(account), agenda: [entry] }
}

function send(account: Account, event: Event<'reminder.due'>, { now }: World): Changes {
  const { reminder, gateway } = event.body
  const planned = account.hot.open.find(open => open.id === reminder)
  if (planned?.state !== 'planned') return unchanged(account)
  const { withhold } = event.body
  if (withhold !== undefined || now >= planned.usefulUntil) {
    const no = withhold ?? ({ reason: 'too-late', note: 'small' } as const)
    const rest = account.hot.open.filter(known => known.id !== reminder)
    const step = stepOf(planned, { state: 'withheld', ...no, concludedAt: now })
    return { ...unchanged(withOpen(account, rest)), steps: [step] }
  }
  const sent: OpenReminder = {
    ...planned,
    state: 'attempted',
    attempts: planned.attempts + 1,
    attemptedAt: now,
  }
  const attempt = {
    id: `${reminder}#${sent.attempts}`,
    reminder,
    account: account.id,
    line: planned.line,
    channel: planned.channel,
    gateway,
    class: planned.class,
    language: 'zh-CN',
    text: '【恰时】本月流量已用80%',
    encoding: 'ucs2',
    parts: 1,
    decidedAt: now,
    validUntil: now + hour,
  } as const
  return { ...unchanged(replaceOpen(account, sent)), attempts: [attempt], steps: [stepOf(sent)] }
}

const replaceOpen = (account: Account, changed: OpenReminder): Account =>
  withOpen(
    account,
    account.hot.open.map(open => (open.id === changed.id ? changed : open)),
  )

function conclude(account: Account, event: Event<'attempt.concluded'>, { now }: World): Changes {
  const { attempt, outcome, code, at } = event.body
  const open = account.hot.open.find(known => `${known.id}#${known.attempts}` === attempt)
  const concluded = [{ attempt, outcome, code, at }]
  const { silent } = event.body
  if (open === undefined && silent?.state === 'unconfirmed') {
    const id = attempt.slice(0, attempt.lastIndexOf('#'))
    const end = { id, ...silent, state: 'delivered', reason: null, note: 'late', concludedAt: now } as const
    return { ...unchanged(account), concluded, steps: [end] }
  }
  if (open === undefined) return { ...unchanged(account), concluded }
  if (outcome === 'returned') {
    const again: OpenReminder = { ...open, state: 'planned', due: now + 1_000 }
    return { ...unchanged(replaceOpen(account, again)), concluded, steps: [stepOf(again)] }
  }
  const state = outcome === 'refused' ? 'failed' : outcome
  const rest = account.hot.open.filter(known => known.id !== open.id)
  return {
    ...unchanged(withOpen(account, rest)),
    concluded,
    steps: [stepOf(open, { state, concludedAt: now })],
  }
}
