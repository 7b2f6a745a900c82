/** Times of day, written `HH:MM` and held as minutes since midnight. */
import { beijingStartOfDay, isBeijingFixed } from './beijing.ts'
import { instantOf, localOf, type Instant } from './zone.ts'

/** Minutes since midnight, 0 to 1,439. */
export type ClockMinutes = number

/** Reads `HH:MM`, 00:00 to 23:59; null for anything else (24:00 too: midnight is 00:00). By hand: rest hours are hot. */
export function parseClock(text: string): ClockMinutes | null {
  if (text.length !== 5 || text[2] !== ':') return null
  const hour = twoDigits(text, 0)
  const minute = twoDigits(text, 3)
  return hour > 23 || minute > 59 ? null : hour * 60 + minute
}

/** As `parseClock`, for texts that were checked before; throws RangeError otherwise. */
export function clockMinutes(text: string): ClockMinutes {
  const minutes = parseClock(text)
  if (minutes === null) throw new RangeError(`not a time of day of the form HH:MM: ${text}`)
  return minutes
}

/** Local minute of the day of an instant; seconds are dropped. */
export function minuteOfDay(at: Instant, zone: string): ClockMinutes {
  if (isBeijingFixed(at, zone)) return Math.floor((at - beijingStartOfDay(at)) / 60_000)
  const { hour, minute } = localOf(at, zone)
  return hour * 60 + minute
}

/** The instant of a time of day on the local day that holds `at`. */
export function atClock(at: Instant, clock: ClockMinutes, zone: string): Instant {
  if (isBeijingFixed(at, zone)) return beijingStartOfDay(at) + clock * 60_000
  const { year, month, day } = localOf(at, zone)
  return instantOf({ year, month, day, hour: Math.floor(clock / 60), minute: clock % 60 }, zone)
}

/** The first instant not before `at` at which the local clock shows this time. */
export function nextClock(at: Instant, clock: ClockMinutes, zone: string): Instant {
  const today = atClock(at, clock, zone)
  if (today >= at) return today
  const { year, month, day } = localOf(at, zone)
  // 24 h after noon is tomorrow on any calendar
  const noonTomorrow = instantOf({ year, month, day, hour: 12 }, zone) + 86_400_000
  return atClock(noonTomorrow, clock, zone)
}

/** The number that two digits make; 100 when they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100
}
