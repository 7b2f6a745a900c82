/**
 * What the centre brings, until somebody has kept it. A receipt that comes before the answer of a long message
 * to its number waits for that answer: only then is it known whose part it speaks of. So does one that comes
 * before any answer to a number with a part of unknown id: it might be taken for that part's. All others go on at once.
 */
import { status } from '../../../packages/smpp/src/index.ts'
import type { PduOf } from '../../../packages/smpp/src/index.ts'
import type { Receipt } from '../channel.ts'
import { LongMessages } from './long-messages.ts'
import { readingOf } from './receipt.ts'
import type { Replies } from './replies.ts'

/** Receipts that wait for an answer; more are to come again. */
const waitingMax = 1_000

export class Hearing {
  readonly messages = new LongMessages()
  readonly #keep: (receipt: Receipt) => Promise<void>
  readonly #replies: Replies
  /** Messages without an answer yet, by number: all, and those of several parts. */
  readonly #awaited = new Map<string, { all: number; long: number }>()
  readonly #waiting = new Map<string, (() => void)[]>()
  #held = 0
  #count = 0

  constructor(keep: (receipt: Receipt) => Promise<void>, replies: Replies) {
    this.#keep = keep
    this.#replies = replies
  }

  /** Of all deliver_sm so far. */
  get count(): number {
    return this.#count
  }

  /** Resolves to the command_status that the centre is to be given. */
  async hear(
    request: PduOf<'deliver_sm' | 'data_sm'>,
    ask: Parameters<typeof readingOf>[1],
  ): Promise<number> {
    // An answer that came in front of it, in the same bytes, is settled first.
    await Promise.resolve()
    const reading = readingOf(request, ask)
    this.#count += 1
    if (reading.is === 'between') return status.ok
    if (reading.is === 'message') return this.#replies.hear(request, ask.arrival)
    const { receipt } = reading
    if (this.#awaits(receipt.number) && !this.messages.knows(receipt.messageId)) {
      if (this.#held >= waitingMax) return status.temporaryError
      await this.#hold(receipt.number)
    }
    const whole = this.messages.heard(receipt)
    if (whole === null) return status.ok
    return this.#keep(whole).then(
      () => status.ok,
      () => status.temporaryError,
    )
  }

  /** A message to this number has been begun … */
  await(number: string, parts: number): void {
    const { all, long } = this.#awaited.get(number) ?? { all: 0, long: 0 }
    this.#awaited.set(number, { all: all + 1, long: long + (parts > 1 ? 1 : 0) })
  }

  /** … and answered, or given up. */
  answered(number: string, parts: number): void {
    const { all, long } = this.#awaited.get(number) ?? { all: 1, long: 0 }
    if (all > 1) return void this.#awaited.set(number, { all: all - 1, long: long - (parts > 1 ? 1 : 0) })
    this.#awaited.delete(number)
    for (const goOn of this.#waiting.get(number) ?? []) goOn()
    this.#waiting.delete(number)
  }

  #awaits(number: string): boolean {
    const awaited = this.#awaited.get(number)
    return awaited !== undefined && (awaited.long > 0 || this.messages.lacks(number))
  }

  #hold(number: string): Promise<void> {
    this.#held += 1
    return new Promise(resolve => {
      const goOn = () => {
        this.#held -= 1
        resolve()
      }
      this.#waiting.set(number, [...(this.#waiting.get(number) ?? []), goOn])
    })
  }
}
