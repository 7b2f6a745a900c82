/** The make-up of the population, as tables: README.md says the same in words. */
import type { Brand } from '../src/core/event/facts.ts'
import type { Way } from './rhythm.ts'

export const brandShares = [
  ['gotone', 25],
  ['easyown', 50],
  ['m-zone', 25],
] as const

export const cityShares = [
  ['taizhou', 40],
  ['hangzhou', 20],
  ['ningbo', 15],
  ['wenzhou', 15],
  ['jinhua', 10],
] as const

export const wayShares = {
  gotone: [
    ['office', 45],
    ['business', 35],
    ['worker', 15],
    ['retired', 5],
  ],
  easyown: [
    ['worker', 45],
    ['office', 25],
    ['retired', 25],
    ['business', 5],
  ],
  'm-zone': [
    ['student', 65],
    ['office', 20],
    ['worker', 15],
  ],
} as const satisfies Record<Brand, readonly (readonly [Way, number])[]>

export const thriftShares = [
  ['ahead', 40],
  ['prompt', 40],
  ['late', 16],
  ['never', 4],
] as const

export const ageOf: Readonly<Record<Way, readonly [number, number]>> = {
  office: [23, 55],
  worker: [19, 58],
  business: [28, 60],
  student: [17, 24],
  retired: [56, 84],
}

/** Of a day on which a journey abroad may begin. */
export const travelsOf: Readonly<Record<Way, number>> = {
  office: 0.0012,
  worker: 0.0002,
  business: 0.005,
  student: 0.0008,
  retired: 0.0006,
}

export const vipShares = [
  ['none', 40],
  ['silver', 35],
  ['gold', 20],
  ['diamond', 5],
] as const

export const oddsOfPostpaid: Readonly<Record<Brand, number>> = { gotone: 0.55, easyown: 0.05, 'm-zone': 0 }
export const oddsOfEnglish = 0.03
export const oddsOfSecondLine = 0.03
export const oddsOfWatching = 0.3
/** The least and the most attentive reader. */
export const heedsBetween = [0.4, 1] as const
