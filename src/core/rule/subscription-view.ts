/** The service or promotion that an event is about: what the catalogue says of it, and how the line holds it now. */
import type { Subscription } from '../account/account.ts'
import { dayOf } from '../calendar/zone.ts'
import type { Facts, FactValue } from '../reminder.ts'
import { promotionOf, serviceOf } from './catalogue.ts'
import type { Ask } from './view-tree.ts'

export function serviceFacts({ line, kept, rulebook, now }: Ask): Facts {
  const id = kept.event['serviceId']
  const service = typeof id === 'string' ? serviceOf(rulebook, id, now) : null
  const held = heldOf(line.subscriptions, 'service', id)
  return {
    name: service?.name[line.language] ?? null,
    charging: service?.charging ?? null,
    class: service?.class ?? '',
    priceMicroYuan: kept.event['priceMicroYuan'] ?? service?.price ?? null,
    standardPriceMicroYuan: service?.price ?? null,
    cancelCode: service?.cancelCode ?? null,
    features: service?.features?.[line.language] ?? null,
    held: held !== undefined,
    trialUntil: held?.lastDay ?? null,
  }
}

export function promotionFacts({ line, kept, rulebook, now }: Ask): Facts {
  const id = kept.event['promotionId']
  const promotion = typeof id === 'string' ? promotionOf(rulebook, id, now) : null
  const held = heldOf(line.subscriptions, 'promotion', id)
  const offerUntil = promotion?.offerUntil ?? null
  return {
    name: promotion?.name[line.language] ?? null,
    kind: promotion?.kind ?? null,
    priceMicroYuan: promotion?.price ?? null,
    priceAfterMicroYuan: promotion?.priceAfter ?? null,
    minimumMicroYuan: promotion?.minimum ?? null,
    orderCode: promotion?.orderCode ?? null,
    cancelCode: promotion?.cancelCode ?? null,
    offer: promotion?.offer?.[line.language] ?? null,
    offerUntil,
    onOffer: offerUntil === null || dayOf(now, rulebook.policy.zone) <= offerUntil,
    held: held !== undefined,
    lastDay: held?.lastDay ?? null,
    lastMonth: held?.lastMonth ?? null,
  }
}

function heldOf(
  subscriptions: readonly Subscription[],
  kind: Subscription['kind'],
  id: FactValue | undefined,
): Subscription | undefined {
  return subscriptions.find(one => one.kind === kind && one.id === id)
}
