/**
 * What one decision concludes from a fact: rules may start from these as from the facts themselves.
 */
import type { MicroYuan } from '../units.ts'
import type { ChargeKind, StandingState } from './facts.ts'

export interface DerivedEvents {
  /**
   * A counter passed a limit on its way from the previous to the current report. Every limit passed
   * on the way gives one; only the highest has `highest` set. `limit` is a percentage for measure
   * `percent`, bytes for `used` and `left`.
   */
  'usage.crossed': {
    readonly bucket: string
    readonly measure: 'percent' | 'used' | 'left'
    readonly limit: number
    readonly highest: boolean
  }
  /** A correction brought the counter back under a limit of which the customer had been told. */
  'usage.retracted': { readonly bucket: string; readonly toldLimit: number }
  /** The balance fell to or below the account's limit (TP8-01, TP8-02, CO-08). */
  'balance.crossed': { readonly limitMicroYuan: MicroYuan }
  /** The last day of validity became known or moved. */
  'validity.changed': { readonly validUntilDay: string }
  /** The end of a promotion that a line holds became known or moved; a version of the rulebook meets it again. */
  'promotion.dated': {
    readonly promotionId: string
    readonly lastDay: string | null
    readonly lastMonth: string | null
  }
  /** Charges of one kind passed a step of the policy (TP6-19). */
  'charges.crossed': { readonly kind: ChargeKind; readonly limitMicroYuan: MicroYuan }
  /** First registration in another country. */
  'roaming.arrived': { readonly mcc: string; readonly from: string }
  'roaming.returned': { readonly mcc: string }
  'standing.changed': { readonly from: StandingState; readonly to: StandingState; readonly reason: string }
}

export type DerivedType = keyof DerivedEvents
