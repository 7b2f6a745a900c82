/**
 * SMPP's times (§7.1.1): `YYMMDDhhmmsstnnp`. With p = + or − it is a local time and its distance from UTC in
 * quarters of an hour, t tenths of a second; with p = R the span from now on.
 */
import { must } from '../codec/fields.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const two = (n: number) => String(n).padStart(2, '0')

/** `offsetMinutes` east of UTC, in quarters of an hour, e.g. 480 for Shanghai. */
export function formatTime(at: number, offsetMinutes = 0): string {
  must(offsetMinutes % 15 === 0 && Math.abs(offsetMinutes) <= 12 * 60, `offset of ${offsetMinutes} minutes`)
  const local = new Date(at + offsetMinutes * minuteMs)
  const date = two(local.getUTCFullYear() % 100) + two(local.getUTCMonth() + 1) + two(local.getUTCDate())
  const clock = two(local.getUTCHours()) + two(local.getUTCMinutes()) + two(local.getUTCSeconds())
  const tenths = Math.floor(local.getUTCMilliseconds() / 100)
  const sign = offsetMinutes < 0 ? '-' : '+'
  return `${date}${clock}${tenths}${two(Math.abs(offsetMinutes) / 15)}${sign}`
}

/** A span, cut to whole seconds; at most 99 days. */
export function formatSpan(spanMs: number): string {
  must(spanMs >= 0 && spanMs < 100 * dayMs, `a span of ${spanMs} ms, allowed: 0 to 99 days`)
  const days = Math.floor(spanMs / dayMs)
  const rest = new Date(spanMs % dayMs)
  const clock = two(rest.getUTCHours()) + two(rest.getUTCMinutes()) + two(rest.getUTCSeconds())
  return `0000${two(days)}${clock}000R`
}

/** A date and time as somebody's clock showed it; years 00–37 are of this century, 38–99 of the last. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** `YYMMDDhhmm`, `YYMMDDhhmmss` or `YYYYMMDDhhmmss`; null when it is no date. */
export function parseCivil(text: string): CivilTime | null {
  const found = /^(\d\d|20\d\d(?=\d{10}$))(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/.exec(text)
  if (!found) return null
  const [year, month, day, hour, minute, second] = found.slice(1).map(n => Number(n ?? 0))
  const date = { year: fullYear(year!), month: month!, day: day! }
  const civil = { ...date, hour: hour!, minute: minute!, second: second! }
  return isDate(civil) ? civil : null
}

function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 38 ? 2000 + year : 1900 + year
}

function isDate(civil: CivilTime): boolean {
  const back = new Date(utcOf(civil))
  const same = back.getUTCMonth() + 1 === civil.month && back.getUTCDate() === civil.day
  return same && civil.hour < 24 && civil.minute < 60 && civil.second < 60
}

const utcOf = ({ year, month, day, hour, minute, second }: CivilTime) =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/** The instant at which a clock `offsetMinutes` east of UTC showed this. */
export const instantOf = (civil: CivilTime, offsetMinutes: number): number =>
  utcOf(civil) - offsetMinutes * minuteMs

/** Epoch ms, given the present moment for spans; null for an empty or malformed time. */
export function parseTime(text: string, now: number): number | null {
  const found = /^(\d{12})(\d)(\d\d)([+\-R])$/.exec(text)
  if (!found) return null
  const [, digits, tenths, quarters, sign] = found
  if (sign === 'R') return spanEnd(digits!, now)
  const civil = parseCivil(digits!)
  const offset = Number(quarters) * 15 * (sign === '-' ? -1 : 1)
  return civil && instantOf(civil, offset) + Number(tenths) * 100
}

function spanEnd(digits: string, now: number): number {
  const [years, months, days, hours, minutes, seconds] = (digits.match(/\d\d/g) ?? []).map(Number)
  const from = new Date(now)
  const month = from.getUTCMonth() + months!
  const dayOfMonth = Math.min(from.getUTCDate(), daysIn(from.getUTCFullYear() + years!, month))
  const date = Date.UTC(from.getUTCFullYear() + years!, month, dayOfMonth)
  const clock = now - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate())
  return date + clock + days! * dayMs + ((hours! * 60 + minutes!) * 60 + seconds!) * 1_000
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
