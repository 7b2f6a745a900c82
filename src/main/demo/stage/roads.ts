/** The road of each event, from the same rows that `explain` reads: facts, rules asked, planning, sending, receipt. */
import type { z } from 'zod'
import type { happenings, stageRoad } from '../../../api/shapes/stage.ts'
import { shardOf } from '../../../core/account/shard.ts'
import type { WithheldReason } from '../../../core/reminder.ts'
import type { Instant } from '../../../core/units.ts'
import { type DecidedEvent, readHistory } from '../../../store/account-history.ts'
import { readSent } from '../../../store/conversation.ts'
import type { Database } from '../../../store/database.ts'
import { type AttemptView, readCaused, type ReminderView } from '../../../store/reminder-views.ts'
import type { Vault } from '../../../store/vault.ts'
import { keyOf, outerId, textOf } from '../../desk/reminders.ts'
import { noteText } from '../../note-words.ts'

export type Road = z.output<typeof stageRoad>
type Reminder = Road['reminders'][number]

/** What was made to happen, and the facts that it consisted of, as `source/id`. */
export interface Happened {
  readonly id: string
  readonly what: (typeof happenings)[number]
  readonly facts: readonly string[]
}

interface Ask {
  readonly account: string
  readonly line: string
  readonly since: Instant
  readonly happened: readonly Happened[]
}

const eventsMax = 60
const roadsMax = 12
const attemptsMax = 100

type Parts = { readonly database: Database; readonly vault: Vault }

/** Newest first. */
export async function readRoads(parts: Parts, { account, line, since, happened }: Ask): Promise<Road[]> {
  const { database } = parts
  const key = { shard: shardOf(account), account }
  const span = { from: since, until: Number.MAX_SAFE_INTEGER, after: null }
  const events = await readHistory(database, {
    ...key,
    ...span,
    line: null,
    origins: ['outside', 'agenda'],
    rowsMax: eventsMax,
  })
  const caused = await readCaused(database, key, events)
  const told = events.filter(event => event.origin === 'outside' || caused.some(isOf(event)))
  const newest = { at: Number.MAX_SAFE_INTEGER, id: '' }
  const attempts = await readSent(database, { ...key, line, before: newest, rowsMax: attemptsMax })
  const messages = await textsOf(parts, account, attempts)
  const groups = Map.groupBy(told, event => groupOf(event, happened))
  return [...groups].slice(0, roadsMax).map(([id, group]) => {
    const inOrder = group.toReversed()
    const own = caused
      .filter(row => inOrder.some(event => isOf(event)(row)))
      .map(row => reminderOf(row, messages.get(row.id) ?? []))
      .toSorted((a, b) => movedAt(a) - movedAt(b))
    return {
      id,
      at: inOrder[0]!.time,
      happening: happened.find(one => one.id === id)?.what ?? null,
      facts: inOrder.map(({ source, id: fact, type, body }) => ({
        source,
        id: fact,
        type,
        body: { ...body },
      })),
      considered: inOrder.flatMap(({ considered }) => [...considered]),
      reminders: own,
    }
  })
}

const isOf =
  ({ source, id }: DecidedEvent) =>
  ({ cause }: ReminderView): boolean =>
    cause.source === source && cause.id === id

const groupOf = ({ source, id }: DecidedEvent, happened: readonly Happened[]): string =>
  happened.find(({ facts }) => facts.includes(`${source}/${id}`))?.id ?? `${source}/${id}`

/** In the order in which the phone has them. */
const movedAt = ({ attempts, due }: Reminder): Instant => attempts[0]?.decidedAt ?? due

type Attempt = Reminder['attempts'][number]

/** By reminder, oldest first. */
async function textsOf(
  { database, vault }: Parts,
  account: string,
  rows: readonly AttemptView[],
): Promise<ReadonlyMap<string, Attempt[]>> {
  const key = rows.length === 0 ? null : await keyOf({ database, vault }, account)
  const messages = new Map<string, Attempt[]>()
  for (const row of rows.toReversed()) {
    const { gateway, channel, parts, decidedAt, answeredAt, concludedAt, outcome, code } = row
    const text = textOf({ account, row, key, vault })
    const attempt = {
      gateway,
      channel,
      text,
      parts,
      decidedAt,
      acceptedAt: answeredAt,
      concludedAt,
      outcome,
      code,
    }
    messages.set(row.reminder, [...(messages.get(row.reminder) ?? []), attempt])
  }
  return messages
}

function reminderOf(row: ReminderView, attempts: Attempt[]): Reminder {
  const {
    rule,
    touchpoint,
    class: kind,
    state,
    reason,
    due,
    usefulUntil,
    channel,
    plannedAt,
    concludedAt,
  } = row
  const last = row.trail.at(-1)?.note ?? ''
  const wasPlanned = row.steps[0]?.startsWith(passedMark) === true
  const notes = wasPlanned
    ? [
        ...row.steps.slice(1).filter(step => !step.startsWith('channel: ')),
        ...(reason === null ? [] : [last]),
      ]
    : [last]
  return {
    ...{ id: outerId(row), rule, touchpoint, class: kind, state, reason, due, usefulUntil, channel },
    ...{ plannedAt, concludedAt, attempts },
    passed: wasPlanned ? row.steps[0]!.slice(passedMark.length).split(', ') : [...passedBefore(reason)],
    notes: notes.filter(note => note !== '').map(both),
    trail: row.trail.map(step => ({ at: step.at, state: step.state, note: both(step.note) })),
  }
}

const passedMark = 'passed: '
const questions = ['allowed', 'consent', 'once-per', 'told-recently', 'useful'] as const

/** At which question planning stopped; none for what was overtaken before any was asked. */
const stoppedAt: Partial<Record<WithheldReason, number>> = {
  'no-consent': 1,
  unsubscribed: 1,
  'once-per': 2,
  'told-recently': 3,
  'too-late': 4,
  'frequency-cap': 5,
  'no-channel': 5,
}

const passedBefore = (reason: WithheldReason | null): readonly string[] =>
  reason === null ? [] : questions.slice(0, stoppedAt[reason] ?? 0)

const both = (note: string): { 'zh-CN': string; en: string } => ({
  'zh-CN': noteText(note, 'zh-CN'),
  en: noteText(note, 'en'),
})
