/** The account's open reminders: kept in its hot state, so that a decision needs nothing else. */
import { unsay } from '../account/told.ts'
import { type Draft, setHot } from '../draft.ts'
import type { InnerEvents } from '../event/inner.ts'
import type { FinalState, OpenReminder, ReminderStep, WithheldReason } from '../reminder.ts'
import type { Instant } from '../units.ts'
import { nextInGroup } from './group.ts'

/** Open reminders per account: beyond it something is wrong with the rules, and that is a bug to be seen. */
export const openMax = 64

export const findOpen = (draft: Draft, id: string): OpenReminder | undefined =>
  draft.hot.open.find(open => open.id === id)

export function addOpen(draft: Draft, open: OpenReminder): void {
  if (draft.hot.open.length >= openMax) throw new RangeError(`more than ${openMax} open reminders`)
  setHot(draft, { open: [...draft.hot.open, open] })
}

/** Writes a changed open reminder, and the step that says why. */
export function changeOpen(draft: Draft, open: OpenReminder, note: string): void {
  setHot(draft, { open: draft.hot.open.map(other => (other.id === open.id ? open : other)) })
  draft.steps.push(stepOf(open, note))
}

export const putOff = (draft: Draft, open: OpenReminder, to: { due: Instant; note: string }): void =>
  changeOpen(draft, { ...open, due: to.due }, to.note)

export interface Ending {
  readonly state: FinalState
  readonly reason: WithheldReason | null
  readonly note: string
}

/** Takes a reminder from the open ones to its final state and lets the next of its group go (G3). */
export function endOpen(draft: Draft, open: OpenReminder, { state, reason, note }: Ending): void {
  const now = draft.world.now
  setHot(draft, { open: draft.hot.open.filter(other => other.id !== open.id) })
  draft.steps.push({ ...stepOf(open, note), state, reason, concludedAt: now })
  if (open.state === 'attempted') draft.dropped.push(silentId(open))
  if (state === 'withheld' && open.attempts === 0) unsay(draft, open.id)
  const next = nextInGroup(draft.hot.open, open)
  if (next !== null) putOff(draft, next, { due: now, note: `${open.id} has come to its end: now this one` })
}

export function stepOf(open: OpenReminder, note: string): ReminderStep {
  const { id, state, due, usefulUntil, channel, rung } = open
  return { id, state, reason: null, note, due, usefulUntil, channel, rung, concludedAt: null }
}

/** The running attempt's id, and that of the timer that waits for word of it. */
export const attemptId = (open: OpenReminder): string => `${open.id}#${open.attempts}`
export const silentId = (open: OpenReminder): string => `silent/${attemptId(open)}`

/** Silence is taken as an answer so long after the message can no longer arrive. */
export const silenceMs = 600_000

/** Enters the timer that waits for word of the running attempt, or moves it. */
export function awaitSilence(draft: Draft, open: OpenReminder, due: Instant): void {
  const body: InnerEvents['attempt.silent'] = { attempt: attemptId(open) }
  const { line } = open
  draft.agenda.push({ id: silentId(open), account: draft.id, line, due, type: 'attempt.silent', body })
}
