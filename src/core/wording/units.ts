/**
 * What a variable of a template stands for, and the filters that may print it. A number without its unit, or an instant
 * without its form, never reaches a customer: a unit whose list does not hold null must be printed through a filter.
 */
import type { FilterName } from './filters.ts'

/**
 * - `text`: words to print as they are (a name from the catalogue, a place)
 * - `code`: a command code, dynamic code or password, printed as it is
 * - `link`: a web address or a hotline, printed as it is
 * - `money`: micro-yuan · `bytes`: bytes · `seconds`: seconds of calls or of validity · `count`: how many · `percent`: 0–…
 * - `instant`: epoch milliseconds · `day`: `YYYY-MM-DD` · `month`: `YYYY-MM`
 * - `phone`: the number of a person
 * - `flag`: true or false, for conditions only
 */
export type Unit =
  | 'text'
  | 'code'
  | 'link'
  | 'money'
  | 'bytes'
  | 'seconds'
  | 'count'
  | 'percent'
  | 'instant'
  | 'day'
  | 'month'
  | 'phone'
  | 'flag'

/** Filters that fit each unit; null stands for printing without one. */
export const filtersOfUnit: Readonly<Record<Unit, readonly (FilterName | null)[]>> = {
  text: [null],
  code: [null],
  link: [null],
  money: ['money', 'money_short'],
  bytes: ['bytes'],
  seconds: ['minutes'],
  count: ['count'],
  percent: ['percent'],
  instant: ['date', 'last_day', 'date_time', 'time', 'month'],
  day: ['date'],
  month: ['month'],
  phone: ['masked'],
  flag: [],
}
