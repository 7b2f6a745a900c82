/** At which hours people are on their phones. */
import type { Chance } from './chance.ts'
import { hourMs } from './civil.ts'

export const ways = ['office', 'worker', 'business', 'student', 'retired'] as const
/** How a customer spends the day. */
export type Way = (typeof ways)[number]

/** Relative use of each hour of the day, 00 to 23. */
const hoursOf = {
  workday: [2, 1, 0, 0, 0, 1, 3, 7, 8, 5, 4, 5, 9, 7, 4, 4, 5, 7, 9, 10, 11, 11, 8, 4],
  weekend: [4, 2, 1, 0, 0, 0, 1, 3, 5, 8, 9, 9, 8, 8, 8, 8, 8, 8, 9, 10, 11, 11, 9, 6],
  campus: [9, 6, 3, 1, 0, 0, 1, 3, 4, 4, 4, 6, 9, 7, 4, 4, 5, 7, 8, 9, 11, 13, 14, 13],
  early: [0, 0, 0, 0, 1, 4, 8, 9, 9, 8, 8, 7, 5, 3, 4, 6, 6, 6, 7, 7, 4, 2, 1, 0],
} as const

const rhythms: Readonly<
  Record<Way, { readonly weekday: keyof typeof hoursOf; readonly weekend: keyof typeof hoursOf }>
> = {
  office: { weekday: 'workday', weekend: 'weekend' },
  worker: { weekday: 'workday', weekend: 'weekend' },
  business: { weekday: 'workday', weekend: 'weekend' },
  student: { weekday: 'campus', weekend: 'campus' },
  retired: { weekday: 'early', weekend: 'early' },
}

/** How much more (or less) data on Saturday and Sunday. */
export const weekendFactor: Readonly<Record<Way, number>> = {
  office: 1.35,
  worker: 1.2,
  business: 0.8,
  student: 1.45,
  retired: 1,
}

/** Each hour as often as it is busy: to draw from. */
const ticketsOf = new Map(
  Object.entries(hoursOf).map(([name, shares]) => [
    name,
    shares.flatMap((share, hour) => Array.from({ length: share }, () => hour)),
  ]),
)

export const isWeekend = (weekday: number): boolean => weekday >= 6

/** A moment of the day, in ms after its midnight, as often as the hour is busy. */
export function momentOfDay(way: Way, weekday: number, chance: Chance): number {
  const name = rhythms[way][isWeekend(weekday) ? 'weekend' : 'weekday']
  return Math.floor((chance.pick(ticketsOf.get(name)!) + chance.unit()) * hourMs)
}

/** A moment at which a counter or a customer service desk is open. */
export function officeMoment(chance: Chance): number {
  return Math.floor(chance.between(8.75, 18) * hourMs)
}
