/** Receipts on their way back: given to the listener when their moment comes, in message time. */
import type { Instant } from '../../core/units.ts'
import type { Receipt } from '../channel.ts'
import { Heap } from './heap.ts'

export interface PresentMoment {
  now(): Instant
}

interface Travelling {
  readonly due: Instant
  /** Ties leave in the order of their hand-over. */
  readonly order: number
  readonly receipt: Receipt
}

/** Given to the listener together, before the next ones: bounds what a long outage lets loose at once. */
const togetherMax = 1_000
/** A receipt that the listener could not keep comes again after this. */
const againAfterMs = 1_000
/** setTimeout takes at most 2^31 − 1 ms; looking again each hour costs nothing. */
const sleepMaxMs = 3_600_000

export class UnderWay {
  readonly #heap = new Heap<Travelling>((a, b) => a.due < b.due || (a.due === b.due && a.order < b.order))
  /** `null`: a discrete clock calls `advance`. */
  readonly #clock: PresentMoment | null
  readonly #deliver: (receipt: Receipt) => Promise<void>
  #orders = 0
  #timer: NodeJS.Timeout | null = null
  #delivering = false
  #stopped = false

  constructor(clock: PresentMoment | null, deliver: (receipt: Receipt) => Promise<void>) {
    this.#clock = clock
    this.#deliver = deliver
  }

  get size(): number {
    return this.#heap.size
  }

  next(): Instant | null {
    return this.#stopped ? null : (this.#heap.peek()?.due ?? null)
  }

  add(receipt: Receipt): void {
    this.#heap.push({ due: receipt.at, order: this.#orders++, receipt })
    this.#sleep()
  }

  /** Resolves when the listener has kept, or declined, everything due until `now`. */
  async advance(now: Instant): Promise<void> {
    for (;;) {
      const due = this.#due(now)
      if (due.length === 0) return
      await Promise.all(due.map(travelling => this.#arrive(travelling, now)))
    }
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  #due(now: Instant): Travelling[] {
    const due: Travelling[] = []
    while (due.length < togetherMax && (this.next() ?? Infinity) <= now) {
      due.push(this.#heap.pop()!)
    }
    return due
  }

  async #arrive(travelling: Travelling, now: Instant): Promise<void> {
    try {
      await this.#deliver(travelling.receipt)
    } catch {
      this.#heap.push({ ...travelling, due: now + againAfterMs })
    }
  }

  /** With a real clock: sleeps until the next one is due. */
  #sleep(): void {
    if (this.#clock === null || this.#delivering || this.#stopped) return
    if (this.#timer) clearTimeout(this.#timer)
    const next = this.next()
    if (next === null) return
    const sleepMs = Math.min(Math.max(0, next - this.#clock.now()), sleepMaxMs)
    this.#timer = setTimeout(() => void this.#wake(), sleepMs).unref()
  }

  async #wake(): Promise<void> {
    if (this.#clock === null) return
    this.#delivering = true
    await this.advance(this.#clock.now())
    this.#delivering = false
    this.#sleep()
  }
}
