/**
 * Brings the account to the event's time, never beyond `now`: whatever ended meanwhile is closed, from the
 * state alone, so it does not matter whether a timer woke the account for it or not.
 */
import { type Draft, factTime, setHot } from '../draft.ts'
import type { Hot } from './account.ts'

/** Ended counters stay for late reports and their questions for so long. */
const keepEndedMs = 3 * 86_400_000
const keepDaysMs = 2 * 86_400_000

export function advance(draft: Draft): void {
  const to = factTime(draft)
  if (to <= draft.hot.time) return
  const { meters, told, days } = draft.hot
  const part: { -readonly [K in keyof Hot]?: Hot[K] } = { time: to }
  if (meters.some(meter => meter.until + keepEndedMs <= to)) {
    part.meters = meters.filter(meter => meter.until + keepEndedMs > to)
  }
  if (told.some(mark => mark.until <= to)) part.told = told.filter(mark => mark.until > to)
  if (days.some(day => Date.parse(day.day) + keepDaysMs <= to)) {
    part.days = days.filter(day => Date.parse(day.day) + keepDaysMs > to)
  }
  setHot(draft, part)
}
