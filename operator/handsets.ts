/**
 * Whether a message reaches a handset, and when.
 *
 * A handset's habits follow from seed and number, its hours off from seed, number and day, the fate of one
 * message from seed and attempt: so the same message at the same time always meets the same fate, also when
 * a process that has forgotten everything asks again. A short-message centre keeps trying until the
 * message's validity ends: who is off gets it on coming back, if that is in time.
 *
 * Codes: the state of an SMPP receipt and the MAP error behind it (3GPP TS 29.002), e.g. `UNDELIV:032`.
 */
import type { Instant } from '../src/core/units.ts'
import { Chance } from './chance.ts'
import { createCivil, minuteMs, secondMs, type Civil } from './civil.ts'
import { firstOn, handsetOf, type Handset } from './handset.ts'

export interface Handed {
  readonly attempt: string
  readonly number: string
  /** When it was handed over. */
  readonly now: Instant
  readonly validUntil: Instant
}

/** `never`: the receipt got lost, nothing is heard. */
export type Fate =
  | 'never'
  | {
      readonly outcome: 'delivered' | 'failed' | 'expired'
      /** From the hand-over. */
      readonly afterMs: number
      readonly code: (typeof codes)[keyof typeof codes]
    }

export type Reach = (message: Handed) => Fate

const codes = {
  delivered: 'DELIVRD:000',
  absent: 'EXPIRED:027',
  unknown: 'UNDELIV:001',
  barred: 'UNDELIV:013',
  full: 'UNDELIV:032',
  system: 'UNDELIV:034',
} as const

/** A lift, a tunnel, a lost paging: some attempts need a second try minutes later. */
const oddsOfSecondTry = 0.03
const oddsOfSystemFailure = 0.002
const oddsOfFullDay = 0.33
const oddsOfLostReceipt = 0.002

export function createReach(options: { readonly seed: string | number; readonly zone?: string }): Reach {
  const seed = String(options.seed)
  const civil = createCivil(options.zone ?? 'Asia/Shanghai')
  return message => {
    const chance = Chance.of(seed, 'attempt', message.attempt)
    if (chance.yes(oddsOfLostReceipt)) return 'never'
    const handset = handsetOf(seed, message.number)
    const refusal = refusalOf(handset, civil.dayAt(message.now).number, chance)
    if (refusal !== null) return { outcome: 'failed', afterMs: delayMs(chance), code: codes[refusal] }
    const at = deliveredAt(handset, message, { civil, chance })
    if (at > message.validUntil) {
      return {
        outcome: 'expired',
        afterMs: Math.max(0, message.validUntil - message.now),
        code: codes.absent,
      }
    }
    return { outcome: 'delivered', afterMs: at - message.now, code: codes.delivered }
  }
}

function refusalOf(
  { seed, number, kind }: Handset,
  day: number,
  chance: Chance,
): 'full' | 'barred' | 'unknown' | 'system' | null {
  if (kind === 'unserved') return Chance.of(seed, 'refusal', number).pick(['unknown', 'barred'])
  if (kind === 'small' && Chance.of(seed, 'full', number, day).yes(oddsOfFullDay)) return 'full'
  return chance.yes(oddsOfSystemFailure) ? 'system' : null
}

/** From a free gateway to the screen: half within 3 s, one in a hundred above 12 s. */
const delayMs = (chance: Chance): number =>
  Math.round(Math.min(minuteMs, chance.logNormal(3 * secondMs, 0.6)))

/** The centre tries at once, and again as soon as the network sees the handset. */
function deliveredAt(
  handset: Handset,
  { now }: Handed,
  { civil, chance }: { civil: Civil; chance: Chance },
): Instant {
  if (handset.kind === 'dead') return Infinity
  const on = firstOn(handset, now, civil)
  const found = chance.yes(oddsOfSecondTry)
    ? firstOn(handset, on + chance.logBetween(1, 30) * minuteMs, civil)
    : on
  const alert = found > now ? chance.between(2, 90) * secondMs : 0
  return Math.round(found + alert) + delayMs(chance)
}
