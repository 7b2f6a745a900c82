import { z } from 'zod'
import { instant } from './instant.ts'
import { versionId } from './name.ts'

const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'a month such as 2026-10')
  .meta({ description: 'The first month that is played.' })
const seed = z.string().regex(/^[\w-]{1,40}$/, 'letters, digits, "_" and "-", at most 40')
const customers = z.int().min(10).max(2_000)
const months = z.int().min(1).max(3)

export const whatIfBody = z
  .strictObject({
    version: versionId,
    against: versionId.optional().meta({ description: 'The version in force, if absent.' }),
    seed: seed.default('what-if').meta({ description: 'The same seed, the same people.' }),
    customers: customers.default(300),
    month: month.optional(),
    months: months.default(1),
  })
  .meta({ id: 'WhatIfBody', examples: [{ version: 'r-5e0c1a', customers: 300, months: 1 }] })

const count = z.int()

export const whatIfFigures = z
  .object({
    customers: count,
    messages: count.meta({ description: 'Shown on handsets, texts and calls.' }),
    atNight: count.meta({ description: 'Between 21:00 and 08:00.' }),
    whileResting: count.meta({ description: 'Of these, while the customer rested.' }),
    late: count.meta({ description: 'Expected and told, but late.' }),
    moot: count.meta({ description: 'No longer true when shown.' }),
    omitted: count.meta({ description: 'Expected and never told.' }),
    shocks: count.meta({ description: 'Months in which use beyond the plan, or abroad, passed 50 yuan.' }),
    stops: count.meta({ description: 'First restrictions and suspensions for arrears.' }),
    unwarned: count.meta({ description: 'Of these, without any warning shown.' }),
    complaints: z.array(
      z.object({ factor: z.int().meta({ description: 'One of the sixteen (GM-02).' }), count }),
    ),
  })
  .meta({
    id: 'WhatIfFigures',
    description: 'What the months came to, from the customers’ side.',
    examples: [
      {
        customers: 300,
        messages: 3_210,
        atNight: 12,
        whileResting: 4,
        late: 5,
        moot: 1,
        omitted: 9,
        shocks: 20,
        stops: 18,
        unwarned: 0,
        complaints: [{ factor: 1, count: 2 }],
      },
    ],
  })

export const whatIfParams = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'the id of a run') })

export const whatIfView = z
  .object({
    id: z.string(),
    by: z.string(),
    at: instant,
    versions: z.array(z.string()).meta({ description: 'Before and after, in the order of the figures.' }),
    seed,
    customers,
    month,
    months,
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    share: z.number().min(0).max(1),
    facts: count.meta({ description: 'Played so far under the version that is being played.' }),
    figures: z.array(whatIfFigures).nullable(),
    failure: z.string().nullable(),
  })
  .meta({
    id: 'WhatIf',
    description: 'The same months of the same simulated people under two versions.',
    examples: [
      {
        id: 'mi8k2f0-1',
        by: 'wang',
        at: '2026-11-20T01:20:00.000Z',
        versions: ['r-1a2b3c', 'r-5e0c1a'],
        seed: 'what-if',
        customers: 300,
        month: '2026-10',
        months: 1,
        state: 'running',
        share: 0.4,
        facts: 5_120,
        figures: null,
        failure: null,
      },
    ],
  })

export const whatIfList = z.object({ items: z.array(whatIfView) }).meta({ id: 'WhatIfList' })
