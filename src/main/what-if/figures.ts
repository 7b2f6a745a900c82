/** What the months came to under one rulebook, from the customers' side. */
import { type Experience, happened, isAtRest, isNight } from '../../../operator/experience.ts'
import { type Factor, factors } from '../../../operator/grounds.ts'
import { complaintsOf, findingsOf } from '../../../operator/judgement.ts'
import { stops } from '../../../operator/warnings.ts'

export interface Figures {
  readonly customers: number
  /** Shown, texts and calls. */
  readonly messages: number
  /** Between 21:00 and 08:00, and of these while the customer rested. */
  readonly atNight: number
  readonly whileResting: number
  /** Expected and told, but late; shown when no longer true; expected and never told. */
  readonly late: number
  readonly moot: number
  readonly omitted: number
  /** Months in which use beyond the plan, or abroad, passed 50 yuan. */
  readonly shocks: number
  /** First restrictions and suspensions for arrears, and of these without any warning shown. */
  readonly stops: number
  readonly unwarned: number
  readonly complaints: ReadonlyMap<Factor, number>
}

export function figuresOf(seed: string, experiences: readonly Experience[]): Figures {
  const findings = experiences.map(findingsOf)
  const count = (...of: readonly Factor[]): number =>
    findings.reduce((sum, found) => sum + of.reduce((all, factor) => all + (found.get(factor) ?? 0), 0), 0)
  const nights = experiences.map(one => one.shown.filter(({ at }) => isNight(one, at)))
  const stopped = experiences.flatMap(stops)
  const complaints = experiences.flatMap(one => complaintsOf(seed, one))
  return {
    customers: experiences.length,
    messages: experiences.reduce((sum, { shown }) => sum + shown.length, 0),
    atNight: nights.flat().length,
    whileResting: experiences.reduce(
      (sum, one, i) => sum + nights[i]!.filter(({ at }) => isAtRest(one, at)).length,
      0,
    ),
    late: count(10),
    moot: count(14),
    omitted: count(9, 15),
    shocks: experiences.reduce((sum, one) => sum + shocksIn(one), 0),
    stops: stopped.length,
    unwarned: stopped.filter(({ isWarned }) => !isWarned).length,
    complaints: new Map(
      factors.map(factor => [factor, complaints.filter(one => one.factor === factor).length]),
    ),
  }
}

/** What a customer takes for a shock (GM-02). */
export const shockYuan = 50

/** By kind and month. */
const shocksIn = (experience: Experience): number =>
  new Set(
    happened(experience, 'charges.reported')
      .filter(({ data }) => data.kind !== 'calls' && data.amountMicroYuan >= shockYuan * 1e6)
      .map(({ data }) => `${data.kind} ${data.since}`),
  ).size
