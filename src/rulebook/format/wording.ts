/** `wording/<language>/NN-name.yaml`: what is said, in Liquid. The signature is put in front when a message is rendered. */
import { z } from 'zod'
import { ident, requirementIds, text } from './scalar.ts'

export const template = z.strictObject({
  text: text.meta({ description: 'Liquid: {{ bucket.usedPercent }}, {{ code.dataBooster }}. No signature.' }),
  for: requirementIds.optional(),
})

export const wording = z.strictObject({ templates: z.record(ident, template) })

export type WrittenTemplate = z.output<typeof template>
