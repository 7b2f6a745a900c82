/** The catalogue as the core reads it: each id with its entries by first day. */
import type { Catalogue, Dated, Pack, Place, Plan } from '../../core/rule/rule.ts'
import { megabytes } from '../../core/units.ts'
import type { Manuscript } from '../manuscript.ts'

export function compileCatalogue(written: Manuscript): Catalogue {
  const empty = { 'zh-CN': '', en: '' }
  return {
    brands: written.brands?.value.brands ?? { gotone: empty, easyown: empty, 'm-zone': empty },
    plans: dated(
      written.plans.map(({ value }) => ({ id: value.id, from: value.from, value: planOf(value) })),
    ),
    packs: dated(
      written.packs.map(({ value }) => ({ id: value.id, from: value.from, value: packOf(value) })),
    ),
    places: dated(
      written.places.map(({ value }) => ({ id: value.mcc, from: value.from, value: placeOf(value) })),
    ),
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

type Entry<K extends 'plans' | 'packs' | 'places'> = Manuscript[K][number]['value']

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
