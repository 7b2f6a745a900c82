/** Moments as people in China read them: Beijing time, no summer time. */
import type { Instant } from '../core/units.ts'

const beijingMs = 8 * 3_600_000

/** `2026-11-05 09:30:02`. */
export const localTime = (at: Instant): string =>
  new Date(at + beijingMs).toISOString().slice(0, 19).replace('T', ' ')

/** `2026-11-05`. */
export const localDay = (at: Instant): string => localTime(at).slice(0, 10)

/** A text with the moments in it (RFC 3339 in UTC, as decisions write them) in local time. */
export const withLocalTimes = (text: string): string =>
  text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, moment => localTime(Date.parse(moment)))
