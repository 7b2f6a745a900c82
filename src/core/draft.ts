/**
 * The work sheet of one decision: the account as it stands so far and what is to be committed.
 *
 * It is filled step by step and never leaves `decide`; account values themselves stay immutable.
 */
import type { Account, Cold, Hot, Line } from './account/account.ts'
import { firstLine } from './account/contact.ts'
import type { Alarm, AlarmsOver, Changes, Considered } from './change.ts'
import type { AccountId, Event, LineId } from './event/event.ts'
import type { Trigger } from './rule/rule.ts'
import type { AgendaEntry, AttemptRow, Facts, ReminderRow, ReminderStep } from './reminder.ts'
import type { Instant } from './units.ts'
import type { World } from './world.ts'

/** Something that rules may start from: the fact itself, or what was concluded from it. */
export interface Occurrence {
  readonly trigger: Trigger
  readonly line: LineId | null
  /** Declared fields of `eventView`. */
  readonly event: Facts
  readonly bucket: string | null
  /** MCC of the place spoken of. */
  readonly place: string | null
  /** When the fact was true; usefulness counts from here. */
  readonly at: Instant
}

export interface Draft {
  readonly world: World
  readonly event: Event
  readonly id: AccountId
  cold: Cold
  hot: Hot
  coldChanged: boolean
  readonly occurrences: Occurrence[]
  readonly reminders: ReminderRow[]
  readonly steps: ReminderStep[]
  readonly attempts: AttemptRow[]
  readonly concluded: Changes['concluded'][number][]
  readonly agenda: AgendaEntry[]
  readonly dropped: string[]
  readonly alarms: Alarm[]
  readonly alarmsOver: AlarmsOver[]
  readonly considered: Considered[]
}

export function newDraft(account: Account, event: Event, world: World): Draft {
  return {
    world,
    event,
    id: account.id,
    cold: account.cold,
    hot: account.hot,
    coldChanged: false,
    occurrences: [],
    reminders: [],
    steps: [],
    attempts: [],
    concluded: [],
    agenda: [],
    dropped: [],
    alarms: [],
    alarmsOver: [],
    considered: [],
  }
}

export function changesOf(draft: Draft): Changes {
  const { id, cold, hot, coldChanged, reminders, steps, attempts } = draft
  const { concluded, agenda, dropped, alarms, alarmsOver, considered } = draft
  return {
    account: { id, cold, hot },
    coldChanged,
    reminders,
    steps,
    attempts,
    concluded,
    agenda,
    dropped,
    alarms,
    alarmsOver,
    considered,
  }
}

export const setHot = (draft: Draft, part: Partial<Hot>): void => {
  draft.hot = { ...draft.hot, ...part }
}

export const setCold = (draft: Draft, part: Partial<Cold>): void => {
  draft.cold = { ...draft.cold, ...part }
  draft.coldChanged = true
}

/** The named line, or the account's first open one. */
export function lineOf(draft: Draft, id: LineId | null): Line | null {
  if (id !== null) return draft.cold.lines.find(line => line.id === id) ?? null
  return firstLine(draft.cold)
}

/** When the fact of this event was true: never beyond `now`. */
export const factTime = (draft: Draft): Instant => Math.min(draft.event.time, draft.world.now)

/** Raises something for the rules to look at, about the event's own line unless said otherwise. */
export function occur(draft: Draft, trigger: Trigger, rest: Partial<Omit<Occurrence, 'trigger'>> = {}): void {
  const line = draft.event.line
  draft.occurrences.push({
    trigger,
    line,
    event: {},
    bucket: null,
    place: null,
    at: factTime(draft),
    ...rest,
  })
}
