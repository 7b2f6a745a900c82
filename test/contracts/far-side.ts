/** What the channel suite needs from the other end of a driver, and what it listens with. */
import type { Answer, Gateway, Listener, Message, Receipt, Reply } from '../../src/channels/channel.ts'

/** What the far side does with a message; `deliver` unless planned otherwise. */
export type Behaviour =
  | 'deliver' // takes it, answers, reports delivery
  | 'deliver-twice' // reports twice
  | 'receipt-first' // reports before it answers
  | 'silent' // takes it, answers, never reports
  | 'refuse' // will never take it, and says so
  | 'turn-away' // cannot take it now, and says so
  | 'hold' // takes it, answers only after `release`
  | 'cut' // takes it, then the link breaks before the answer

export interface FarSide {
  /** A driver towards this far side, not started. There is one at a time. */
  connect(): Gateway
  /** Asked when the message arrives. */
  plan(number: string, behaviour: Behaviour): void
  release(): void
  /** Numbers of the messages that it holds, in the order of taking. */
  taken(): readonly string[]
  /** The driver dies as by `kill -9`: what it held in memory is gone, its listener hears no more. */
  kill(gateway: Gateway): Promise<void>
  /** Lets the time pass in which a receipt comes, in message time. */
  pass(gateway: Gateway): Promise<void>
  dispose(): Promise<void>
}

export type Heard =
  | { readonly what: 'answer'; readonly attempt: string; readonly answer: Answer }
  | { readonly what: 'receipt'; readonly receipt: Receipt }
  | { readonly what: 'reply'; readonly reply: Reply }

/** A listener that keeps what it hears, in order. */
export class Ear implements Listener {
  readonly heard: Heard[] = []
  /** So many receipts and replies will not be kept. */
  decline = 0
  /** Told of each answer as it is given. */
  onAnswer: (attempt: string) => void = () => undefined

  answered(attempt: string, answer: Answer): void {
    this.heard.push({ what: 'answer', attempt, answer })
    this.onAnswer(attempt)
  }

  async receipt(receipt: Receipt): Promise<void> {
    this.heard.push({ what: 'receipt', receipt })
    this.decline -= 1
    if (this.decline >= 0) throw new Error('the database is away')
  }

  async reply(reply: Reply): Promise<void> {
    this.heard.push({ what: 'reply', reply })
    this.decline -= 1
    if (this.decline >= 0) throw new Error('the database is away')
  }

  replies(): Reply[] {
    return this.heard.flatMap(heard => (heard.what === 'reply' ? [heard.reply] : []))
  }

  answers(attempt?: string): Answer[] {
    const of = (heard: Heard) =>
      heard.what === 'answer' && (attempt ?? heard.attempt) === heard.attempt ? [heard.answer] : []
    return this.heard.flatMap(of)
  }

  receipts(number?: string): Receipt[] {
    const of = (heard: Heard) =>
      heard.what === 'receipt' && (number ?? heard.receipt.number) === heard.receipt.number
        ? [heard.receipt]
        : []
    return this.heard.flatMap(of)
  }
}

/** 2026-11-21 10:00 in Shanghai. */
export const morning = Date.UTC(2026, 10, 21, 2)

/** The n-th message: its number and attempt are its own. */
export function messageOf(n: number, now = morning): Message {
  return {
    attempt: `acc-${n}/2026-11/data-used-80#1`,
    number: `+86138${String(n).padStart(8, '0')}`,
    text: `【恰时移动】您的流量已用80%，第${n}条`,
    encoding: 'ucs2',
    parts: 1,
    class: 'real-time',
    validUntil: now + 2 * 3_600_000,
    now,
  }
}
