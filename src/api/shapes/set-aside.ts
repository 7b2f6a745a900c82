import { z } from 'zod'
import { setAsideReasons } from '../../core/event/arrival.ts'
import { instant } from './instant.ts'
import { reasonText, seq } from './name.ts'
import { page, pageQuery } from './page.ts'

const state = z.enum(['waiting', 'set-aside', 'replayed', 'discarded'])
const reason = z.enum(setAsideReasons)

const example = {
  id: '4711',
  state: 'set-aside',
  reason: 'unknown-line',
  note: 'no such line or account appeared within 24 h',
  origin: 'outside',
  source: 'urn:boss:taizhou',
  eventId: 'b-20261120-000017',
  type: 'usage.reported',
  time: '2026-11-20T00:15:30.000Z',
  account: null,
  since: '2026-11-20T00:15:31.204Z',
}

export const setAsideItem = z
  .object({
    id: seq,
    state,
    reason: reason.nullable(),
    note: z.string(),
    origin: z.enum(['outside', 'agenda', 'outcome', 'staff']),
    source: z.string(),
    eventId: z.string(),
    type: z.string(),
    time: instant,
    account: z.string().nullable(),
    since: instant,
  })
  .meta({
    id: 'SetAsideItem',
    description: 'An event that was kept but not decided, and why.',
    examples: [example],
  })

export const setAsideQuery = z.strictObject({
  state: state.default('set-aside'),
  reason: reason.optional().meta({ description: 'Only those of this reason.' }),
  since: instant.optional().meta({ description: 'Only those kept since.' }),
  ...pageQuery,
})

export const setAsidePage = page(setAsideItem).meta({ id: 'SetAsidePage', description: 'Newest first.' })
export const setAsideParams = z.strictObject({ id: seq })

export const setAsideRawQuery = z.strictObject({
  reason: reasonText.optional().meta({ description: 'Why; staff must say it.' }),
})

export const setAsideRaw = z
  .object({
    id: seq,
    event: z.record(z.string(), z.unknown()),
    correctable: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'As it would be sent, to be corrected; null of an event of our own.',
    }),
  })
  .meta({ id: 'SetAsideRaw', description: 'The event as it came, personal fields included.' })

export const replayBody = z
  .strictObject({
    ids: z.array(seq).min(1).max(1_000).optional(),
    reason: reason
      .optional()
      .meta({ description: 'All of this reason, the oldest facts first, at most 1,000 per call.' }),
  })
  .refine(body => (body.ids === undefined) !== (body.reason === undefined), {
    error: 'send either "ids" or "reason"',
  })
  .meta({ id: 'ReplayBody', examples: [{ ids: ['4711'] }, { reason: 'unknown-line' }] })

export const emptyBody = z
  .strictObject({})
  .meta({ id: 'EmptyBody', description: 'An empty object.', examples: [{}] })

export const replayed = z
  .object({
    decided: z.int(),
    duplicate: z.int(),
    setAside: z.int().meta({ description: 'Set aside again, with their present reason.' }),
    remaining: z.int().meta({ description: 'Still set aside for the same reason; call again.' }),
  })
  .meta({ id: 'Replayed', examples: [{ decided: 1, duplicate: 0, setAside: 0, remaining: 0 }] })

export const correctBody = z
  .strictObject({
    event: z.record(z.string(), z.unknown()).meta({
      description: 'The whole event as it should have come, with the same source and id (see docs/events).',
    }),
    check: z.boolean().default(false).meta({ description: 'Only look whether it could be taken in.' }),
    reason: reasonText.optional().meta({ description: 'Why; needed unless it is only checked.' }),
  })
  .refine(body => body.check || body.reason !== undefined, {
    error: 'say why it is corrected',
    path: ['reason'],
  })
  .meta({
    id: 'CorrectBody',
    examples: [
      {
        event: {
          specversion: '1.0',
          source: 'urn:boss:taizhou',
          id: 'b-20261120-000017',
          type: 'usage.reported',
          time: '2026-11-20T00:15:30.000Z',
          subject: 'tel:+8613800138000',
          data: {},
        },
        reason: 'the billing system had sent the wrong year',
      },
    ],
  })

export const corrected = z
  .object({
    outcome: z.enum(['checked', 'decided', 'duplicate', 'waiting', 'set-aside']),
    reason: reason.nullable().meta({ description: 'Why it is set aside again.' }),
    note: z.string(),
  })
  .meta({ id: 'Corrected', examples: [{ outcome: 'decided', reason: null, note: '' }] })

export const discardBody = z
  .strictObject({ reason: reasonText })
  .meta({ id: 'DiscardBody', examples: [{ reason: 'test data of the billing migration' }] })

export type SetAsideItem = z.infer<typeof setAsideItem>
