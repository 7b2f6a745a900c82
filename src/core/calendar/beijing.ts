/**
 * Beijing time by arithmetic. Since the last summer time ended in 1991, Asia/Shanghai has stood at +08:00, so a local time
 * is division and remainder; Temporal does the same in about 8 µs, this in 45 ns, and metering asks at every event.
 * The property test in zone.test.ts holds the two against each other.
 */

import type { Instant } from '../units.ts'

export type { Instant } from '../units.ts'

/** A local date and time of day; `weekday` is 1 (Monday) to 7 (Sunday). */
export type Local = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly weekday: number
}

export const dayMs = 86_400_000
const offsetMs = 28_800_000
const daysPerEra = 146_097

/** 1992-01-01T00:00+08:00; before it summer time (1986–1991) and local mean time (until 1900) need the tz tables. */
export const beijingFixedSince: Instant = daysOfDate(1992, 1, 1) * dayMs - offsetMs

/** Whether the arithmetic below holds for this zone and instant. */
export function isBeijingFixed(at: Instant, zone: string): boolean {
  return zone === 'Asia/Shanghai' && at >= beijingFixedSince
}

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar. The year begins in March, so the leap day comes last. */
export function daysOfDate(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - 719_468
}

/** Local date and time in Beijing; only valid where `isBeijingFixed`. */
export function beijingLocal(at: Instant): Local {
  const seconds = Math.floor((at + offsetMs) / 1000)
  const days = Math.floor(seconds / 86_400)
  const inDay = seconds - days * 86_400
  const shifted = days + 719_468
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
    hour: Math.floor(inDay / 3600),
    minute: Math.floor(inDay / 60) % 60,
    second: inDay % 60,
    weekday: ((days + 3) % 7) + 1,
  }
}

/** Instant of a local date and time in Beijing (second precision); only valid from 1992 on. */
export function beijingInstant(days: number, secondOfDay: number): Instant {
  return days * dayMs + secondOfDay * 1000 - offsetMs
}

/** Start of the Beijing day that holds `at`; only valid where `isBeijingFixed`. */
export function beijingStartOfDay(at: Instant): Instant {
  return Math.floor((at + offsetMs) / dayMs) * dayMs - offsetMs
}
