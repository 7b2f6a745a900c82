/**
 * Customers who write back: with a code that the message offers, or in words of their own. Whether, what and how soon
 * follows from seed and attempt, so that the same month brings the same replies.
 *
 * They know messages only by their words, as customers do.
 */
import type { Instant } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import { minuteMs } from './civil.ts'

/** What a handset has shown. */
export interface Read {
  readonly attempt: string
  readonly number: string
  /** When it was shown. */
  readonly at: Instant
  readonly text: string
}

export interface Written {
  readonly text: string
  /** From the moment at which the message was shown. */
  readonly afterMs: number
}

export type Writing = (message: Read) => Written | null

export interface Odds {
  /** Of those who are offered a code. */
  readonly code: number
  /** Of all others; of those offered a code, too, who sent none. */
  readonly words: number
}

const usualOdds: Odds = { code: 0.03, words: 0.004 }

/** As the field has it: codes with a blank, in the wrong case, with thanks. */
const spelled: readonly (readonly [(code: string) => string, number])[] = [
  [code => code, 85],
  [code => ` ${code} `, 6],
  [code => code.toLowerCase(), 5],
  [code => `${code}谢谢`, 4],
]

const words = {
  zh: ['谢谢', '收到', '知道了', '什么意思？', '为什么扣我的钱', '怎么取消？', '你是谁'],
  en: ['Thanks', 'ok', 'What does this mean?', 'why was I charged', 'How do I stop this?', 'who is this'],
} as const

/** The codes that a message asks to be sent back, in its order. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:回复|\b[Rr]eply)\s*([0-9A-Z]{2,20})(?![0-9A-Za-z])/g)].map(([, code]) => code!)
}

export function createWriting(seed: string, odds: Odds = usualOdds): Writing {
  return ({ attempt, text }) => {
    const chance = Chance.of(seed, 'writing', attempt)
    const [sendsCode, sendsWords] = [chance.yes(odds.code), chance.yes(odds.words)]
    const afterMs = Math.round(chance.logBetween(0.2, 40) * minuteMs)
    const codes = codesIn(text)
    if (codes.length > 0 && sendsCode) return { text: chance.share(spelled)(chance.pick(codes)), afterMs }
    if (!sendsWords) return null
    return { text: chance.pick(/\p{Script=Han}/u.test(text) ? words.zh : words.en), afterMs }
  }
}
