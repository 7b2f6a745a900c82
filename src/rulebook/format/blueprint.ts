/** `blueprints/NN-name.yaml`: the service blueprint of one touchpoint (BP-01…06), for people to read and to work by. */
import { z } from 'zod'
import { departments, lanes, lineNames, requiredLines, stages } from '../blueprint.ts'
import { ident, listOf, requirementIds } from './scalar.ts'

/** What fits into a box of the drawing. */
const boxMax = { 'zh-CN': 16, en: 40 } as const
/** A sentence or two beside the drawing. */
const scenarioMax = { 'zh-CN': 120, en: 300 } as const

const within = (max: { readonly 'zh-CN': number; readonly en: number }) =>
  z.strictObject({
    'zh-CN': z.string().min(1).max(max['zh-CN']),
    en: z.string().min(1).max(max.en),
  })

const boxText = within(boxMax)

const department = z.enum(departments)

const indicator = z.strictObject({
  id: ident,
  title: boxText.meta({
    description: 'What the customer feels, at most 16 Chinese or 40 English characters.',
  }),
})

export const step = z
  .strictObject({
    id: ident,
    lane: z.enum(lanes),
    order: z
      .int()
      .min(1)
      .max(40)
      .meta({ description: 'Its column, from left to right; one step of a lane in each.' }),
    title: boxText.meta({ description: 'At most 16 Chinese or 40 English characters: it stands in a box.' }),
    to: listOf(ident)
      .optional()
      .meta({ description: 'Steps that follow from it, in the same column or a later one.' }),
    department: department.optional().meta({ description: 'The department first responsible (TP0-16).' }),
    failure: boxText
      .optional()
      .meta({ description: 'Marks a failure point F: what can go wrong here (BP-03).' }),
    indicator: ident.optional().meta({ description: 'The perception indicator that the step decides.' }),
    'to-be-added': z
      .boolean()
      .default(false)
      .meta({ description: 'A work item that is still to be added: its place is kept (BP-03).' }),
    measures: z
      .enum(stages)
      .optional()
      .meta({ description: 'The system performs this step: which figure of its reminders it has (NF-02).' }),
    rules: listOf(ident).optional().meta({
      description:
        'The rules concerned. Default where the step measures: those of the touchpoint that no other step with this figure names.',
    }),
  })
  .refine(({ failure, department: owner }) => failure === undefined || owner !== undefined, {
    path: ['department'],
    error: 'a failure point has no department',
    params: { hint: `name the one first responsible: ${departments.join(', ')} (TP0-16)` },
  })

/** What stands around the steps. */
export const blueprintHead = z.strictObject({
  touchpoint: ident.meta({ description: 'The touchpoint that it draws, as in touchpoints/.' }),
  scenario: within(scenarioMax).meta({ description: 'The situation that is drawn, in a sentence or two.' }),
  lines: listOf(z.enum(lineNames))
    .refine(names => requiredLines.every(name => names.includes(name)), `all of ${requiredLines.join(', ')}`)
    .meta({ description: 'The lines between the lanes (BP-02).' }),
  indicators: z
    .array(indicator)
    .min(1)
    .max(12)
    .meta({ description: 'What the customer feels, and how it is asked.' }),
  source: requirementIds,
})

export const blueprint = blueprintHead.extend({ steps: z.array(step).min(1).max(120) })

export type WrittenStep = z.output<typeof step>
export type WrittenHead = z.output<typeof blueprintHead>
