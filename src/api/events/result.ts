/** What one event came to, as its sender is told. */
import { z } from 'zod'
import type { Verdict } from '../../core/event/arrival.ts'
import { setAsideReasons } from '../../core/event/arrival.ts'
import type { Fault } from '../../intake/fault.ts'
import { faultShape } from '../problem.ts'

export const verdictShape = z
  .object({
    state: z.enum(['decided', 'duplicate', 'waiting', 'set-aside']),
    reason: z.enum(setAsideReasons).optional().meta({ description: 'Of set-aside.' }),
  })
  .meta({
    id: 'Verdict',
    description:
      'decided: committed with all that follows. duplicate: known already, nothing changed. waiting: kept up to 24 h until its line is opened. set-aside: kept, not decided.',
    examples: [{ state: 'decided' }, { state: 'set-aside', reason: 'from-the-future' }],
  })

const refusedShape = z.object({ state: z.literal('refused'), faults: z.array(faultShape) })

export const resultShape = z
  .union([verdictShape, refusedShape])
  .meta({ id: 'EventResult', description: 'A verdict, or why nothing was kept.' })

export const batchShape = z.object({ results: z.array(resultShape) }).meta({
  id: 'BatchResult',
  description: 'One result per event, in their order.',
  examples: [{ results: [{ state: 'decided' }, { state: 'duplicate' }] }],
})

export const lineShape = z
  .union([
    z.object({ line: z.int(), ...verdictShape.shape }),
    z.object({ line: z.int(), ...refusedShape.shape }),
    z.object({ line: z.int(), state: z.literal('header') }),
    z.object({
      end: z.boolean().meta({ description: 'True when all lines were answered.' }),
      lines: z.int(),
      decided: z.int(),
      duplicate: z.int(),
      waiting: z.int(),
      'set-aside': z.int(),
      refused: z.int(),
      code: z.string().optional().meta({ description: 'Why it ended early: busy or unavailable.' }),
      retryAfterS: z.int().optional(),
    }),
  ])
  .meta({ id: 'LineResult', description: 'One line of the answer to NDJSON; the last one has "end".' })

export type Result =
  z.infer<typeof verdictShape> | { readonly state: 'refused'; readonly faults: readonly Fault[] }

export const resultOf = (verdict: Verdict): Result =>
  verdict.state === 'set-aside' ? { state: verdict.state, reason: verdict.reason } : { state: verdict.state }
