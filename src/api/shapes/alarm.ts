import { z } from 'zod'
import { instant } from './instant.ts'
import { page, pageQuery } from './page.ts'

export const alarmView = z
  .object({
    id: z.string(),
    kind: z.string(),
    account: z.string().nullable(),
    line: z.string().nullable(),
    at: instant,
    note: z.string(),
    closedAt: instant.nullable(),
  })
  .meta({
    id: 'Alarm',
    description: 'Something that staff should look at.',
    examples: [
      {
        id: '12',
        kind: 'source-quiet',
        account: null,
        line: null,
        at: '2026-11-20T00:16:02.000Z',
        note: 'urn:boss:taizhou has been quiet for 1 h',
        closedAt: null,
      },
    ],
  })

export const alarmsQuery = z.strictObject({
  open: z.enum(['true', 'false']).default('true').meta({ description: 'Only those that are still open.' }),
  ...pageQuery,
})
export const alarmPage = page(alarmView).meta({ id: 'AlarmPage', description: 'Newest first.' })
