/**
 * What has happened lately, in memory: sums of the last minute and the last hour, for those who run the system. A restart
 * forgets them; what must last is in the figures by day.
 */
import type { AttemptOutcome } from '../core/event/inner.ts'
import { delayAt, delayBound, delayBoundsMs } from '../store/delay.ts'

const minuteMs = 60_000
const bucketsPerSpan = 60
/** Codes of one gateway told apart; further ones are counted together. */
const codesMax = 50
const otherCode = 'other'

/** Sums over the last `bucketsPerSpan` buckets, by real milliseconds. */
class Window {
  readonly #bucketMs: number
  readonly #counts = Array.from({ length: bucketsPerSpan }, () => 0)
  #latest = 0

  constructor(bucketMs: number) {
    this.#bucketMs = bucketMs
  }

  add(count: number, elapsed: number): void {
    this.#moveTo(elapsed)
    this.#counts[this.#latest % bucketsPerSpan]! += count
  }

  sum(elapsed: number): number {
    this.#moveTo(elapsed)
    return this.#counts.reduce((sum, count) => sum + count, 0)
  }

  /** Each bucket by itself, the oldest first; the last is still being filled. */
  each(elapsed: number): readonly number[] {
    this.#moveTo(elapsed)
    return this.#counts.map((_, at) => this.#counts[(this.#latest + 1 + at) % bucketsPerSpan]!)
  }

  #moveTo(elapsed: number): void {
    const bucket = Math.floor(elapsed / this.#bucketMs)
    const from = Math.max(this.#latest + 1, bucket - bucketsPerSpan + 1)
    for (let at = from; at <= bucket; at += 1) this.#counts[at % bucketsPerSpan] = 0
    this.#latest = Math.max(this.#latest, bucket)
  }
}

const ofMinute = (): Window => new Window(minuteMs / bucketsPerSpan)
const ofHour = (): Window => new Window(minuteMs)

interface GatewayWindows {
  readonly messages: Window
  readonly parts: Window
  readonly errors: Map<string, Window>
  /** By upper bound. */
  readonly delays: ReadonlyMap<number, Window>
}

/** Word of an attempt, as a turn has committed it. */
export interface Heard {
  readonly gateway: string
  readonly outcome: AttemptOutcome
  readonly code: string
  /** From the decision to send until the handset had it, or the gateway gave it up. */
  readonly tookMs: number
}

export interface GatewayRecent {
  /** Handed over within the last minute. */
  readonly messages: number
  readonly parts: number
  /** Within the last hour, most frequent first. */
  readonly errors: readonly { readonly code: string; readonly count: number }[]
  /** Of receipts of delivery within the last hour; null when there were none. */
  readonly receiptDelay: { readonly p50Ms: number; readonly p99Ms: number } | null
}

export class Recent {
  readonly #turns = ofMinute()
  readonly #events = ofMinute()
  readonly #turnsByMinute = ofHour()
  readonly #eventsByMinute = ofHour()
  readonly #gateways = new Map<string, GatewayWindows>()
  readonly #since: number

  /** @param since real milliseconds now: a minute that has not passed yet is shorter */
  constructor(since: number) {
    this.#since = since
  }

  turn(events: number, elapsed: number): void {
    this.#turns.add(1, elapsed)
    this.#events.add(events, elapsed)
    this.#turnsByMinute.add(1, elapsed)
    this.#eventsByMinute.add(events, elapsed)
  }

  handedOver(gateway: string, parts: number, elapsed: number): void {
    const windows = this.#of(gateway)
    windows.messages.add(1, elapsed)
    windows.parts.add(parts, elapsed)
  }

  heard({ gateway, outcome, code, tookMs }: Heard, elapsed: number): void {
    const { delays, errors } = this.#of(gateway)
    if (outcome === 'delivered') return delays.get(delayBound(tookMs))!.add(1, elapsed)
    const name = code === '' ? outcome : code
    const kept = errors.has(name) || errors.size < codesMax ? name : otherCode
    const window = errors.get(kept) ?? ofHour()
    errors.set(kept, window)
    window.add(1, elapsed)
  }

  /** Per second, over the last minute. */
  rates(elapsed: number): { readonly turns: number; readonly events: number } {
    const seconds = Math.max(1, Math.min(minuteMs, elapsed - this.#since) / 1_000)
    return { turns: this.#turns.sum(elapsed) / seconds, events: this.#events.sum(elapsed) / seconds }
  }

  /** The last sixty minutes, the oldest first; the last one goes on. */
  minutes(elapsed: number): readonly { readonly turns: number; readonly events: number }[] {
    const events = this.#eventsByMinute.each(elapsed)
    return this.#turnsByMinute.each(elapsed).map((turns, at) => ({ turns, events: events[at]! }))
  }

  of(gateway: string, elapsed: number): GatewayRecent {
    const { messages, parts, errors, delays } = this.#of(gateway)
    const counted = [...errors].map(([code, window]) => ({ code, count: window.sum(elapsed) }))
    const times = new Map([...delays].map(([bound, window]) => [bound, window.sum(elapsed)]))
    const [p50Ms, p99Ms] = [delayAt(times, 0.5), delayAt(times, 0.99)]
    return {
      messages: messages.sum(elapsed),
      parts: parts.sum(elapsed),
      errors: counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count),
      receiptDelay: p50Ms === null || p99Ms === null ? null : { p50Ms, p99Ms },
    }
  }

  #of(gateway: string): GatewayWindows {
    const known = this.#gateways.get(gateway)
    if (known !== undefined) return known
    const delays = new Map([...delayBoundsMs, Infinity].map(bound => [bound, ofHour()] as const))
    const windows = { messages: ofMinute(), parts: ofMinute(), errors: new Map<string, Window>(), delays }
    this.#gateways.set(gateway, windows)
    return windows
  }
}
