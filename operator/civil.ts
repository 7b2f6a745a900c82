/**
 * The wall clock and calendar by which the operator's customers live. Local days are numbered from
 * 1970-01-01 = 0; the operator does not know the core's calendar, as a real one would not.
 */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../src/core/units.ts'

export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export interface CivilDay {
  readonly number: number
  readonly start: Instant
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly dayOfMonth: number
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  /** First and last day of its month. */
  readonly monthStart: string
  readonly monthEnd: string
}

export interface Civil {
  readonly zone: string
  day(number: number): CivilDay
  dayAt(at: Instant): CivilDay
  /** RFC 3339 with the local offset and milliseconds. */
  stamp(at: Instant): string
}

const rememberedMax = 8192

/** Remembers answers, up to a limit, after which it starts afresh. */
function remembered<T>(answer: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return key => {
    const hit = known.get(key)
    if (hit !== undefined) return hit
    if (known.size >= rememberedMax) known.clear()
    const found = answer(key)
    known.set(key, found)
    return found
  }
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const three = (n: number): string => (n < 10 ? `00${n}` : n < 100 ? `0${n}` : `${n}`)

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / minuteMs
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

export function createCivil(zone: string): Civil {
  /** Offset from UTC in ms, by hour of UTC. */
  const offset = remembered(
    hour =>
      Temporal.Instant.fromEpochMilliseconds(hour * hourMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6,
  )
  const offsetAt = (at: Instant): number => offset(Math.floor(at / hourMs))
  const day = remembered((number): CivilDay => {
    const date = Temporal.PlainDate.from('1970-01-01').add({ days: number })
    return {
      number,
      start: date.toZonedDateTime(zone).epochMilliseconds,
      date: date.toString(),
      month: date.toPlainYearMonth().toString(),
      dayOfMonth: date.day,
      weekday: date.dayOfWeek,
      monthStart: date.with({ day: 1 }).toString(),
      monthEnd: date.with({ day: date.daysInMonth }).toString(),
    }
  })
  const dayAt = (at: Instant): CivilDay => day(Math.floor((at + offsetAt(at)) / dayMs))
  return {
    zone,
    day,
    dayAt,
    stamp(at) {
      const offsetMs = offsetAt(at)
      const ms = (((at + offsetMs) % dayMs) + dayMs) % dayMs
      const hours = two(Math.floor(ms / hourMs))
      const minutes = two(Math.floor(ms / minuteMs) % 60)
      const seconds = two(Math.floor(ms / secondMs) % 60)
      return `${dayAt(at).date}T${hours}:${minutes}:${seconds}.${three(ms % secondMs)}${offsetText(offsetMs)}`
    },
  }
}

/** Number of the first day of the next month. */
export const nextMonthStart = (day: CivilDay): number =>
  day.number - day.dayOfMonth + 1 + Number(day.monthEnd.slice(8))

/** `YYYY-MM` so many months before or after. */
export function shiftMonth(month: string, count: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString()
}

/** First and one-past-last instant of a calendar month, `YYYY-MM`. */
export function monthSpan(month: string, zone: string): { readonly from: Instant; readonly until: Instant } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  return {
    from: first.toZonedDateTime(zone).epochMilliseconds,
    until: first.add({ months: 1 }).toZonedDateTime(zone).epochMilliseconds,
  }
}
