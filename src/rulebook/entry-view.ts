/** What a rule sees of an event about one entry of the catalogue, made by the core itself: a customer who holds the entry, or not. */
import { type Line, newAccount } from '../core/account/account.ts'
import type { Brand, Language, PayMode } from '../core/event/facts.ts'
import type { Facts } from '../core/reminder.ts'
import type { Rulebook, Trigger } from '../core/rule/rule.ts'
import { viewOf } from '../core/rule/view-tree.ts'
import type { Instant } from '../core/units.ts'

/** Ids of the catalogue that the event speaks of; null = none of this kind. */
export interface Spoken {
  readonly plan: string
  readonly planBefore: string | null
  readonly service: string | null
  readonly promotion: string | null
  readonly place: string | null
}

export interface EntryAsk {
  readonly trigger: Trigger
  readonly spoken: Spoken
  readonly brand: Brand
  readonly payMode: PayMode
  readonly language: Language
  readonly held: boolean
  readonly now: Instant
}

/** The whole view; what only events and meters tell is null in it. */
export function entryView({ trigger, spoken, ...ask }: EntryAsk, rulebook: Rulebook): Facts {
  const event: Facts = {
    planId: spoken.plan,
    fromPlanId: spoken.planBefore,
    serviceId: spoken.service,
    promotionId: spoken.promotion,
  }
  return viewOf({
    account: newAccount('example'),
    line: lineOf(isAhead(trigger) ? { ...spoken, plan: spoken.planBefore ?? spoken.plan } : spoken, ask),
    kept: { trigger, event, bucket: null, place: spoken.place, at: ask.now },
    rulebook,
    now: ask.now,
  })
}

/** The new plan is not held yet. */
const isAhead = (trigger: Trigger): boolean =>
  trigger === 'plan.change-ordered' || trigger === 'plan.change-cancelled'

function lineOf(
  spoken: Spoken,
  { brand, payMode, language, held, now }: Omit<EntryAsk, 'trigger' | 'spoken'>,
): Line {
  const line: Omit<Line, 'subscriptions'> = {
    id: 'example-1',
    brand,
    planId: spoken.plan,
    packIds: [],
    payMode,
    star: 3,
    vip: 'none',
    language,
    province: 'zhejiang',
    city: 'taizhou',
    birthYear: null,
    openedAt: now,
    closedAt: null,
    preferences: {
      channel: null,
      activeHours: null,
      marketingConsent: true,
      subscribed: [],
      unsubscribed: [],
      since: [],
    },
  }
  if (!held) return { ...line, subscriptions: [] }
  const holding = (kind: 'service' | 'promotion', id: string | null): Line['subscriptions'] =>
    id === null ? [] : [{ id, kind, since: '2012-01-01', lastDay: null, lastMonth: null, returnDay: null }]
  return {
    ...line,
    subscriptions: [...holding('service', spoken.service), ...holding('promotion', spoken.promotion)],
  }
}
