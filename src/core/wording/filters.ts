/**
 * How facts become words. Every filter takes a raw fact and answers with text that carries its unit, or with the reason why
 * there is none: a template must not print a figure that is missing, of the wrong kind or beyond belief (NF-10). Nothing here
 * reads a clock: "this year" is the year of `now` in `zone`.
 */
import { date, dateTime, lastDay, month, time } from './date-filters.ts'
import { refused, wholeNumber, type Filter, type Filtered } from './filter.ts'

const microPerFen = 10_000
const bytesPerMb = 1_048_576
const bytesPerGb = 1_073_741_824

/** Micro-yuan to yuan with two decimals, rounded half up (四舍五入): `9.80元`, `CNY 9.80`, `-3.20元`. */
export const money: Filter = (value, { locale }) => {
  const micro = wholeNumber(value)
  return typeof micro === 'number' ? inYuan(fenOf(micro), locale === 'en', 2) : micro
}

/** As `money`, without decimals when there are no fen: `5元`, `CNY 5`, `0.29元`. A price below half a fen is refused: it is not 0. */
export const moneyShort: Filter = (value, { locale }) => {
  const micro = wholeNumber(value)
  if (typeof micro !== 'number') return micro
  const fen = fenOf(micro)
  if (fen === 0 && micro !== 0) return refused(`${micro} micro-yuan is less than half a fen`)
  return inYuan(fen, locale === 'en', fen % 100 === 0 ? 0 : 2)
}

/**
 * Bytes to MB with at most one decimal below 1 GB, then to GB with at most two: `100MB`, `2.5MB`, `1.25GB`. 1 MB = 1024 KB
 * (TP10-02). What would round to 0 says so: `不到0.1MB`.
 */
export const bytes: Filter = (value, { locale }) => {
  const amount = wholeNumber(value, 0)
  if (typeof amount !== 'number') return amount
  const tenthsOfMb = Math.round((amount / bytesPerMb) * 10)
  if (tenthsOfMb === 0 && amount > 0) return locale === 'en' ? 'under 0.1MB' : '不到0.1MB'
  if (tenthsOfMb < 10_240) return `${tenthsOfMb / 10}MB`
  return `${Math.round((amount / bytesPerGb) * 100) / 100}GB`
}

/** Seconds to whole minutes, rounded down, so that what is left is never told too high: `300分钟`, `1 minute`. */
export const minutes: Filter = (value, { locale }) => {
  const seconds = wholeNumber(value, 0)
  if (typeof seconds !== 'number') return seconds
  const whole = Math.floor(seconds / 60)
  return locale === 'en' ? `${whole} ${whole === 1 ? 'minute' : 'minutes'}` : `${whole}分钟`
}

/**
 * A whole number, with what it counts when that is told: `count: "个月"` gives `11个月`; `count: "month"` gives `1 month`,
 * `11 months`; `count: "reply|replies"` names an irregular plural.
 */
export const count: Filter = (value, { locale }, noun) => {
  const amount = wholeNumber(value, 0)
  if (typeof amount !== 'number') return amount
  if (noun === undefined) return String(amount)
  if (locale === 'zh-CN') return `${amount}${noun}`
  const [one, many = `${one}s`] = noun.split('|')
  return `${amount} ${amount === 1 ? one : many}`
}

/** A percentage given in percent, with at most one decimal: `80%`, `12.5%`. */
export const percent: Filter = value => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return refused('not a percentage')
  return `${Math.round(value * 10) / 10}%`
}

/** A phone number with its middle hidden: `138****1234`; a prefix +86 is dropped, other numbers keep their last four digits. */
export const masked: Filter = value => {
  const digits =
    typeof value === 'string' ? value.replace(/^(\+|00)?86(?=1\d{10}$)/, '').replace(/[\s-]/g, '') : ''
  if (!/^\+?\d{7,15}$/.test(digits)) return refused('not a phone number')
  const shown = digits.length >= 11 ? 3 : 0
  return `${digits.slice(0, shown)}****${digits.slice(-4)}`
}

/** The filters under the names that templates use. */
export const filters = {
  money,
  money_short: moneyShort,
  bytes,
  minutes,
  count,
  percent,
  masked,
  date,
  last_day: lastDay,
  date_time: dateTime,
  time,
  month,
} as const satisfies Readonly<Record<string, Filter>>

export type FilterName = keyof typeof filters

/** Whether a template may use this filter. */
export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(filters, name)
}

/** Micro-yuan to fen, halves away from zero; in whole numbers throughout, so exact at any size. */
function fenOf(micro: number): number {
  const size = Math.abs(micro)
  const rest = size % microPerFen
  const fen = (size - rest) / microPerFen + (rest >= microPerFen / 2 ? 1 : 0)
  return micro < 0 && fen > 0 ? -fen : fen
}

function inYuan(fen: number, isEnglish: boolean, decimals: 0 | 2): Filtered {
  const size = Math.abs(fen)
  const rest = size % 100
  const yuan = `${fen < 0 ? '-' : ''}${(size - rest) / 100}${decimals === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
  return isEnglish ? `CNY ${yuan}` : `${yuan}元`
}
