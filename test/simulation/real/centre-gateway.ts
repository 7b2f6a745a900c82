/** The message centre behind the Channel seam: one session of one process with it. */
import type { Gateway, Listener, Message, OpenAttempt } from '../../../src/channels/channel.ts'
import type { Centre, Report } from '../centre.ts'
import type { Answered, Moment } from '../chronicle.ts'
import type { RealFlaw } from './flaw.ts'
import type { Process } from './process.ts'

/** An unanswered message gives its place in the window free after this. */
const answerWithinMs = 60_000

export class CentreGateway implements Gateway {
  readonly name: string
  readonly channel: 'sms' | 'voice'
  readonly confirms = 'handset'
  readonly partsPerSecond = 1_000_000
  readonly #centre: Centre
  readonly #session: Session
  readonly #unanswered = new Map<string, Moment>()
  #listener: Listener | null = null

  constructor(centre: Centre, session: Session) {
    this.name = centre.gateway
    this.channel = centre.gateway as 'sms' | 'voice'
    this.#centre = centre
    this.#session = session
  }

  start(listener: Listener): Promise<void> {
    this.#listener = listener
    return Promise.resolve()
  }

  resume(open: readonly OpenAttempt[]): Promise<void> {
    if (this.#session.flaw !== 'resends-in-doubt') return Promise.resolve()
    for (const { attempt, messageId, number, validUntil } of open) {
      const message = {
        ...namedBy(attempt),
        number,
        validUntil,
        text: '',
        class: '',
        at: this.#session.now(),
      }
      if (messageId === null) this.#centre.submit({ ...message, gateway: this.name })
    }
    return Promise.resolve()
  }

  room(): number {
    const { now, window } = this.#session
    if (this.#centre.isClosed(now())) return 0
    for (const [attempt, since] of this.#unanswered) {
      if (since + answerWithinMs <= now()) this.#unanswered.delete(attempt)
    }
    return Math.max(0, window - this.#unanswered.size)
  }

  submit(message: Message): void {
    const { now, process } = this.#session
    if (!process.submits()) return
    const { attempt: name, number, text, validUntil } = message
    const at = now()
    this.#unanswered.set(name, at)
    const about = { ...namedBy(name), gateway: this.name, number, text, class: message.class }
    this.#centre.submit({ ...about, at, validUntil })
    if (this.#session.flaw === 'hands-over-twice') this.#centre.submit({ ...about, at, validUntil })
  }

  close(): Promise<void> {
    this.#listener = null
    return Promise.resolve()
  }

  /** Since when messages wait for their answers. */
  get unanswered(): Iterable<Moment> {
    return this.#unanswered.values()
  }

  /** What the centre says by now; resolves when the engine has taken it all in. */
  async speak(now: Moment): Promise<void> {
    const { answered, process } = this.#session
    const receipts: Promise<void>[] = []
    for (const one of this.#centre.take(now)) {
      if (one.kind === 'receipt') receipts.push(this.#bring(one, now))
      else {
        const name = `${one.account}/${one.attempt}`
        const { account, attempt, state } = one
        if (!process.isAlive || !this.#unanswered.delete(name)) continue
        answered.push({ account, attempt, state, at: now })
        const answer =
          state === 'accepted'
            ? ({ state, messageId: messageIdOf(name) } as const)
            : { state, code: 'planted' }
        this.#listener?.answered(name, answer)
      }
    }
    await Promise.all(receipts)
  }

  async #bring(report: Report, now: Moment): Promise<void> {
    const { account, attempt, number, outcome, submittedAt, at } = report
    const messageId = messageIdOf(`${account}/${attempt}`)
    const receipt = { gateway: this.name, messageId, number, outcome, code: '', submittedAt, at }
    try {
      if (this.#session.flaw === 'loses-receipts') return
      if (this.#listener === null) throw new Error('nobody listens')
      await this.#listener.receipt(receipt)
    } catch {
      this.#centre.again(report, now)
    }
  }
}

export interface Session {
  readonly now: () => Moment
  readonly window: number
  readonly process: Process
  /** Answers that the process got to hear. */
  readonly answered: Answered[]
  readonly flaw: RealFlaw | null
}

export const messageIdOf = (name: string): string => `m:${name}`

/** Towards gateways an attempt is called by its account too. */
export function namedBy(name: string): { readonly account: string; readonly attempt: string } {
  const slash = name.indexOf('/')
  return { account: name.slice(0, slash), attempt: name.slice(slash + 1) }
}
