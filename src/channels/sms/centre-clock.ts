/**
 * A centre's clock. Its receipts carry its local time to the minute, without a zone: what that means is a
 * setting (zone and skew), and a setting may be wrong. So a receipt's date is held against its arrival:
 *
 * - A message was concluded within the minute that the date names, and before the receipt arrived: the latest
 *   moment that is both is taken, so that a delay is never made shorter than it was.
 * - A date after the arrival is a clock that is ahead: the arrival counts.
 * - Most receipts come within seconds. If even the quickest of the last ones seems old, the clock is behind
 *   or the zone is wrong: the arrival counts.
 *
 * The gap between the two is shown. When the last receipts say that it cannot be, `onVerdict` is told, and again when
 * it is mended:
 *
 *     unknown ──► agrees ◄──► behind: even the quickest of the last receipts came too late for its date
 *        │           ▲──────► ahead:  most of them came before their date
 *        └──────────────────►
 *
 * One odd date makes no verdict: `behind` needs all of the last receipts, `ahead` more than half of them.
 */
import type { CivilTime } from '../../../packages/smpp/src/index.ts'
import { instantOf, localOf } from '../../core/calendar/zone.ts'
import type { Instant } from '../../core/units.ts'
import type { ReceiptClock } from '../channel.ts'

const minuteMs = 60_000
/** A gap up to this is a clock that need not agree with ours to the second. */
const toleranceMs = 2 * minuteMs
const recentMax = 50
/** Fewer receipts than these may all have been slow. */
const judgedFrom = 10

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
  readonly #onVerdict: (clock: ReceiptClock) => void
  /** From the date of each of the last receipts to its arrival. */
  readonly #gaps: number[] = []
  #receipts = 0
  #verdict: ReceiptClock['verdict'] = 'unknown'

  constructor(zone: string, skewMs: number, onVerdict: (clock: ReceiptClock) => void = () => undefined) {
    this.#zone = zone
    this.#skewMs = skewMs
    this.#onVerdict = onVerdict
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
    this.#note(arrival - until)
    return from > arrival || this.#leastGap()! > toleranceMs ? arrival : Math.min(arrival, until)
  }

  /** To be shown. */
  shown(): ReceiptClock {
    return {
      zone: this.#zone,
      skewMs: this.#skewMs,
      receipts: this.#receipts,
      gapMs: this.#middleGap(),
      verdict: this.#verdict,
    }
  }

  #note(gap: number): void {
    this.#receipts += 1
    this.#gaps.push(gap)
    if (this.#gaps.length > recentMax) this.#gaps.shift()
    const before = this.#verdict
    this.#verdict = this.#judged()
    const isNews = this.#verdict !== before && !(before === 'unknown' && this.#verdict === 'agrees')
    if (isNews) this.#onVerdict(this.shown())
  }

  #judged(): ReceiptClock['verdict'] {
    if (this.#gaps.length < judgedFrom) return 'unknown'
    if (this.#leastGap()! > toleranceMs) return 'behind'
    return this.#middleGap()! < -minuteMs - toleranceMs ? 'ahead' : 'agrees'
  }

  #leastGap(): number | null {
    return this.#gaps.length === 0 ? null : Math.min(...this.#gaps)
  }

  #middleGap(): number | null {
    return this.#gaps.toSorted((a, b) => a - b)[Math.floor(this.#gaps.length / 2)] ?? null
  }
}
