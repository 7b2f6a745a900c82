/** A gateway for the engine's tests: it does what the test tells it, by the contract of the Channel seam. */
import type { Answer, Gateway, Listener, Message, OpenAttempt, Receipt, Reply } from '../channels/channel.ts'
import type { Instant } from '../core/units.ts'

/** What becomes of a message: `silent` gives no answer, `manual` leaves everything to the test. */
export type Script = (message: Message) => Answer | 'silent' | 'manual'

export class FakeGateway implements Gateway {
  readonly name: string
  readonly channel = 'sms'
  readonly confirms = 'handset'
  readonly partsPerSecond: number
  /** Messages submitted, in order. */
  readonly submitted: Message[] = []
  /** Attempts named by `resume`. */
  readonly resumed: OpenAttempt[] = []
  readonly ended: OpenAttempt[] = []
  /** Receipts under way, for the discrete clock. */
  readonly underWay: Receipt[] = []
  script: Script
  window: number
  /** Discrete: how long a delivery takes; null for no receipts. */
  deliveryMs: number | null = null
  #listener: Listener | null = null
  #unanswered = 0

  constructor(
    what: {
      readonly name?: string
      readonly window?: number
      readonly partsPerSecond?: number
      script?: Script
    } = {},
  ) {
    this.name = what.name ?? 'fake'
    this.window = what.window ?? 16
    this.partsPerSecond = what.partsPerSecond ?? 1_000_000
    this.script = what.script ?? (message => ({ state: 'accepted', messageId: `m-${message.attempt}` }))
  }

  start(listener: Listener): Promise<void> {
    this.#listener = listener
    return Promise.resolve()
  }

  resume(open: readonly OpenAttempt[], ended: readonly OpenAttempt[]): Promise<void> {
    this.resumed.push(...open)
    this.ended.push(...ended)
    return Promise.resolve()
  }

  room(): number {
    return Math.max(0, this.window - this.#unanswered)
  }

  submit(message: Message): void {
    this.submitted.push(message)
    this.#unanswered += 1
    const answer = this.script(message)
    if (answer === 'silent' || answer === 'manual') return
    queueMicrotask(() => this.answer(message.attempt, answer))
    if (answer.state === 'accepted' && this.deliveryMs !== null) {
      this.underWay.push({ ...receiptFor(this, message), at: message.now + this.deliveryMs })
    }
  }

  answer(attempt: string, answer: Answer): void {
    this.#unanswered -= 1
    this.#listener?.answered(attempt, answer)
  }

  receipt(message: Message, rest: Partial<Receipt> = {}): Promise<void> {
    return this.#listener!.receipt({ ...receiptFor(this, message), ...rest })
  }

  reply(words: Pick<Reply, 'number' | 'to' | 'text' | 'at'>): Promise<void> {
    return this.#listener!.reply({ gateway: this.name, channel: 'sms', ...words })
  }

  close(): Promise<void> {
    this.#listener = null
    return Promise.resolve()
  }

  nextMoment(): Instant | null {
    return this.underWay.length === 0 ? null : Math.min(...this.underWay.map(receipt => receipt.at))
  }

  async advance(now: Instant): Promise<void> {
    const due = this.underWay.filter(receipt => receipt.at <= now)
    for (const receipt of due) this.underWay.splice(this.underWay.indexOf(receipt), 1)
    await Promise.all(due.map(receipt => this.#listener!.receipt(receipt)))
  }
}

function receiptFor(gateway: Gateway, message: Message): Receipt {
  return {
    gateway: gateway.name,
    messageId: `m-${message.attempt}`,
    number: message.number,
    outcome: 'delivered',
    code: 'DELIVRD',
    submittedAt: message.now,
    at: message.now + 1_000,
  }
}
