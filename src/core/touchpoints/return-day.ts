/**
 * On which day of the month a monthly return comes: by the last digit of the number two days, the first of them
 * 7 + 2 × digit (TP5-03). Customers found the formula hard (TP5-07): one day is chosen and told; the second is the retry (CO-16).
 */
import { addMonths } from '../calendar/months.ts'
import { dayOf, instantOf } from '../calendar/zone.ts'
import { fraction } from '../fraction.ts'

/** The two possible days for a last digit: 0 → 7 and 8, 9 → 25 and 26. */
export const returnDays = (digit: number): readonly [first: number, second: number] => [
  7 + 2 * digit,
  8 + 2 * digit,
]

/** The day told to this customer, always the same; null where the digit is not known. */
export function returnDayOf(digit: number | undefined, who: string): number | null {
  return digit === undefined ? null : returnDays(digit)[fraction(who) < 0.5 ? 0 : 1]
}

/** The first return on or after a day, `YYYY-MM-DD`. */
export function nextReturn(from: string, day: number, zone: string): string {
  const [year = 1970, month = 1, date = 1] = from.split('-').map(Number)
  const here = instantOf({ year, month, day }, zone)
  return dayOf(day >= date ? here : addMonths(here, 1, zone), zone)
}
