/**
 * What handsets write to us, on its way into a turn: each becomes a fact `reply.received` about the number that wrote.
 *
 * A centre that gets no answer brings a message again, and gives it no name by which to know it: the same words from
 * the same number to the same number within ten minutes are one reply.
 */
import { createHash } from 'node:crypto'
import type { Reply } from '../channels/channel.ts'
import type { Arrival } from '../core/event/arrival.ts'
import type { Instant } from '../core/units.ts'

const sameWithinMs = 600_000
/** A handset that writes more than this at once is cut short. */
const textMax = 2_000

export interface WaitingReply {
  readonly arrival: Arrival
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

export class Replies {
  readonly #wake: () => void
  #waiting: WaitingReply[] = []

  constructor(wake: () => void) {
    this.#wake = wake
  }

  get length(): number {
    return this.#waiting.length
  }

  /** Resolves when the reply is on disk. */
  receive(reply: Reply): Promise<void> {
    const arrival = arrivalOf(reply)
    if (arrival === null) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ arrival, resolve, reject })
      this.#wake()
    })
  }

  take(max: number): readonly WaitingReply[] {
    return this.#waiting.splice(0, max)
  }

  reject(why: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(why))
  }
}

/** Null when nothing was said. */
function arrivalOf({ gateway, channel, number, to, text, at }: Reply): Arrival | null {
  const words = text.replaceAll('\0', '').toWellFormed().slice(0, textMax)
  if (words === '') return null
  const key = JSON.stringify([number, to, words])
  return {
    source: `/gateway/${gateway}`,
    id: `${hashOf(key)}/${tenMinutes(at)}`,
    type: 'reply.received',
    time: at,
    subject: { kind: 'number', number },
    data: { channel, text: words, ...(to === '' ? {} : { to }) },
    extensions: {},
  }
}

const tenMinutes = (at: Instant): number => Math.floor(at / sameWithinMs)
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)
