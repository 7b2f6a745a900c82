/** Facts about what customers asked for and what is being done for them. */
import { z } from 'zod'
import { microYuan } from '../units.ts'
import { day, id, localTime, maskedNumber, mobileCountry, phoneNumber } from './fields.ts'

export const contactFacts = {
  /** Roaming was opened, before leaving; the destination where the customer named it. */
  'roaming.opened': z.strictObject({ mcc: mobileCountry.optional() }),
  'order.progressed': z.strictObject({
    orderId: id,
    kind: z.enum(['broadband-install', 'broadband-move', 'repair', 'complaint']),
    stage: z.enum(['accepted', 'assigned', 'scheduled', 'done']),
    visitOn: day.optional(),
    visitFrom: localTime.optional(),
    visitTo: localTime.optional(),
  }),
  /** Somebody called, came, or looked at a page (EC-16…22). */
  'contact.recorded': z.strictObject({
    channel: z.enum(['hotline', 'hall', 'web', 'app']),
    about: z.enum(['bill', 'data-use', 'no-operator', 'waiting', 'self-service', 'looked-at-service']),
    amountMicroYuan: microYuan.optional(),
    balanceMicroYuan: microYuan.optional(),
    serviceId: id.optional(),
  }),
  /**
   * A handset's own message to us. `text` is personal and kept encrypted; what the rules see is `command`: the text
   * where it is a single word of letters and digits, as codes are (CO-52).
   */
  'reply.received': z.strictObject({
    channel: z.enum(['sms']),
    text: z.string().min(1).max(2_000),
    /** The number it was sent to. */
    to: z.string().min(1).max(21).optional(),
  }),
  /**
   * Somebody who is no customer here and is told when this account, or this number, is in arrears (TP9-04). `number` is
   * personal and kept encrypted; it never stands for an account or a line of ours.
   */
  'contact-person.named': z.strictObject({
    contactId: id,
    number: phoneNumber,
    role: z.enum(['company', 'payer', 'relative']),
    /** The number that it is about, as the contact may see it. */
    aboutMasked: maskedNumber,
  }),
  'contact-person.removed': z.strictObject({ contactId: id }),
  /** The customer belongs to those whom a campaign is for (BT-08). */
  'campaign.launched': z.strictObject({ promotionId: id }),
} as const
