import { z } from 'zod'
import { instant } from './instant.ts'
import { accountId, lineId, reasonText, seq } from './name.ts'
import { page, pageQuery } from './page.ts'

const kind = z.enum(['touchpoint', 'rule'])
const value = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'the id of a touchpoint or a rule')
export const blockStates = ['asked', 'approved', 'refused', 'lifted', 'ended'] as const
const state = z.enum(blockStates)
const word = z.object({ by: z.string(), at: instant, note: z.string() }).nullable()

export const blocksParams = z.strictObject({ account: accountId })
export const blockParams = z.strictObject({ id: seq })
export const blockOfParams = z.strictObject({ account: accountId, id: seq })

export const blockBody = z
  .strictObject({
    kind,
    value,
    line: lineId.nullable().default(null).meta({ description: 'Null: all lines of the account.' }),
    days: z.int().min(1).max(90).meta({ description: 'For so long from now on; then it ends by itself.' }),
    reason: reasonText.meta({ description: 'Kept for good: name a case, not the person.' }),
  })
  .meta({
    id: 'BlockBody',
    examples: [
      {
        kind: 'touchpoint',
        value: 'bill',
        line: null,
        days: 30,
        reason: 'bereavement, case 2026-118',
      },
    ],
  })

export const blockNote = z
  .strictObject({ note: z.string().max(300).default('') })
  .meta({ id: 'BlockApprovalBody', examples: [{ note: '' }] })
export const blockReason = z
  .strictObject({ note: reasonText })
  .meta({ id: 'BlockWordBody', examples: [{ note: 'the customer wants them again' }] })

export const blockView = z
  .object({
    id: z.string(),
    account: z.string(),
    line: z.string().nullable(),
    kind,
    value: z.string(),
    until: instant,
    state: state.meta({
      description:
        'asked → approved or refused; approved → lifted before its time, or ended; asked → lifted when it was taken back, ended when nobody decided in time.',
    }),
    asked: z.object({ by: z.string(), at: instant, reason: z.string() }),
    decided: word,
    lifted: word,
    goOn: z
      .array(z.string())
      .meta({ description: 'Rules of the touchpoint that are sent all the same: they must be told.' }),
  })
  .meta({
    id: 'Block',
    description: 'Reminders that staff keep from a customer for a time (NF-12), approved by a second person.',
    examples: [
      {
        id: '7',
        account: 'A17',
        line: null,
        kind: 'touchpoint',
        value: 'bill',
        until: '2026-12-01T00:00:00.000Z',
        state: 'approved',
        asked: { by: 'wang', at: '2026-11-20T01:20:00.000Z', reason: 'bereavement, case 2026-118' },
        decided: { by: 'li', at: '2026-11-20T01:40:00.000Z', note: '' },
        lifted: null,
        goOn: [],
      },
    ],
  })

export const blockList = z.object({ items: z.array(blockView) }).meta({
  id: 'BlockList',
  description: 'Newest first, at most a hundred.',
})
export const blocksQuery = z.strictObject({
  waiting: z.enum(['true', 'false']).default('true').meta({ description: 'Only what is to be decided on.' }),
  ...pageQuery,
})
export const blockPage = page(blockView).meta({ id: 'BlockPage', description: 'Newest first.' })
