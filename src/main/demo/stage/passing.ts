/**
 * Time that passes quickly: from one moment at which something falls due to the next, and at each of them all that follows is
 * done before the clock goes on. So a day of two seconds is a day like any other, with its night and its morning.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { SmsCentre } from '../../../../operator/sms-centre.ts'
import type { Instant } from '../../../core/units.ts'
import type { ShiftedClock } from '../../../engine/clock.ts'
import type { Live } from '../../../engine/live.ts'

interface Parts {
  readonly clock: ShiftedClock
  readonly live: Pick<Live, 'nextMoment' | 'isResting' | 'wake'>
  readonly centre: Pick<SmsCentre, 'nextMoment' | 'letOut'>
  /** What BOSS does of itself. */
  readonly affairs: { nextAt(): Instant; carryOut(now: Instant): Promise<void> }
  /** The clock has moved on. */
  readonly moved: () => void
}

/** Moments closer together than this are one: the part of a span, at most, and at least. */
const grainPart = 1_440
const grain = { leastMs: 5_000, mostMs: 300_000 }
/** Where nothing falls due the clock goes on in so many steps, so that one sees it go. */
const strides = 60
const strideLeastMs = 60_000
const strideMs = 30
/** Real time that all that follows from a moment is waited for: what takes longer is done at a later one. */
const settleWithinMs = 5_000
const lookEveryMs = 5
/** Looks in a row that find nothing to do: a receipt may be on the wire between two of them. */
const quietLooks = 3

export class Passing {
  readonly #parts: Parts
  #until: Instant | null = null
  #closed = false
  #passing: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** While time passes quickly: until when. */
  get until(): Instant | null {
    return this.#until
  }

  /** @param onError is told when it stopped before its time. */
  begin(until: Instant, onError: (error: unknown) => void): void {
    this.#until = until
    this.#passing = this.#pass(until)
      .catch(onError)
      .finally(() => {
        this.#until = null
        this.#parts.moved()
      })
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#passing
  }

  async #pass(until: Instant): Promise<void> {
    const { affairs, centre, clock, live, moved } = this.#parts
    const span = until - clock.now()
    const grainMs = Math.min(grain.mostMs, Math.max(grain.leastMs, span / grainPart))
    const strideMax = Math.max(strideLeastMs, span / strides)
    while (!this.#closed && clock.now() < until) {
      const now = clock.now()
      const due = Math.min(live.nextMoment, centre.nextMoment() ?? Infinity, affairs.nextAt())
      const next = Math.min(Math.max(due, now + grainMs), now + strideMax, until)
      clock.moveTo(next)
      await affairs.carryOut(clock.now())
      live.wake()
      await this.#settled()
      moved()
      await sleep(strideMs)
    }
  }

  async #settled(): Promise<void> {
    const { centre, clock, live } = this.#parts
    const end = clock.elapsed() + settleWithinMs
    for (let quiet = 0; quiet < quietLooks && clock.elapsed() < end && !this.#closed;) {
      centre.letOut()
      await sleep(lookEveryMs)
      quiet = live.isResting ? quiet + 1 : 0
    }
  }
}
