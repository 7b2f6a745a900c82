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
import type { Event } from './event/event.ts'
import { concludeAttempt, silenceAttempt } from './planning/conclude.ts'
import { planOccurrences, resumeMoment } from './planning/intend.ts'
import { sendDue } from './planning/send.ts'
import { anniversaryDue } from './touchpoints/anniversary.ts'
import { announce } from './touchpoints/announcement.ts'
import { takeBalance, takePayment } from './touchpoints/balance.ts'
import { issueBill, settleBill } from './touchpoints/bill.ts'
import { addDependent, linkBroadband } from './touchpoints/broadband.ts'
import { takeCharges } from './touchpoints/charges.ts'
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
  switch (event.type) {
    case 'line.opened':
      return openLine(draft, event.body)
    case 'line.closed':
      return closeLine(draft)
    case 'profile.changed':
      return changeProfile(draft, event.body)
    case 'preference.changed':
      return changePreference(draft, event.body)
    case 'payment.received':
      return takePayment(draft, event.body)
    case 'balance.reported':
    case 'balance.corrected':
      return takeBalance(draft, event.body)
    case 'usage.reported':
      return takeUsage(draft, event.body, 'reported')
    case 'usage.corrected':
      return takeUsage(draft, event.body, 'corrected')
    case 'roaming.registered':
      return register(draft, event.body)
    case 'query.performed':
      return takeQuery(draft, event.body)
    case 'standing.reported':
      return takeStanding(draft, event.body)
    case 'payment-group.joined':
      return joinGroup(draft, event.body)
    case 'payment-group.left':
      return leaveGroup(draft, event.body)
    case 'payment-group.member-joined':
      return memberJoined(draft, event.body)
    case 'payment-group.member-left':
      return memberLeft(draft, event.body)
    case 'family-net.joined':
      return joinFamily(draft, event.body)
    case 'family-net.left':
      return leaveFamily(draft, event.body)
    case 'family-net.member-joined':
      return familyJoined(draft, event.body)
    case 'family-net.member-left':
      return familyLeft(draft, event.body)
    case 'plan.change-ordered':
      return orderPlan(draft, event.body)
    case 'plan.changed':
      return changePlan(draft, event.body)
    case 'service.ordered':
      return orderService(draft, event.body)
    case 'service.cancelled':
      return cancelService(draft, event.body)
    case 'promotion.confirmed':
    case 'promotion.started':
      return takeUp(draft, event.type, event.body)
    case 'promotion.ended':
      return endPromotion(draft, event.body)
    case 'promotion.credited':
      return credit(draft, event.body)
    case 'bill.issued':
      return issueBill(draft, event.body)
    case 'bill.settled':
      return settleBill(draft, event.body)
    case 'charges.reported':
      return takeCharges(draft, event.body)
    case 'broadband.linked':
      return linkBroadband(draft, event.body)
    case 'broadband.depends':
      return addDependent(draft, event.body)
    case 'roaming.opened':
      return announce(draft, event.type, event.body, { place: event.body.mcc ?? null })
    case 'contact.recorded':
      return announce(draft, event.type, event.body, { bucket: dataBucketOf(draft, event.line) })
    case 'anniversary.due':
      return anniversaryDue(draft)
    case 'plan.change-cancelled':
    case 'payment-group.opened':
    case 'family-net.created':
    case 'family-net.other-left':
    case 'virtual-net.joined':
    case 'virtual-net.left':
    case 'ownership.transferred':
    case 'account.changed':
    case 'service.requested':
    case 'service.used':
    case 'minimum-spend.due':
    case 'overdraft.used':
    case 'usage.surged':
    case 'broadband.balance-low':
    case 'broadband.stop-ahead':
    case 'points.changed':
    case 'points.expiring':
    case 'order.progressed':
    case 'campaign.launched':
      return announce(draft, event.type, event.body)
    case 'moment.due':
      return resumeMoment(draft, event.body)
    case 'schedule.due':
      return scheduleDue(draft, event.body)
    case 'rulebook.published':
      return meetRulebook(draft)
    case 'reminder.due':
      return sendDue(draft, event.body)
    case 'attempt.concluded':
      return concludeAttempt(draft, event.body)
    case 'attempt.silent':
      return silenceAttempt(draft, event.body)
  }
}
