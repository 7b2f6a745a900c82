/**
 * Rest hours: the part of the day in which nothing that can wait reaches a customer (NF-04), read on the customer's local
 * clock. A window runs from `from` (inclusive) to `to` (exclusive), across midnight when `to` is the earlier time;
 * `from` equal to `to` means that there are no rest hours.
 */
import { clockMinutes, minuteOfDay, nextClock } from './clock-time.ts'
import type { Instant } from './zone.ts'

/** Both ends as `HH:MM` on the local clock, such as 21:00 to 08:00. */
export type RestHours = { readonly from: string; readonly to: string }

/** The hours in which a customer wishes to be told; `from` equal to `to` means the whole day. */
export type ActiveHours = { readonly from: string; readonly to: string }

/** The rest hours that hold unless policy says otherwise (NF-04). */
export const defaultRestHours: RestHours = { from: '21:00', to: '08:00' }

/** Two daily windows meet within two days or never; each round moves past one of them. */
const roundsMax = 6

/** Whether the local clock stands within rest hours. */
export function isRest(at: Instant, hours: RestHours, zone: string): boolean {
  const from = clockMinutes(hours.from)
  const to = clockMinutes(hours.to)
  const minute = minuteOfDay(at, zone)
  if (from <= to) return minute >= from && minute < to
  return minute >= from || minute < to
}

/** The first instant not before `at` outside rest hours: `at` itself by day, else their end (NF-04, CO-05, CO-15). */
export function nextAllowed(at: Instant, hours: RestHours, zone: string): Instant {
  return isRest(at, hours, zone) ? nextClock(at, clockMinutes(hours.to), zone) : at
}

/**
 * The first instant not before `at` within rest hours: `at` itself during them, else their next start; null where there are
 * none. An attempt must not outlive it (design G5).
 */
export function nextRestStart(at: Instant, hours: RestHours, zone: string): Instant | null {
  const from = clockMinutes(hours.from)
  if (from === clockMinutes(hours.to)) return null
  return isRest(at, hours, zone) ? at : nextClock(at, from, zone)
}

/**
 * The first instant not before `at` that is both outside rest hours and within the customer's active hours (NF-17); null
 * when the two never meet, and the caller then has to fall back on rest hours alone.
 */
export function nextActive(ask: {
  readonly at: Instant
  readonly rest: RestHours
  readonly active: ActiveHours
  readonly zone: string
}): Instant | null {
  const idle: RestHours = { from: ask.active.to, to: ask.active.from }
  let at = ask.at
  for (let round = 0; round < roundsMax; round += 1) {
    const next = nextAllowed(nextAllowed(at, ask.rest, ask.zone), idle, ask.zone)
    if (next === at) return at
    at = next
  }
  return null
}
