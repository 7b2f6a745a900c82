/** `codes.yaml`: what customers text or dial; templates name them as `{{ code.dataBooster }}`. */
import { z } from 'zod'
import { ident, named, requirementIds } from './scalar.ts'

export const code = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9*#]{1,20}$/, "letters, digits, * and # in quotes such as '2651'")
    .meta({ description: 'Exactly as the customer writes it.' }),
  to: z
    .string()
    .regex(/^(reply|dial|prefix|\d{3,15})$/, 'reply, dial, prefix or a short number such as 10086')
    .meta({ description: 'reply (to the message), a short number, dial, or prefix (before a number).' }),
  meaning: named,
  source: requirementIds.optional(),
})

export const codes = z.strictObject({ codes: z.record(ident, code) })
