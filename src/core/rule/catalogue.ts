/** The catalogue by date: the entry in force is the latest whose `from` has come (CO-21). */
import { dayOf } from '../calendar/zone.ts'
import type { Instant } from '../units.ts'
import type { Language } from '../event/facts.ts'
import type { Dated, Pack, Place, Plan, Promotion, Rulebook, Service } from './rule.ts'

/** Entries are sorted by `from`. */
function inForce<T>(entries: readonly Dated<T>[] | undefined, day: string): T | null {
  return entries?.findLast(entry => entry.from <= day)?.value ?? null
}

export function planOf(rulebook: Rulebook, id: string, now: Instant): Plan | null {
  return inForce(rulebook.catalogue.plans.get(id), dayOf(now, rulebook.policy.zone))
}

export function packOf(rulebook: Rulebook, id: string, now: Instant): Pack | null {
  return inForce(rulebook.catalogue.packs.get(id), dayOf(now, rulebook.policy.zone))
}

export function serviceOf(rulebook: Rulebook, id: string, now: Instant): Service | null {
  return inForce(rulebook.catalogue.services.get(id), dayOf(now, rulebook.policy.zone))
}

export function promotionOf(rulebook: Rulebook, id: string, now: Instant): Promotion | null {
  return inForce(rulebook.catalogue.promotions.get(id), dayOf(now, rulebook.policy.zone))
}

/** A place by its mobile country code; null where the catalogue has no prices (CO-23). */
export function placeOf(rulebook: Rulebook, mcc: string, now: Instant): Place | null {
  return inForce(rulebook.catalogue.places.get(mcc), dayOf(now, rulebook.policy.zone))
}

/** Prices of calls from home to other countries; null before the first entry. */
export function callsAbroadOf(rulebook: Rulebook, language: Language, now: Instant): string | null {
  const { catalogue, policy } = rulebook
  return inForce(catalogue.callsAbroad, dayOf(now, policy.zone))?.[language] ?? null
}
