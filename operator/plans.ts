/**
 * The operator's price list: its own copy, as its BOSS holds it, under the ids that the public catalogue
 * uses. Prices are those in force since 2015-05-17.
 */
import type { Brand } from '../src/core/event/facts.ts'
import { megabytes } from '../src/core/units.ts'

export interface Plan {
  readonly id: string
  readonly feeYuan: number
  /** 0 for plans without free data (TP10-01). */
  readonly dataMB: number
}

export interface Pack {
  readonly id: string
  readonly feeYuan: number
  readonly dataMB: number
}

const plan = (id: string, feeYuan: number, dataMB: number): Plan => ({ id, feeYuan, dataMB })

/** Plans of each brand with their share of its customers. */
export const plansOf: Readonly<Record<Brand, readonly (readonly [Plan, share: number])[]>> = {
  gotone: [
    [plan('gotone-baixin', 10, 0), 10],
    [plan('gotone-58', 58, 500), 40],
    [plan('gotone-88', 88, 1024), 30],
    [plan('gotone-128', 128, 2048), 15],
    [plan('gotone-338', 338, 3072), 5],
  ],
  easyown: [
    [plan('easyown-home', 5, 0), 20],
    [plan('easyown-changting', 15, 0), 20],
    [plan('easyown-18', 18, 100), 35],
    [plan('easyown-28', 28, 300), 25],
  ],
  'm-zone': [
    [plan('m-zone-16', 16, 70), 20],
    [plan('m-zone-20', 20, 200), 35],
    [plan('m-zone-28', 28, 500), 30],
    [plan('m-zone-38', 38, 1024), 15],
  ],
}

/** The plan of a second card, in a tablet or a car. */
export const secondPlanOf: Readonly<Record<Brand, Plan>> = {
  gotone: plan('gotone-58', 58, 500),
  easyown: plan('easyown-28', 28, 300),
  'm-zone': plan('m-zone-38', 38, 1024),
}

const pack = (id: string, feeYuan: number, dataMB: number): Pack => ({ id, feeYuan, dataMB })

/** Small to large, as customers climb them. */
export const dataPacks: readonly Pack[] = [
  pack('data-2', 2, 10),
  pack('data-5', 5, 30),
  pack('data-10', 10, 70),
  pack('data-20', 20, 150),
  pack('data-30', 30, 500),
]

export const servicePacks: readonly Pack[] = [
  pack('weather', 3, 0),
  pack('call-alert', 3, 0),
  pack('phone-signature', 2, 0),
]

/** Beyond the allowance. */
export const overYuanPerMB = 0.29

export const allowanceOf = (plan: Plan, packs: readonly Pack[]): number =>
  megabytes(packs.reduce((sum, pack) => sum + pack.dataMB, plan.dataMB))

export const monthlyFeeYuan = (plan: Plan, packs: readonly Pack[]): number =>
  packs.reduce((sum, pack) => sum + pack.feeYuan, plan.feeYuan)
