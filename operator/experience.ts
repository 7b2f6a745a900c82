/**
 * One customer's month from inside: what happened in BOSS and the network, and what the handset showed and when. Nothing else
 * is known to a judgement: no rule, no rulebook, no send record.
 */
import type { FactType } from '../src/core/event/facts.ts'
import type { Instant } from '../src/core/units.ts'
import { hourMs, type Civil } from './civil.ts'
import type { Envelope } from './envelope.ts'

/** Discriminated by `type`. */
export type Happening<T extends FactType = FactType> = T extends FactType
  ? Envelope<T> & { readonly at: Instant }
  : never

export interface Shown {
  readonly at: Instant
  readonly channel: 'sms' | 'voice'
  readonly text: string
}

export interface Experience {
  readonly account: string
  /** By time. */
  readonly happenings: readonly Happening[]
  readonly shown: readonly Shown[]
  readonly civil: Civil
  /** End of what is judged: of what happened shortly before, nothing can be missed yet. */
  readonly until: Instant
}

export function happened<T extends FactType>(
  { happenings }: Pick<Experience, 'happenings'>,
  type: T,
): readonly Happening<T>[] {
  return happenings.filter(one => one.type === type) as Happening<T>[]
}

/** The first message after that moment which reads like this; null for none before `before`. */
export function firstShown(
  { shown }: Experience,
  { like, from, before }: { readonly like: RegExp; readonly from: Instant; readonly before: Instant },
): Shown | null {
  return shown.find(({ at, text }) => at >= from && at < before && like.test(text)) ?? null
}

/** 21:00 to 08:00 by the clock at home. */
export function isNight({ civil }: Experience, at: Instant): boolean {
  const hour = (at - civil.dayAt(at).start) / hourMs
  return hour >= 21 || hour < 8
}

const ownDoing: ReadonlySet<FactType> = new Set<FactType>([
  'usage.reported',
  'charges.reported',
  'payment.received',
  'roaming.registered',
  'query.performed',
  'service.requested',
  'service.ordered',
  'contact.recorded',
])

/** Nothing of the customer's own doing in the hour before: asleep, or at rest. */
export function isAtRest({ happenings }: Experience, at: Instant): boolean {
  return !happenings.some(one => ownDoing.has(one.type) && one.at <= at && one.at > at - hourMs)
}

/** Balance in yuan as BOSS had it at that moment; null while unknown. */
export function balanceAt({ happenings }: Experience, at: Instant): number | null {
  const last = happenings.findLast(
    one => one.at <= at && 'balanceMicroYuan' in one.data && isAccountBalance(one),
  )
  return last === undefined ? null : (last.data as { balanceMicroYuan: number }).balanceMicroYuan / 1e6
}

export const isAccountBalance = ({ type }: Happening): boolean =>
  type === 'balance.reported' || type === 'balance.corrected' || type === 'payment.received'

export const standingAt = ({ happenings }: Experience, at: Instant): 'normal' | 'restricted' | 'suspended' =>
  happenings.findLast(
    (one): one is Happening<'standing.reported'> => one.at <= at && one.type === 'standing.reported',
  )?.data.standing ?? 'normal'
