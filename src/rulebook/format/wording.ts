/** `wording/<language>/NN-name.yaml`: what is said, in Liquid. The signature is put in front when a message is rendered. */
import { z } from 'zod'
import { ident, requirementIds, text } from './scalar.ts'

export const template = z.strictObject({
  text: text.meta({ description: 'Liquid: {{ bucket.usedPercent }}, {{ code.dataBooster }}. No signature.' }),
  for: requirementIds.optional(),
})

/** What is said aloud at the counter, by what is being done; it is no message: no signature, no length in parts (TP2-24). */
export const spoken = z
  .strictObject({ 'plan.change-ordered': template.optional(), 'plan.changed': template.optional() })
  .meta({ description: 'What staff say aloud while the customer looks at the second screen.' })

export const wording = z.strictObject({
  templates: z.record(ident, template),
  spoken: spoken.optional(),
})

export type WrittenTemplate = z.output<typeof template>
