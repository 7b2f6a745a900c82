/** The model's own calendar: zones are fixed shifts, a day has 1,440 minutes, and that is all. */
import type { Moment } from '../chronicle.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const shifts: Readonly<Record<string, number>> = { '460': 8, '520': 7, '440': 9, '424': 4 }

/** Hours east of Greenwich where a customer is; a place that is not in the catalogue counts as home. */
export const shiftAt = (mcc: string): number => shifts[mcc] ?? 8

export const minuteOfDay = (at: Moment, shift: number): number =>
  Math.floor(((at + shift * hour) % day) / minute)

export const dayText = (at: Moment, shift = 8): string =>
  new Date(at + shift * hour).toISOString().slice(0, 10)

/** When a local day in Beijing begins. */
export const startOf = (text: string): Moment => Date.parse(`${text}T00:00:00+08:00`)

export const clock = (at: Moment): string =>
  Number.isFinite(at) ? new Date(at + 8 * hour).toISOString().slice(5, 19).replace('T', ' ') : String(at)

const restFrom = 21 * 60
const restTo = 8 * 60
/** Nothing that can wait is handed over so shortly before rest. */
const lastMinutes = 15

export interface Hours {
  readonly from: string
  readonly to: string
}

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

function isWithin(now: number, { from, to }: Hours): boolean {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  return begin <= end ? now >= begin && now < end : now >= begin || now < end
}

const isDaytime = (now: number): boolean => now >= restTo && now < restFrom - lastMinutes

/** Each minute of the day, tried one by one: may a message that can wait be handed over then? */
export function allowedMinutes(active: Hours | null): readonly boolean[] {
  const all = Array.from({ length: 1440 }, (_, now) => isDaytime(now))
  if (active === null || active.from === active.to) return all
  const liked = all.map((open, now) => open && isWithin(now, active))
  return liked.includes(true) ? liked : all
}

/** The first allowed moment from `at` on. */
export function firstAllowed(at: Moment, minutes: readonly boolean[], shift: number): Moment {
  if (minutes[minuteOfDay(at, shift)] === true) return at
  let next = Math.floor(at / minute) * minute
  do next += minute
  while (minutes[minuteOfDay(next, shift)] !== true)
  return next
}

/** When the rest hours after `at` begin. */
export function nextRest(at: Moment, shift: number): Moment {
  const now = minuteOfDay(at, shift)
  const midnight = Math.floor((at + shift * hour) / day) * day - shift * hour
  const today = midnight + restFrom * minute
  return now >= restFrom || now < restTo ? at : today
}
