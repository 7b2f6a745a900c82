/** Facts about bills, credit, charges and points. */
import { z } from 'zod'
import { bytes, microYuan } from '../units.ts'
import { day, id, month, quantity } from './fields.ts'

export const chargeKind = z.enum(['roaming', 'data', 'calls'])

export const moneyFacts = {
  'bill.issued': z.strictObject({
    month,
    amountMicroYuan: microYuan,
    /** Last day of payment; absent where the balance has paid it already. */
    payBy: day.optional(),
    payer: z.enum(['self', 'company']).default('self'),
  }),
  'bill.settled': z.strictObject({ month }),
  'minimum-spend.due': z.strictObject({
    month,
    minimumMicroYuan: microYuan,
    /** What is still to be collected for it, and what there is to collect it from. */
    amountMicroYuan: microYuan,
    balanceMicroYuan: microYuan,
  }),
  'overdraft.used': z.strictObject({ usedMicroYuan: microYuan, limitMicroYuan: microYuan }),
  /** What a kind of use has cost since a day, as a total: the monitoring platform's figure (TP6-13, TP10-08). */
  'charges.reported': z.strictObject({ kind: chargeKind, since: day, amountMicroYuan: microYuan }),
  /** What a line has spent from one day to another, both counted, as BOSS sums it (CO-40). */
  'spending.reported': z.strictObject({
    since: day,
    until: day,
    amountMicroYuan: microYuan,
    balanceMicroYuan: microYuan.optional(),
  }),
  /** Far more data within some hours than this customer ever uses. */
  'usage.surged': z.strictObject({ usedBytes: bytes, hours: z.int().min(1).max(72) }),
  /** This account's broadband stops with the mobile number of the account that pays (TP9-12). */
  'broadband.linked': z.strictObject({ payerAccount: id }),
  'broadband.balance-low': z.strictObject({ balanceMicroYuan: microYuan }),
  'points.changed': z.strictObject({ gained: quantity, spent: quantity, total: quantity }),
  'points.expiring': z.strictObject({ expiring: quantity, total: quantity, lastDay: day }),
} as const
