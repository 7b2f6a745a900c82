/** Facts as a line for people: the unit in a field's name goes behind its value. */
import { localTime } from './local-time.ts'

const microPerYuan = 1_000_000
const mebi = 1_048_576
const gibi = 1_073_741_824

/** `kind data, used 400.0 MB, balance 9.80 yuan, asOf 2026-11-05 09:30:02`; what is null or empty is left out. */
export const factText = (facts: object): string => fieldsOf(facts, '').join(', ')

function fieldsOf(facts: object, before: string): string[] {
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    const path = `${before}${name}`
    if (typeof value === 'number') return [quantity(path, value)]
    if (typeof value === 'string' || typeof value === 'boolean') return [`${path} ${value}`]
    if (Array.isArray(value)) return value.length === 0 ? [] : [`${path} ${value.join('+')}`]
    return typeof value === 'object' && value !== null ? fieldsOf(value, `${path}.`) : []
  })
}

function quantity(path: string, value: number): string {
  if (path.endsWith('MicroYuan')) return `${path.slice(0, -9)} ${(value / microPerYuan).toFixed(2)} yuan`
  if (path.endsWith('Bytes')) return `${path.slice(0, -5)} ${volume(value)}`
  return `${path} ${isMoment(path, value) ? localTime(value) : value}`
}

const volume = (bytes: number): string =>
  bytes < gibi ? `${(bytes / mebi).toFixed(1)} MB` : `${(bytes / gibi).toFixed(2)} GB`

/** Instants are epoch milliseconds under a name such as `at`, `time`, `balanceAsOf`. */
const isMoment = (path: string, value: number): boolean =>
  /(^|\.)(at|time)$|(At|AsOf|From|Until)$/.test(path) && value > 1_000_000_000_000
