/** Facts about what customers order, change and leave: plans, groups, services, promotions. */
import { z } from 'zod'
import { microYuan } from '../units.ts'
import { day, dayOfMonth, id, lastDigit, maskedNumber, month, quantity, shortNumber } from './fields.ts'

/** A promotion as it was taken up; the end is known to the day or to the month only (CO-14). */
const takenUp = z.strictObject({
  promotionId: id,
  startsOn: day,
  lastDay: day.optional(),
  lastMonth: month.optional(),
  /** What comes back each month, for how many months. */
  monthlyReturnMicroYuan: microYuan.optional(),
  months: quantity.optional(),
  /** The day of the month on which it is booked (TP5-10); without it, one of the two that the last digit leaves (TP5-03). */
  returnDay: dayOfMonth.optional(),
  lastDigit: lastDigit.optional(),
})

export const orderFacts = {
  'plan.change-ordered': z.strictObject({ planId: id, startsOn: day }),
  'plan.changed': z.strictObject({ planId: id, fromPlanId: id.optional() }),
  'plan.change-cancelled': z.strictObject({ planId: id }),
  'payment-group.opened': z.strictObject({}),
  'payment-group.joined': z.strictObject({
    headAccount: id,
    headMasked: maskedNumber.optional(),
    memberMasked: maskedNumber.optional(),
  }),
  'payment-group.left': z.strictObject({
    headMasked: maskedNumber.optional(),
    memberMasked: maskedNumber.optional(),
  }),
  'family-net.created': z.strictObject({ shortNumber, minutes: quantity }),
  'family-net.joined': z.strictObject({
    headAccount: id,
    headMasked: maskedNumber,
    shortNumber,
    minutes: quantity,
  }),
  'family-net.left': z.strictObject({
    when: z.enum(['now', 'next-cycle']),
    /** Last day of the free minutes. */
    lastDay: day,
    headMasked: maskedNumber,
    memberMasked: maskedNumber,
    shortNumber,
  }),
  'virtual-net.joined': z.strictObject({
    netName: z.string().min(1).max(20),
    shortNumber,
    monthlyFeeMicroYuan: microYuan.optional(),
    minutes: quantity.optional(),
    startsOn: day,
  }),
  'virtual-net.left': z.strictObject({ netName: z.string().min(1).max(20), lastDay: day }),
  'ownership.transferred': z.strictObject({ side: z.enum(['former', 'new']), startsOn: day }),
  'account.changed': z.strictObject({
    what: z.enum(['payer', 'pay-mode', 'bank-debit', 'address']),
    startsOn: day,
  }),
  'service.requested': z.strictObject({ serviceId: id, startsOn: day }),
  'service.ordered': z.strictObject({
    serviceId: id,
    /** From when it is charged. */
    startsOn: day,
    /** What this customer really pays where plan or offer make it differ from the standard price. */
    priceMicroYuan: microYuan.optional(),
    /** Last day of a trial that ends by itself (SI-22). */
    trialUntil: day.optional(),
  }),
  'service.cancelled': z.strictObject({
    serviceId: id,
    lastDay: day,
    by: z.enum(['customer', 'trial-ended', 'operator']),
  }),
  /** How often an ordered service was used in a month; 0 is worth telling too (TP3-17). */
  'service.used': z.strictObject({ serviceId: id, month, times: quantity }),
  'promotion.confirmed': takenUp,
  'promotion.started': takenUp,
  'promotion.ended': z.strictObject({ promotionId: id }),
  'promotion.credited': z.strictObject({
    promotionId: id,
    /** The monthly return, the customer's own recharge in a campaign, or a gift booked in a batch. */
    how: z.enum(['return', 'recharge', 'gift']),
    amountMicroYuan: microYuan,
    balanceMicroYuan: microYuan,
    /** Months still to come after this one; absent where there are none by nature. */
    monthsLeft: quantity.optional(),
    /** The day of the month on which the next is booked; without it, as it was told when it was taken up. */
    returnDay: dayOfMonth.optional(),
    lastDigit: lastDigit.optional(),
  }),
} as const
