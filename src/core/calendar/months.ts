/**
 * Months, whose lengths differ. CO-14: an end known to the day is counted back by whole months and clipped to the end of a
 * shorter month; an end known to the month only is announced on the first day of the month before.
 */
import { daysInMonth, instantOf, localOf, type Instant } from './zone.ts'

const monthShape = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Whether a text is a calendar month, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return monthShape.test(text)
}

/**
 * The same day and time of day so many months later (negative: earlier); 31 January plus one month is 28 or 29 February
 * (CO-14). Milliseconds are kept.
 */
export function addMonths(at: Instant, months: number, zone: string): Instant {
  const local = localOf(at, zone)
  const { year, month } = monthAfter(local.year, local.month, months)
  const day = Math.min(local.day, daysInMonth(year, month))
  const { hour, minute, second } = local
  const ms = at - Math.floor(at / 1000) * 1000
  return instantOf({ year, month, day, hour, minute, second }, zone) + ms
}

/**
 * Whole months that have passed from one instant to another: the largest `n` with `addMonths(from, n) <= to`, so a month
 * from 31 January is complete on the last day of February. Negative when `to` lies before `from`, then counted towards it.
 */
export function monthsBetween(from: Instant, to: Instant, zone: string): number {
  if (to < from) return -monthsBetween(to, from, zone) || 0
  const a = localOf(from, zone)
  const b = localOf(to, zone)
  const months = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(from, months, zone) <= to ? months : months - 1
}

/** The first instant of a month written `YYYY-MM`; throws RangeError on any other text. */
export function startOfNamedMonth(month: string, zone: string): Instant {
  const parts = monthShape.exec(month)
  if (parts === null) throw new RangeError(`not a month of the form YYYY-MM: ${month}`)
  return instantOf({ year: Number(parts[1]), month: Number(parts[2]), day: 1 }, zone)
}

/** When to announce an end that is known to the month only: the first instant of the month before it (CO-14, TP4-06). */
export function monthPreciseReminder(month: string, zone: string): Instant {
  return addMonths(startOfNamedMonth(month, zone), -1, zone)
}

function monthAfter(year: number, month: number, months: number): { year: number; month: number } {
  const total = year * 12 + (month - 1) + months
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 }
}
