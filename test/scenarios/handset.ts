/** A customer's phone as a gateway knows it: how it answers, and when it is off. */
import type { ChannelName } from '../../src/core/event/facts.ts'
import type { AttemptOutcome } from '../../src/core/event/inner.ts'
import type { AttemptRow } from '../../src/core/reminder.ts'
import type { Instant } from '../../src/core/units.ts'
import { at } from './clock-words.ts'

export interface Receipt {
  readonly attempt: string
  readonly gateway: string
  readonly at: Instant
  readonly outcome: AttemptOutcome
  readonly code: string
}

/** What the network says of an attempt; `silence`: nothing, ever; `late`: that its time is over. */
export type Answer = 'delivered' | 'failed' | 'silence' | 'late'

/** An SMS receipt takes some seconds, a call rings and is listened to, staff come to a call when they do. */
const answerMs: Readonly<Record<ChannelName, number>> = {
  sms: 4_000,
  voice: 40_000,
  email: 60_000,
  push: 2_000,
  'staff-call': 3_600_000,
}

export class Handset {
  readonly answers: Record<ChannelName, Answer> = {
    sms: 'delivered',
    voice: 'delivered',
    email: 'delivered',
    push: 'delivered',
    'staff-call': 'delivered',
  }
  private offFrom: Instant = Infinity
  private offUntil: Instant = -Infinity

  /** Off from one moment to another: texts wait at the centre, calls do not get through. */
  off(from: string, until: string): void {
    this.offFrom = at(from)
    this.offUntil = at(until)
  }

  receiptOf({ id, gateway, channel, decidedAt, validUntil }: AttemptRow): Receipt | null {
    const soon = decidedAt + answerMs[channel]
    const isOff = soon >= this.offFrom && soon < this.offUntil
    const isCall = channel === 'voice' || channel === 'staff-call'
    const answer = isOff && isCall ? 'failed' : this.answers[channel]
    if (answer === 'silence') return null
    const word = { attempt: id, gateway }
    if (answer === 'failed') return { ...word, at: soon, outcome: 'failed', code: 'UNDELIV' }
    const arrives = isOff ? this.offUntil : soon
    if (answer === 'late' || arrives > validUntil)
      return { ...word, at: validUntil, outcome: 'expired', code: 'EXPIRED' }
    return { ...word, at: arrives, outcome: 'delivered', code: 'DELIVRD' }
  }
}
