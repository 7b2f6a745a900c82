/**
 * Dates and times as customers read them. An instant outside the years 2000 to 2098 is refused: it is seconds taken for
 * milliseconds, a zero, or the "never" of another system (9999-12-31, 2099-12-31), and none of them is a date to tell (NF-10).
 */
import { isMonth } from '../calendar/months.ts'
import { daysInMonth, localOf } from '../calendar/zone.ts'
import { refused, type Filter, type FilterSetting } from './filter.ts'

const yearMin = 2000
const yearMax = 2098
const monthsShort = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const monthsLong =
  'January February March April May June July August September October November December'.split(' ')

type Day = { readonly year: number; readonly month: number; readonly day: number }
type Minute = Day & { readonly hour: number; readonly minute: number }

/** An instant or a day `YYYY-MM-DD`: `11月29日`, `29 Nov`; with the year when it is not this year: `2027年1月3日`, `3 Jan 2027`. */
export const date: Filter = (value, setting) => {
  const day = typeof value === 'string' ? dayOfText(value) : minuteOf(value, setting)
  return day === null ? refused('not a date') : dayWords(day, setting)
}

/** The last day before an instant at which something ends: an offer that ends at 00:00 on 1 December can be used to `11月30日`. */
export const lastDay: Filter = (value, setting) => {
  const day = typeof value === 'number' ? minuteOf(value - 1, setting) : null
  return day === null ? refused('not an instant') : dayWords(day, setting)
}

/** An instant to the minute: `11月29日15:04`, `15:04 on 29 Nov`; with the year as for `date`. */
export const dateTime: Filter = (value, setting) => {
  const at = minuteOf(value, setting)
  if (at === null) return refused('not an instant')
  const day = dayWords(at, setting)
  return setting.locale === 'en' ? `${clockWords(at)} on ${day}` : `${day}${clockWords(at)}`
}

/** The time of day of an instant: `15:04`. */
export const time: Filter = (value, setting) => {
  const at = minuteOf(value, setting)
  return at === null ? refused('not an instant') : clockWords(at)
}

/** A month `YYYY-MM`, or that of an instant: `11月`, `November`; with the year when it is not this year: `2027年1月`, `January 2027`. */
export const month: Filter = (value, setting) => {
  const named =
    typeof value === 'string' && isMonth(value) ? plausible(monthOfText(value)) : minuteOf(value, setting)
  return named === null ? refused('not a month') : monthWords(named, setting)
}

function dayWords({ year, month, day }: Day, setting: FilterSetting): string {
  const isThisYear = year === yearOfNow(setting)
  if (setting.locale === 'en') return `${day} ${monthsShort[month - 1]}${isThisYear ? '' : ` ${year}`}`
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日`
}

function monthWords({ year, month }: Day, setting: FilterSetting): string {
  const isThisYear = year === yearOfNow(setting)
  if (setting.locale === 'en') return `${monthsLong[month - 1]}${isThisYear ? '' : ` ${year}`}`
  return `${isThisYear ? '' : `${year}年`}${month}月`
}

function clockWords({ hour, minute }: Minute): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function yearOfNow({ now, zone }: FilterSetting): number {
  return localOf(now, zone).year
}

function minuteOf(value: unknown, { zone }: FilterSetting): Minute | null {
  const isInstant = typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 8.64e15
  return isInstant ? plausible(localOf(value, zone)) : null
}

function dayOfText(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isReal ? plausible({ year, month, day }) : null
}

function monthOfText(text: string): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5)), day: 1 }
}

function plausible<T extends Day>(day: T): T | null {
  return day.year >= yearMin && day.year <= yearMax ? day : null
}
