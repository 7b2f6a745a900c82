/** Requests that wait for their answers, oldest first, and those whose answer may still come too late. */
import { sequenceMax } from '../codec/pdu.ts'
import type { Pdu } from '../codec/pdu.ts'

export interface Waiting {
  readonly request: Pdu
  readonly since: number
}

export interface Settled {
  readonly request: Pdu
  /** It had been given up. */
  readonly late: boolean
}

/** Given-up requests that are remembered, so that a late answer finds them. */
const lateMax = 1_000

export class Outstanding {
  readonly #waiting = new Map<number, Waiting>()
  readonly #late = new Map<number, Pdu>()
  readonly #answerMs: number
  #last: number

  constructor(answerMs: number, firstSequence: number) {
    this.#answerMs = answerMs
    this.#last = firstSequence - 1
  }

  get size(): number {
    return this.#waiting.size
  }

  /** A sequence number that nobody waits for; after the last comes 1 again. */
  nextSequence(): number {
    do this.#last = this.#last >= sequenceMax ? 1 : this.#last + 1
    while (this.#waiting.has(this.#last) || this.#late.has(this.#last))
    return this.#last
  }

  add(request: Pdu, now: number): void {
    this.#waiting.set(request.sequence, { request, since: now })
  }

  /** By the sequence number of an answer; null when it answers nothing. */
  settle(sequence: number): Settled | null {
    const waiting = this.#waiting.get(sequence)
    const request = waiting?.request ?? this.#late.get(sequence)
    if (!request) return null
    this.#waiting.delete(sequence)
    this.#late.delete(sequence)
    return { request, late: waiting === undefined }
  }

  /** When the oldest has waited too long; never, when none waits. */
  due(): number {
    for (const { since } of this.#waiting.values()) return since + this.#answerMs
    return Infinity
  }

  /** Gives up those that have waited too long. */
  expire(now: number): Pdu[] {
    const expired: Pdu[] = []
    for (const [sequence, { request, since }] of this.#waiting) {
      if (now - since < this.#answerMs) break
      expired.push(request)
      this.#waiting.delete(sequence)
      this.#late.set(sequence, request)
    }
    for (const sequence of this.#late.keys()) {
      if (this.#late.size <= lateMax) break
      this.#late.delete(sequence)
    }
    return expired
  }

  /** The link is gone: nothing will be answered. */
  clear(): Pdu[] {
    const left = [...this.#waiting.values()].map(({ request }) => request)
    this.#waiting.clear()
    this.#late.clear()
    return left
  }
}
