/** Service blueprints of the version in force (BP-06). */
import { z } from 'zod'
import { departments, lanes, lineNames, stages } from '../../rulebook/blueprint.ts'

const names = z.object({ 'zh-CN': z.string(), en: z.string() })

const blueprintStep = z
  .object({
    id: z.string(),
    lane: z.enum(lanes),
    order: z.int().meta({ description: 'Column, from 1; one step of a lane in each.' }),
    title: names,
    to: z.array(z.string()).meta({ description: 'Steps of the same column or later ones.' }),
    department: z.enum(departments).nullable().meta({ description: 'First responsible.' }),
    failure: names.nullable().meta({ description: 'A failure point F: what can go wrong.' }),
    indicator: z.string().nullable().meta({ description: 'The perception indicator that it decides.' }),
    toBeAdded: z.boolean().meta({ description: 'A work item that is still to be added.' }),
    measures: z
      .enum(stages)
      .nullable()
      .meta({ description: 'The system performs it: which figure of its rules it has.' }),
    rules: z.array(z.string()),
  })
  .meta({
    id: 'BlueprintStep',
    examples: [
      {
        id: 'gateway',
        lane: 'backstage',
        order: 8,
        title: { 'zh-CN': '网关发送', en: 'The gateway sends' },
        to: ['read-reminder'],
        department: 'network',
        failure: { 'zh-CN': '催缴没有送达', en: 'The reminder never arrives' },
        indicator: 'reached',
        toBeAdded: false,
        measures: 'delivered',
        rules: ['low-balance'],
      },
    ],
  })

const example = {
  version: '2026-11-01',
  touchpoint: 'low-balance',
  title: { 'zh-CN': '余额不足', en: 'Low balance' },
  scenario: { 'zh-CN': '余额走低。', en: 'A balance runs low.' },
  lines: ['outer-interaction', 'visibility', 'inner-interaction'],
  indicators: [{ id: 'reached', title: { 'zh-CN': '催缴能收到', en: 'Reminders do arrive' } }],
  steps: blueprintStep.meta()?.['examples'] ?? [],
  source: ['TP8-18'],
}

export const blueprintView = z
  .object({
    version: z.string().meta({ description: 'Of the rulebook in force.' }),
    touchpoint: z.string(),
    title: names,
    scenario: names,
    lines: z.array(z.enum(lineNames)).meta({ description: 'The first lies under the lane of customers.' }),
    indicators: z.array(z.object({ id: z.string(), title: names })),
    steps: z.array(blueprintStep),
    source: z.array(z.string()).meta({ description: 'Requirements.' }),
  })
  .meta({ id: 'Blueprint', examples: [example] })

export const blueprintParams = z.strictObject({
  touchpoint: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, 'a name of small letters, digits and "-", at most 60'),
})

export const blueprintList = z
  .object({
    version: z.string(),
    items: z.array(z.object({ touchpoint: z.string(), title: names, failurePoints: z.int() })),
  })
  .meta({
    id: 'BlueprintList',
    description: 'In the order of the rulebook.',
    examples: [
      {
        version: '2026-11-01',
        items: [
          { touchpoint: 'low-balance', title: { 'zh-CN': '余额不足', en: 'Low balance' }, failurePoints: 7 },
        ],
      },
    ],
  })
