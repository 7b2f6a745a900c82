/** When a message may leave: rest hours, the customer's own hours, the morning's burst spread (NF-04, NF-14). */
import type { Line } from '../account/account.ts'
import { nextActive, nextAllowed, nextRestStart } from '../calendar/rest-hours.ts'
import { spread } from '../calendar/spread.ts'
import type { Draft } from '../draft.ts'
import type { ReminderClass } from '../reminder.ts'
import { placeOf } from '../rule/catalogue.ts'
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

/** The first moment from now on at which it may be handed over. */
export function allowedNow(draft: Draft, line: Line, cls: ReminderClass): Time {
  const { now } = draft.world
  return anyHour(draft, cls) ? { due: now, note: 'at any hour' } : allowedAt(draft, line, now)
}

/** The same from `at` on, for a message that keeps rest hours. */
export function allowedAt(draft: Draft, line: Line, at: Instant): Time {
  const { rest, spreadMs } = draft.world.rulebook.policy
  const zone = zoneOf(draft, line)
  const active = line.preferences.activeHours
  const free = restsSoon(draft, line, at) ?? at
  const kept = nextAllowed(free, rest, zone)
  const due = active === null ? kept : (nextActive({ at: kept, rest, active, zone }) ?? kept)
  if (due === at) return { due, note: 'now' }
  return { due: spread(draft.world.chance('spread'), due, spreadMs), note: 'held by rest hours' }
}

/** Rest begins so soon that the message could arrive within it: when it begins, else null (G5). */
function restsSoon(draft: Draft, line: Line, at: Instant): Instant | null {
  const begins = restBegins(draft, line, at)
  return begins !== null && begins - at <= draft.world.rulebook.policy.lastHandOverMs ? begins : null
}

/** When the customer's next rest hours begin. */
export const restBegins = (draft: Draft, line: Line, at: Instant): Instant | null =>
  nextRestStart(at, draft.world.rulebook.policy.rest, zoneOf(draft, line))
