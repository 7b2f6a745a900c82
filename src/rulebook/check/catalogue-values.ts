/** What the catalogue and the limits themselves can put into a message: the middle value and the longest, by path. */
import type { FactValue } from '../../core/reminder.ts'
import type { Language } from '../../core/event/facts.ts'
import type { Dated, Rulebook } from '../../core/rule/rule.ts'

export interface Values {
  readonly usual: Readonly<Record<string, FactValue>>
  readonly longest: Readonly<Record<string, FactValue>>
}

/** What no catalogue tells: the usual value first, the longest last. */
const told: Readonly<Record<string, readonly [FactValue, ...FactValue[]]>> = {
  'line.star': [5],
  'line.months': [6, 240],
  'event.packCount': [1, 16],
  'event.orderId': ['B1029', 'B121129001'],
  'account.members': [3, 99],
  'event.years': [3, 30],
  'event.returnDay': [13, 26],
  'event.monthsLeft': [5, 36],
  'event.months': [6, 36],
  'event.minutes': [300, 3000],
  'event.times': [12, 999],
  'event.hours': [3, 72],
  'event.gained': [200, 99_999],
  'event.spent': [200, 99_999],
  'event.total': [1200, 999_999],
  'event.expiring': [300, 99_999],
  'contact.aboutMasked': ['138****1234'],
  'event.headMasked': ['138****1234'],
  'event.memberMasked': ['139****5678'],
  'event.shortNumber': ['663'],
  'event.netName': ['HF88', 'Haifeng Fishery'],
  'event.visitFrom': ['09:00'],
  'event.visitTo': ['12:00'],
}

type Source = Pick<Rulebook, 'catalogue' | 'policy'>

export function catalogueValues({ catalogue, policy }: Source, language: Language): Values {
  const plans = allOf(catalogue.plans)
  const packs = allOf(catalogue.packs)
  const places = allOf(catalogue.places)
  const services = allOf(catalogue.services)
  const promotions = allOf(catalogue.promotions)
  const ofPlan = (root: string) => ({
    [`${root}.name`]: plans.map(({ name }) => name[language]),
    [`${root}.offer`]: plans.map(({ offer }) => offer[language]),
    [`${root}.monthlyFeeMicroYuan`]: plans.map(({ monthlyFee }) => monthlyFee),
    [`${root}.dataBytes`]: plans.map(({ dataBytes }) => dataBytes),
    [`${root}.voiceMinutes`]: plans.map(({ voiceMinutes }) => voiceMinutes),
    [`${root}.outOfPlanPerMBMicroYuan`]: plans.map(({ outOfPlanPerMB }) => outOfPlanPerMB),
  })
  return chosen({
    'line.brandName': Object.values(catalogue.brands).map(name => name[language]),
    ...ofPlan('plan'),
    ...ofPlan('planBefore'),
    ...ofPlan('planAfter'),
    'service.name': services.map(({ name }) => name[language]),
    'service.priceMicroYuan': services.map(({ price }) => price),
    'service.standardPriceMicroYuan': services.map(({ price }) => price),
    'service.cancelCode': services.flatMap(({ cancelCode }) => cancelCode ?? []),
    'service.features': services.flatMap(({ features }) => features?.[language] ?? []),
    'promotion.name': promotions.map(({ name }) => name[language]),
    'promotion.priceMicroYuan': promotions.flatMap(({ price }) => price ?? []),
    'promotion.priceAfterMicroYuan': promotions.flatMap(({ priceAfter }) => priceAfter ?? []),
    'promotion.minimumMicroYuan': promotions.flatMap(({ minimum }) => minimum ?? []),
    'promotion.orderCode': promotions.flatMap(({ orderCode }) => orderCode ?? []),
    'promotion.cancelCode': promotions.flatMap(({ cancelCode }) => cancelCode ?? []),
    'promotion.offer': promotions.flatMap(({ offer }) => offer?.[language] ?? []),
    'event.firstPack': packs.map(({ name }) => name[language]),
    'event.firstPackFeeMicroYuan': packs.map(({ monthlyFee }) => monthlyFee),
    'event.limitMicroYuan': policy.balance.map(({ atOrBelow }) => atOrBelow),
    'callsAbroad.prices': catalogue.callsAbroad.map(({ value }) => value[language]),
    'place.name': places.map(({ name }) => name[language]),
    'place.callLocalPerMinuteMicroYuan': places.map(({ callLocalPerMinute }) => callLocalPerMinute),
    'place.callHomePerMinuteMicroYuan': places.map(({ callHomePerMinute }) => callHomePerMinute),
    'place.receivePerMinuteMicroYuan': places.map(({ receivePerMinute }) => receivePerMinute),
    'place.smsHomeMicroYuan': places.map(({ smsHome }) => smsHome),
    'place.dataPerMBMicroYuan': places.map(({ dataPerMB }) => dataPerMB),
    'place.dayPackMicroYuan': places.map(({ dayPack }) => dayPack),
    'place.police': places.map(({ police }) => police),
    'place.ambulance': places.map(({ ambulance }) => ambulance),
  })
}

function chosen(lists: Readonly<Record<string, readonly (string | number)[]>>): Values {
  const inOrder = Object.entries(lists)
    .filter(([, values]) => values.length > 0)
    .map(([path, values]) => [path, values.toSorted(byLength)] as const)
  const middle = inOrder.map(([path, values]) => [path, values[Math.floor((values.length - 1) / 2)]!])
  const last = [...inOrder, ...Object.entries(told)].map(([path, values]) => [path, values.at(-1)!])
  const first = Object.entries(told).map(([path, values]) => [path, values[0]])
  return { usual: Object.fromEntries([...middle, ...first]), longest: Object.fromEntries(last) }
}

/** Texts by characters; numbers by digits: 1.99 is longer than 5, but 20 may stand for 20.48. */
function byLength(a: string | number, b: string | number): number {
  const length = (value: string | number): number =>
    String(typeof value === 'number' ? value / 1_000_000 : value).length
  return length(a) - length(b) || (a > b ? 1 : -1)
}

function allOf<T>(entries: ReadonlyMap<string, readonly Dated<T>[]>): readonly T[] {
  return [...entries.values()].flatMap(list => list.map(({ value }) => value))
}
