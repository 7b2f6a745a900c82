/** The catalogue as the core reads it: each id with its entries by first day. */
import type { Catalogue, Dated, Pack, Place, Plan, Promotion, Service } from '../../core/rule/rule.ts'
import { megabytes } from '../../core/units.ts'
import type { Manuscript } from '../manuscript.ts'

export function compileCatalogue(written: Manuscript): Catalogue {
  const codes = new Map(written.codes.map(({ name, value }) => [name, value.code]))
  const codeOf: CodeOf = name => (name === undefined ? null : (codes.get(name) ?? null))
  const empty = { 'zh-CN': '', en: '' }
  return {
    brands: written.brands?.value.brands ?? { gotone: empty, easyown: empty, 'm-zone': empty },
    plans: dated(
      written.plans.map(({ value }) => ({ id: value.id, from: value.from, value: planOf(value) })),
    ),
    packs: dated(
      written.packs.map(({ value }) => ({ id: value.id, from: value.from, value: packOf(value) })),
    ),
    services: dated(
      written.services.map(({ value }) => ({
        id: value.id,
        from: value.from,
        value: serviceOf(value, codeOf),
      })),
    ),
    promotions: dated(
      written.promotions.map(({ value }) => ({
        id: value.id,
        from: value.from,
        value: promotionOf(value, codeOf),
      })),
    ),
    places: dated(
      written.places.map(({ value }) => ({ id: value.mcc, from: value.from, value: placeOf(value) })),
    ),
    callsAbroad: written.callsAbroad
      .map(({ value }) => ({ from: value.from, value: value.prices }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

function dated<T>(
  entries: readonly (Dated<T> & { readonly id: string })[],
): ReadonlyMap<string, readonly Dated<T>[]> {
  const byId = new Map<string, Dated<T>[]>()
  for (const { id, from, value } of entries.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const list = byId.get(id) ?? []
    list.push({ from, value })
    byId.set(id, list)
  }
  return byId
}

/** The code as customers write it; null for none, or for one that `check/references.ts` refuses. */
type CodeOf = (name: string | undefined) => string | null

type Entry<K extends 'plans' | 'packs' | 'services' | 'promotions' | 'places'> =
  Manuscript[K][number]['value']

function planOf(entry: Entry<'plans'>): Plan {
  return {
    id: entry.id,
    name: entry.name,
    brand: entry.brand,
    monthlyFee: entry['monthly-fee'],
    dataBytes: megabytes(entry['data-mb']),
    voiceMinutes: entry['voice-minutes'],
    outOfPlanPerMB: entry['out-of-plan-per-mb'],
    offer: entry.offer,
  }
}

function packOf(entry: Entry<'packs'>): Pack {
  return { id: entry.id, name: entry.name, monthlyFee: entry['monthly-fee'] }
}

function serviceOf(entry: Entry<'services'>, codeOf: CodeOf): Service {
  return {
    id: entry.id,
    name: entry.name,
    charging: entry.charging,
    class: entry.class ?? null,
    price: entry.price,
    cancelCode: codeOf(entry.cancel),
    features: entry.features ?? null,
  }
}

function promotionOf(entry: Entry<'promotions'>, codeOf: CodeOf): Promotion {
  return {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    price: entry.price ?? null,
    priceAfter: entry['price-after'] ?? null,
    minimum: entry.minimum ?? null,
    orderCode: codeOf(entry.order),
    cancelCode: codeOf(entry.cancel),
    offer: entry.offer ?? null,
    offerUntil: entry['offer-until'] ?? null,
  }
}

function placeOf(entry: Entry<'places'>): Place {
  return {
    mcc: entry.mcc,
    name: entry.name,
    zone: entry.zone,
    callLocalPerMinute: entry['call-local-per-minute'],
    callHomePerMinute: entry['call-home-per-minute'],
    receivePerMinute: entry['receive-per-minute'],
    smsHome: entry['sms-home'],
    dataPerMB: entry['data-per-mb'],
    dayPack: entry['day-pack'],
    police: entry.police,
    ambulance: entry.ambulance,
  }
}
