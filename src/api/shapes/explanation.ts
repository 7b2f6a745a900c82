import { z } from 'zod'
import { erased } from './erasure.ts'
import { instant } from './instant.ts'
import { accountId, lineId } from './name.ts'
import { page, pageQuery } from './page.ts'
import { reminderSummary } from './reminder.ts'

export const decisionView = z
  .object({
    source: z.string(),
    id: z.string(),
    type: z.string(),
    time: instant,
    origin: z.enum(['outside', 'agenda', 'outcome', 'staff']),
    line: z.string().nullable(),
    body: z.record(z.string(), z.unknown()).meta({ description: 'The event as decided: no personal data.' }),
    decidedAt: instant,
    considered: z
      .array(z.object({ rule: z.string(), outcome: z.string() }))
      .meta({ description: 'Rules that were asked and what each said: planned, later, or why not.' }),
    reminders: z.array(reminderSummary).meta({ description: 'Reminders that it caused.' }),
  })
  .meta({
    id: 'Decision',
    description: 'One event of an account and what followed from it: why a message was sent, or why not.',
    examples: [
      {
        source: 'urn:boss:taizhou',
        id: 'b-20261120-000017',
        type: 'usage.reported',
        time: '2026-11-20T00:15:30.000Z',
        origin: 'outside',
        line: 'L17',
        body: { bucketId: 'data-main', usedBytes: 419_430_400 },
        decidedAt: '2026-11-20T00:15:31.204Z',
        considered: [{ rule: 'data-used-80', outcome: 'once-per' }],
        reminders: [],
      },
    ],
  })

export const explanationParams = z.strictObject({ account: accountId })
export const explanationQuery = z.strictObject({
  line: lineId.optional(),
  from: instant.optional(),
  until: instant.optional(),
  ...pageQuery,
})
export const decisionPage = z.object({ ...page(decisionView).shape, erased }).meta({
  id: 'DecisionPage',
  description: 'Newest first, by the time of the fact.',
})
