/** RFC 3339 date-times with an offset → epoch milliseconds. */
import type { Instant } from '../core/units.ts'

const form =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Null when the text is no such date-time, has no offset, or names a day that does not exist: `Date.parse`
 * alone would roll 30 February over to March. Fractions are cut to milliseconds; leap seconds are refused.
 */
export function parseTime(text: string): Instant | null {
  if (!form.test(text)) return null
  if (text.charCodeAt(8) >= 50 && !isRealDay(text)) return null
  return Date.parse(text)
}

function isRealDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2 && day === 29) return isLeap
  return day <= monthLengths[month - 1]!
}
