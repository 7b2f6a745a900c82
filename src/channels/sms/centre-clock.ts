/**
 * A centre's clock. Its receipts carry its local time to the minute, without a zone: what that means is a
 * setting (zone and skew), and a setting may be wrong. So a receipt's date is held against its arrival:
 *
 * - A message was concluded within the minute that the date names, and before the receipt arrived: the latest
 *   moment that is both is taken, so that a delay is never made shorter than it was.
 * - A date after the arrival is a clock that is ahead: the arrival counts.
 * - Most receipts come within seconds. If even the quickest of the last ones seems old, the clock is behind
 *   or the zone is wrong: the arrival counts.
 */
import type { CivilTime } from '../../../packages/smpp/src/index.ts'
import { instantOf, localOf } from '../../core/calendar/zone.ts'
import type { Instant } from '../../core/units.ts'

const minuteMs = 60_000
/** A gap up to this is a clock that need not agree with ours to the second. */
const toleranceMs = 2 * minuteMs
const recentMax = 50

/** East of UTC, at that moment. */
export function offsetMinutes(at: Instant, zone: string): number {
  const { year, month, day, hour, minute } = localOf(at, zone)
  return Math.round(
    (Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / minuteMs) * minuteMs) / minuteMs,
  )
}

export class CentreClock {
  readonly #zone: string
  readonly #skewMs: number
  /** From the date of each of the last receipts to its arrival. */
  readonly #gaps: number[] = []

  constructor(zone: string, skewMs: number) {
    this.#zone = zone
    this.#skewMs = skewMs
  }

  /** The instant at which this clock showed that. */
  instant(civil: CivilTime): Instant {
    return instantOf(civil, this.#zone) - this.#skewMs
  }

  /** When a message was concluded, of which word has arrived now. */
  concluded(done: CivilTime | null, arrival: Instant): Instant {
    if (done === null) return arrival
    const from = this.instant(done)
    const until = from + (done.second === 0 ? minuteMs : 1_000) - 1
    this.#gaps.push(arrival - until)
    if (this.#gaps.length > recentMax) this.#gaps.shift()
    return from > arrival || this.gapMs! > toleranceMs ? arrival : Math.min(arrival, until)
  }

  /**
   * How far its receipts lag behind its clock at the least: about 0 when zone and skew are right; null before
   * the first. To be shown.
   */
  get gapMs(): number | null {
    return this.#gaps.length === 0 ? null : Math.min(...this.#gaps)
  }
}
