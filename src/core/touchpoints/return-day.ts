/**
 * On which day of the month a monthly return comes: by the last digit of the number two days, the first of them
 * 7 + 2 × digit (TP5-03). Customers found the formula hard (TP5-07): one day is told. Which, BOSS says where it can; else one
 * is chosen here; the second is the retry (CO-16).
 */
import { addMonths } from '../calendar/months.ts'
import { dayOf, daysInMonth, instantOf, localOf } from '../calendar/zone.ts'
import { fraction } from '../fraction.ts'

/** The two possible days for a last digit: 0 → 7 and 8, 9 → 25 and 26. */
export const returnDays = (digit: number): readonly [first: number, second: number] => [
  7 + 2 * digit,
  8 + 2 * digit,
]

/** What a fact says of the day, and the line's own name: `A1/L1`. */
interface Said {
  readonly returnDay?: number | undefined
  readonly lastDigit?: number | undefined
  readonly who: string
}

/** The day told to this customer, always the same; null where neither it nor the digit is known. */
export function returnDayOf({ returnDay, lastDigit, who }: Said): number | null {
  if (returnDay !== undefined) return returnDay
  return lastDigit === undefined ? null : returnDays(lastDigit)[fraction(who) < 0.5 ? 0 : 1]
}

/** The first return on or after a day, `YYYY-MM-DD`; a month that lacks the day pays on its last. */
export function nextReturn(from: string, day: number, zone: string): string {
  const [year = 1970, month = 1, date = 1] = from.split('-').map(Number)
  const here = clipped(year, month, day)
  if (here >= date) return dayOf(instantOf({ year, month, day: here }, zone), zone)
  const next = localOf(addMonths(instantOf({ year, month, day: 1 }, zone), 1, zone), zone)
  return dayOf(instantOf({ ...next, day: clipped(next.year, next.month, day) }, zone), zone)
}

const clipped = (year: number, month: number, day: number): number => Math.min(day, daysInMonth(year, month))
