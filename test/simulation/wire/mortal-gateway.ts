/**
 * The real driver as part of a process that can die: from that moment on it hands over nothing. And the place where bugs are
 * planted that a driver might have.
 */
import type {
  Answer,
  Gateway,
  Listener,
  Message,
  OpenAttempt,
  Receipt,
  Reply,
} from '../../../src/channels/channel.ts'
import type { SmsGateway } from '../../../src/channels/sms/gateway.ts'
import type { Process } from '../real/process.ts'

export type WireFlaw =
  | 'resends what is in doubt'
  | 'takes an answer for that of another message'
  | 'forgets parts'
  | 'confirms receipts that nobody kept'
  | 'confirms replies that nobody kept'
  | 'hands a reply on part by part'

export class MortalGateway implements Gateway {
  readonly name: string
  readonly channel = 'sms'
  readonly confirms = 'handset'
  readonly partsPerSecond: number
  readonly #driver: SmsGateway
  readonly #process: Process
  readonly #flaw: WireFlaw | null
  readonly #unanswered = new Map<string, Message>()
  /** An answer kept back, to be given for another message. */
  #kept: { readonly attempt: string; readonly answer: Answer } | null = null

  constructor(driver: SmsGateway, process: Process, flaw: WireFlaw | null) {
    this.name = driver.name
    this.partsPerSecond = driver.partsPerSecond
    this.#driver = driver
    this.#process = process
    this.#flaw = flaw
  }

  start(listener: Listener): Promise<void> {
    return this.#driver.start({
      answered: (attempt, answer) => this.#answered(listener, attempt, answer),
      receipt: receipt => this.#receipt(listener, receipt),
      reply: reply => this.#reply(listener, reply),
    })
  }

  resume(open: readonly OpenAttempt[], ended: readonly OpenAttempt[]): Promise<void> {
    return this.#driver.resume(open, ended)
  }

  room(): number {
    return this.#process.isAlive ? this.#driver.room() : 0
  }

  submit(message: Message): void {
    if (!this.#process.submits()) return
    this.#unanswered.set(message.attempt, message)
    const text = this.#flaw === 'forgets parts' ? message.text.slice(0, 67) : message.text
    this.#driver.submit({ ...message, text })
  }

  close(limitMs: number): Promise<void> {
    return this.#driver.close(limitMs)
  }

  /** The link is up again. */
  bound(): void {
    if (this.#flaw !== 'resends what is in doubt') return
    const again = [...this.#unanswered.values()]
    setImmediate(() => {
      for (const message of again) if (this.#unanswered.has(message.attempt)) this.#driver.submit(message)
    })
  }

  #answered(listener: Listener, attempt: string, answer: Answer): void {
    this.#unanswered.delete(attempt)
    const kept = this.#kept
    if (this.#flaw !== 'takes an answer for that of another message' || answer.state !== 'accepted') {
      return listener.answered(attempt, answer)
    }
    if (kept === null) this.#kept = { attempt, answer }
    else {
      this.#kept = null
      listener.answered(attempt, kept.answer)
      listener.answered(kept.attempt, answer)
    }
  }

  #receipt(listener: Listener, receipt: Receipt): Promise<void> {
    const isLost = this.#flaw === 'confirms receipts that nobody kept' && Number(receipt.messageId.at(-1)) < 3
    return isLost ? Promise.resolve() : listener.receipt(receipt)
  }

  #reply(listener: Listener, reply: Reply): Promise<void> {
    if (this.#flaw === 'confirms replies that nobody kept') return Promise.resolve()
    if (this.#flaw !== 'hands a reply on part by part') return listener.reply(reply)
    const halves = [reply.text.slice(0, 100), reply.text.slice(100)].filter(text => text !== '')
    return Promise.all(halves.map(text => listener.reply({ ...reply, text }))).then(() => undefined)
  }
}
