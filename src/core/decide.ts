/**
 * The whole business: one account, one event, the world → what changes. No clock, no chance of its own, no I/O.
 *
 *     advance to the event's time → take the fact into the state → what follows from it (derived) →
 *     rules → planning; or, for what Kairos raised itself, send, conclude, wake
 */
import type { Account } from './account/account.ts'
import { advance } from './account/advance.ts'
import type { Changes } from './change.ts'
import { changesOf, type Draft, newDraft, setHot } from './draft.ts'
import type { Event, EventType } from './event/event.ts'
import { askAgain } from './planning/again.ts'
import { concludeAttempt, silenceAttempt } from './planning/conclude.ts'
import { planOccurrences, resumeMoment } from './planning/intend.ts'
import { sendDue } from './planning/send.ts'
import { anniversaryDue } from './touchpoints/anniversary.ts'
import { announce, raise } from './touchpoints/announcement.ts'
import { takeBalance, takePayment } from './touchpoints/balance.ts'
import { issueBill, settleBill } from './touchpoints/bill.ts'
import { block, unblock } from './touchpoints/block.ts'
import { addDependent, linkBroadband } from './touchpoints/broadband.ts'
import { takeCharges } from './touchpoints/charges.ts'
import { nameContact, removeContact } from './touchpoints/contact-person.ts'
import { erasePerson } from './touchpoints/erasure.ts'
import { familyJoined, familyLeft, joinFamily, leaveFamily } from './touchpoints/family-net.ts'
import { changePreference, changeProfile, closeLine, openLine } from './touchpoints/line.ts'
import { joinGroup, leaveGroup, memberJoined, memberLeft } from './touchpoints/payment-group.ts'
import { changePlan, orderPlan } from './touchpoints/plan-change.ts'
import { meetRulebook } from './touchpoints/publication.ts'
import { takeQuery } from './touchpoints/query.ts'
import { register } from './touchpoints/roaming.ts'
import { dataBucketOf, scheduleDue } from './touchpoints/schedule.ts'
import { takeStanding } from './touchpoints/standing.ts'
import { cancelService, credit, endPromotion, orderService, takeUp } from './touchpoints/subscription.ts'
import { takeUsage } from './touchpoints/usage.ts'
import type { World } from './world.ts'

/**
 * Decides one event about one account.
 *
 * The event must be new (duplicates are told before, see `account/duplicates.ts`) and not from the future.
 * Throws only for a bug of ours: the caller then sets that event alone aside (G10).
 */
export function decide(account: Account, event: Event, world: World): Changes {
  const draft = newDraft(account, event, world)
  advance(draft)
  setHot(draft, { decisions: draft.hot.decisions + 1 })
  take(draft, event)
  planOccurrences(draft)
  return changesOf(draft)
}

function take(draft: Draft, event: Event): void {
  const taking = takes[event.type] as Take<EventType>
  taking(draft, event.body)
}

type Take<T extends EventType> = (draft: Draft, body: Extract<Event, { type: T }>['body']) => void

/** Facts that change nothing in the account. */
const told =
  (trigger: EventType) =>
  (draft: Draft, body: object): void =>
    announce(draft, trigger, body)

/** What each type of event does to the account, before the rules look at it. */
const takes: { readonly [T in EventType]: Take<T> } = {
  'line.opened': openLine,
  'line.closed': closeLine,
  'profile.changed': changeProfile,
  'preference.changed': changePreference,
  'payment.received': takePayment,
  'balance.reported': takeBalance,
  'balance.corrected': takeBalance,
  'usage.reported': (draft, body) => takeUsage(draft, body, 'reported'),
  'usage.corrected': (draft, body) => takeUsage(draft, body, 'corrected'),
  'roaming.registered': register,
  'query.performed': takeQuery,
  'standing.reported': takeStanding,
  'payment-group.joined': joinGroup,
  'payment-group.left': leaveGroup,
  'payment-group.member-joined': memberJoined,
  'payment-group.member-left': memberLeft,
  'family-net.joined': joinFamily,
  'family-net.left': leaveFamily,
  'family-net.member-joined': familyJoined,
  'family-net.member-left': familyLeft,
  'plan.change-ordered': orderPlan,
  'plan.changed': changePlan,
  'service.ordered': orderService,
  'service.cancelled': cancelService,
  'promotion.confirmed': (draft, body) => takeUp(draft, 'promotion.confirmed', body),
  'promotion.started': (draft, body) => takeUp(draft, 'promotion.started', body),
  'promotion.ended': endPromotion,
  'promotion.credited': credit,
  'bill.issued': issueBill,
  'bill.settled': settleBill,
  'charges.reported': takeCharges,
  'broadband.linked': linkBroadband,
  'broadband.depends': addDependent,
  'roaming.opened': (draft, body) => raise(draft, 'roaming.opened', { body, place: body.mcc ?? null }),
  'contact.recorded': (draft, body) =>
    raise(draft, 'contact.recorded', { body, bucket: dataBucketOf(draft, draft.event.line) }),
  'contact-person.named': nameContact,
  'contact-person.removed': removeContact,
  'reply.received': told('reply.received'),
  'anniversary.due': anniversaryDue,
  'plan.change-cancelled': told('plan.change-cancelled'),
  'payment-group.opened': told('payment-group.opened'),
  'family-net.created': told('family-net.created'),
  'family-net.other-left': told('family-net.other-left'),
  'virtual-net.joined': told('virtual-net.joined'),
  'virtual-net.left': told('virtual-net.left'),
  'ownership.transferred': told('ownership.transferred'),
  'account.changed': told('account.changed'),
  'service.requested': told('service.requested'),
  'service.used': told('service.used'),
  'minimum-spend.due': told('minimum-spend.due'),
  'overdraft.used': told('overdraft.used'),
  'spending.reported': told('spending.reported'),
  'usage.surged': told('usage.surged'),
  'broadband.balance-low': told('broadband.balance-low'),
  'broadband.stop-ahead': told('broadband.stop-ahead'),
  'points.changed': told('points.changed'),
  'points.expiring': told('points.expiring'),
  'order.progressed': told('order.progressed'),
  'campaign.launched': told('campaign.launched'),
  'moment.due': resumeMoment,
  'schedule.due': scheduleDue,
  'rulebook.published': meetRulebook,
  'account.erased': erasePerson,
  'reminder.asked-again': askAgain,
  'reminders.blocked': block,
  'reminders.unblocked': unblock,
  'reminder.due': sendDue,
  'attempt.concluded': concludeAttempt,
  'attempt.silent': silenceAttempt,
}
