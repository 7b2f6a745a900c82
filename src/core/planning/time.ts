/** When a message may leave: rest hours, the customer's own hours, the morning's burst spread (NF-04, NF-14). */
import type { Line } from '../account/account.ts'
import { clockMinutes } from '../calendar/clock-time.ts'
import { nextActive, nextAllowed, nextRestStart, type RestHours } from '../calendar/rest-hours.ts'
import { spread } from '../calendar/spread.ts'
import type { Draft } from '../draft.ts'
import type { OpenReminder, ReminderClass } from '../reminder.ts'
import { placeOf } from '../rule/catalogue.ts'
import type { Policy } from '../rule/rule.ts'
import { abroadOf } from '../touchpoints/roaming.ts'
import type { Instant } from '../units.ts'

export interface Time {
  readonly due: Instant
  readonly note: string
}

/** The customer's zone: the visited country's where the catalogue knows it, else the operator's. */
export function zoneOf(draft: Draft, line: Line): string {
  const { rulebook, now } = draft.world
  const mcc = abroadOf(draft.hot, line.id)
  return (mcc === null ? null : placeOf(rulebook, mcc, now)?.zone) ?? rulebook.policy.zone
}

export const anyHour = (draft: Draft, cls: ReminderClass): boolean =>
  draft.world.rulebook.policy.anyHour.includes(cls)

/** No rest hours hold it: by its class, or because the customer waits for it. */
export const keepsNoRest = (draft: Draft, open: Pick<OpenReminder, 'class' | 'isAwaited'>): boolean =>
  open.isAwaited || anyHour(draft, open.class)

/** The first moment from now on at which it may be handed over. */
export function allowedNow(draft: Draft, line: Line, cls: ReminderClass): Time {
  const { now } = draft.world
  return anyHour(draft, cls) ? { due: now, note: 'at any hour' } : allowedAt(draft, line, now)
}

/** The same from `at` on, for a message that keeps rest hours. */
export function allowedAt(draft: Draft, line: Line, at: Instant): Time {
  const { policy } = draft.world.rulebook
  const zone = zoneOf(draft, line)
  const rest = closedHours(policy)
  const active = line.preferences.activeHours
  const kept = nextAllowed(at, rest, zone)
  const liked = active === null ? null : nextActive({ at: kept, rest, active, zone })
  const due = liked ?? kept
  if (due === at) return { due, note: 'now' }
  // A burst is spread no further than the hours in which it may leave, else it would be put off day after day.
  const ends = [nextRestStart(due, rest, zone)]
  if (active !== null && liked !== null)
    ends.push(nextRestStart(due, { from: active.to, to: active.from }, zone))
  const room = Math.min(policy.spreadMs, ...ends.map(end => (end === null ? Infinity : end - due)))
  return { due: spread(draft.world.chance('spread'), due, room), note: 'held by rest hours' }
}

/** Rest hours with the last minutes before them, in which what is handed over could arrive within them (G5). */
function closedHours({ rest, lastHandOverMs }: Policy): RestHours {
  const [from, to] = [clockMinutes(rest.from), clockMinutes(rest.to)]
  if (from === to) return rest
  const open = (from - to + dayMinutes) % dayMinutes
  const early = Math.min(Math.ceil(lastHandOverMs / 60_000), open - 1)
  return { from: clockText((from - early + dayMinutes) % dayMinutes), to: rest.to }
}

const dayMinutes = 1440
const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** When the customer's next rest hours begin. */
export const restBegins = (draft: Draft, line: Line, at: Instant): Instant | null =>
  nextRestStart(at, draft.world.rulebook.policy.rest, zoneOf(draft, line))
