/** A fault of a rulebook and its place, as `src/rulebook` reports it. */
import { z } from 'zod'

export const rulebookFault = z
  .object({
    file: z.string(),
    line: z.int(),
    column: z.int(),
    length: z.int(),
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    message: z.string(),
    hint: z.string(),
  })
  .meta({ id: 'RulebookFault', description: 'What is wrong where in a rulebook, and what to write instead.' })

export type RulebookFaultShape = z.infer<typeof rulebookFault>
