/** What becomes of a message after the gateway has taken it: the model of reach that the `log` twin plays. */
import { hash } from 'node:crypto'
import type { Message, Receipt } from '../channel.ts'

/** `afterMs` counts from the hand-over in message time; `never` is a receipt that does not come. */
export type Fate =
  'never' | { readonly outcome: Receipt['outcome']; readonly afterMs: number; readonly code: string }

/** Must follow from the message alone, so that a restart finds the same fate again. */
export type Reach = (message: Message) => Fate

/** Shares of 1; the rest is delivered. */
export interface Odds {
  readonly never: number
  readonly failed: number
  readonly expired: number
}

const usualOdds: Odds = { never: 0.002, failed: 0.01, expired: 0.01 }

/**
 * Reach by seed and attempt id: delivered within 1 to 10 s; a few fail after 1 to 10 s, a few expire when
 * their validity ends, and of very few nothing is heard.
 */
export function seededReach(seed: string, odds: Odds = usualOdds): Reach {
  return ({ attempt, now, validUntil }) => {
    const dice = Buffer.from(hash('sha256', `${seed}\n${attempt}`, 'hex'), 'hex')
    const roll = dice.readUIntBE(0, 6) / 2 ** 48
    const afterMs = 1_000 + (dice.readUInt32BE(6) % 9_001)
    if (roll < odds.never) return 'never'
    if (roll < odds.never + odds.failed) return { outcome: 'failed', afterMs, code: 'UNDELIV' }
    const tooLate = roll < odds.never + odds.failed + odds.expired || now + afterMs > validUntil
    return tooLate
      ? { outcome: 'expired', afterMs: Math.max(0, validUntil - now), code: 'EXPIRED' }
      : { outcome: 'delivered', afterMs, code: 'DELIVRD' }
  }
}

const minuteMs = 60_000
/** Before the first call of a list is made, and from then until the last is. */
const staffBeginMs = 10 * minuteMs
const staffRoundMs = 5 * 60 * minuteMs

/**
 * The same for calls by staff, who work off a list: some ten minutes to five hours after it was given to them. A call for
 * which no time was left is not made; whom the network does not reach, they do not reach either.
 */
export function byStaff(reach: Reach): Reach {
  return message => {
    const { attempt, now, validUntil } = message
    const place = Buffer.from(hash('sha256', `staff\n${attempt}`, 'hex'), 'hex').readUInt32BE(0) / 2 ** 32
    const calledAfterMs = staffBeginMs + Math.floor(place * staffRoundMs)
    if (now + calledAfterMs >= validUntil)
      return { outcome: 'expired', afterMs: Math.max(0, validUntil - now), code: 'NOT-CALLED' }
    const fate = reach(message)
    if (fate === 'never') return fate
    return fate.outcome === 'delivered'
      ? { outcome: 'delivered', afterMs: Math.max(calledAfterMs, fate.afterMs), code: 'CALLED' }
      : { outcome: 'failed', afterMs: calledAfterMs, code: 'NO-ANSWER' }
  }
}
