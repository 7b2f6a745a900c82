/**
 * Instants and local calendars. Calendar questions (month ends, windows, rest hours) are always asked in a named IANA zone,
 * Asia/Shanghai unless the customer is roaming (NF-22). An unknown zone or a date that does not exist is a bug of the
 * caller and throws RangeError: zones come from configuration, which `isZone` checks beforehand.
 *
 * Where clocks are put forward, a local time that is skipped means the same span later; where they are put back, a local
 * time that comes twice means the first (Temporal's "compatible").
 */
import { Temporal } from 'temporal-polyfill'
import {
  beijingInstant,
  beijingLocal,
  beijingStartOfDay,
  dayMs,
  daysOfDate,
  isBeijingFixed,
  type Instant,
  type Local,
} from './beijing.ts'

export type { Instant, Local } from './beijing.ts'

/** A local date, with a time of day that is midnight unless told. */
export type LocalDateTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the runtime's tz tables know this zone. */
export function isZone(zone: string): boolean {
  try {
    zoned(0, zone)
    return true
  } catch {
    return false
  }
}

/** Number of days of a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : monthLengths[month - 1]!
}

/** Local date, time of day (whole seconds) and weekday of an instant. */
export function localOf(at: Instant, zone: string): Local {
  if (isBeijingFixed(at, zone)) return beijingLocal(at)
  const { year, month, day, hour, minute, second, dayOfWeek } = zoned(at, zone)
  return { year, month, day, hour, minute, second, weekday: dayOfWeek }
}

/** The instant at which a zone's clocks show this date and time. */
export function instantOf(local: LocalDateTime, zone: string): Instant {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = local
  if (zone === 'Asia/Shanghai' && year >= 1992 && isReal(local)) {
    return beijingInstant(daysOfDate(year, month, day), hour * 3600 + minute * 60 + second)
  }
  return Temporal.PlainDateTime.from(
    { year, month, day, hour, minute, second },
    { overflow: 'reject' },
  ).toZonedDateTime(zone).epochMilliseconds
}

/** Local calendar day, `YYYY-MM-DD`. */
export function dayOf(at: Instant, zone: string): string {
  const { year, month, day } = localOf(at, zone)
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Local calendar month, `YYYY-MM`. */
export function monthOf(at: Instant, zone: string): string {
  const { year, month } = localOf(at, zone)
  return `${fourDigits(year)}-${twoDigits(month)}`
}

/** First instant of the local day that holds `at`. */
export function startOfDay(at: Instant, zone: string): Instant {
  if (isBeijingFixed(at, zone)) return beijingStartOfDay(at)
  return zoned(at, zone).startOfDay().epochMilliseconds
}

/** First instant of the local day after the one that holds `at`. */
export function startOfNextDay(at: Instant, zone: string): Instant {
  if (isBeijingFixed(at, zone)) return beijingStartOfDay(at) + dayMs
  return startOfDay(addDays(at, 1, zone), zone)
}

/** First instant of the local month that holds `at`. */
export function startOfMonth(at: Instant, zone: string): Instant {
  const { year, month, day } = localOf(at, zone)
  if (isBeijingFixed(at, zone)) return beijingStartOfDay(at) - (day - 1) * dayMs
  return instantOf({ year, month, day: 1 }, zone)
}

/** First instant of the local month after the one that holds `at`. */
export function startOfNextMonth(at: Instant, zone: string): Instant {
  const { year, month, day } = localOf(at, zone)
  if (isBeijingFixed(at, zone)) return beijingStartOfDay(at) + (daysInMonth(year, month) - day + 1) * dayMs
  return instantOf({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 }, zone)
}

/** The same time of day so many calendar days later (or earlier): 24 h each, except where clocks are changed. */
export function addDays(at: Instant, days: number, zone: string): Instant {
  if (isBeijingFixed(at, zone) && isBeijingFixed(at + days * dayMs, zone)) return at + days * dayMs
  return zoned(at, zone).add({ days }).epochMilliseconds
}

function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
}

function isReal({ year, month, day, hour = 0, minute = 0, second = 0 }: LocalDateTime): boolean {
  return (
    isWithin(month, 1, 12) &&
    isWithin(day, 1, daysInMonth(year, month)) &&
    isWithin(hour, 0, 23) &&
    isWithin(minute, 0, 59) &&
    isWithin(second, 0, 59)
  )
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

function fourDigits(value: number): string {
  return value >= 1000 ? String(value) : String(value).padStart(4, '0')
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
