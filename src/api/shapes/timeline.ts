import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'
import { contact } from './contact.ts'
import { customerNumber } from './customer.ts'
import { erased } from './erasure.ts'
import { instant } from './instant.ts'
import { accountId, lineId } from './name.ts'
import { page, pageQuery } from './page.ts'

export const timelineBody = z
  .strictObject({
    number: customerNumber.optional(),
    account: accountId.optional().meta({ description: 'With "line", instead of a number.' }),
    line: lineId.optional(),
    at: instant.optional().meta({ description: 'Who held the number at this moment; now if absent.' }),
    after: pageQuery.after,
    limit: z.int().min(1).max(200).default(50),
  })
  .refine(
    ({ number, account, line }) =>
      number === undefined ? account !== undefined && line !== undefined : (account ?? line) === undefined,
    { error: 'send either "number", or "account" and "line"' },
  )
  .meta({
    id: 'TimelineBody',
    examples: [
      { number: '+8613800138000', limit: 50 },
      { account: 'A17', line: 'L17' },
    ],
  })

export const timelineEntry = z
  .object({
    at: instant,
    kind: z.enum(['event', 'planned', 'withheld', 'sent', 'outcome']),
    what: z.string().meta({ description: 'Event type, rule, or outcome.' }),
    channel: channelName.nullable(),
    text: z
      .string()
      .nullable()
      .meta({ description: 'The message as sent, or the words of a reply, where they are still kept.' }),
    note: z.string(),
    reminder: z.string().nullable(),
    contact,
    eventId: z.string().nullable(),
    by: z.string().nullable().meta({ description: 'Who of staff did it.' }),
  })
  .meta({
    id: 'TimelineEntry',
    description: 'One moment of the conversation with a line, and with the contacts of its account.',
  })

export const timelineView = z
  .object({ account: z.string(), line: z.string(), ...page(timelineEntry).shape, erased })
  .meta({
    id: 'Timeline',
    description: 'Newest first. The number itself is not repeated.',
    examples: [
      {
        account: 'A17',
        line: 'L17',
        items: [
          {
            at: '2026-11-20T00:16:02.000Z',
            kind: 'sent',
            what: 'data-used-80',
            channel: 'sms',
            text: '【恰时移动】本月套餐流量已用80%，还剩100MB，可用到11月30日。',
            note: '1 part by sms-log',
            reminder: 'A17/L17/data-used-80/2026-11',
            contact: null,
            eventId: null,
            by: null,
          },
        ],
        next: null,
        erased: null,
      },
    ],
  })
