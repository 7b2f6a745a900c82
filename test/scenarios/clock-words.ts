/** Moments as stories write and read them: Beijing's wall clock. */
import type { Instant } from '../../src/core/units.ts'

const beijingMs = 8 * 3_600_000

/** `2012-11-05 10:00` or `2012-11-05 10:00:30` in Beijing. */
export function at(text: string): Instant {
  const instant = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  if (Number.isNaN(instant)) throw new Error(`not a moment: ${text}`)
  return instant
}

/** `11-05 10:00`, with seconds only when there are some. */
export function clock(instant: Instant): string {
  const text = new Date(instant + beijingMs).toISOString().slice(5, 19).replace('T', ' ')
  return text.endsWith(':00') ? text.slice(0, -3) : text
}

/** Milliseconds since midnight on a clock so many hours ahead of UTC. */
export function timeOfDay(instant: Instant, aheadOfUtc: number): number {
  return (instant + aheadOfUtc * 3_600_000) % 86_400_000
}
