import { z } from 'zod'
import { instant } from './instant.ts'
import { accountId, reasonText } from './name.ts'
import { page, pageQuery } from './page.ts'

const count = z.int()

export const erasureView = z
  .object({
    id: z.string(),
    account: z.string(),
    at: instant,
    by: z.string().meta({ description: 'The name of the key.' }),
    reason: z.string(),
    numbers: count.meta({ description: 'Numbers that nobody is found by any more.' }),
    texts: count.meta({ description: 'Messages whose text is gone.' }),
    events: count.meta({ description: 'Events set aside or waiting whose content is gone.' }),
    withheld: count.meta({ description: 'Reminders that were not sent for it.' }),
  })
  .meta({
    id: 'Erasure',
    description: 'A person who was erased: who did it, when, why, and how much went.',
    examples: [
      {
        id: '3',
        account: 'A17',
        at: '2026-11-20T00:16:02.000Z',
        by: 'li',
        reason: 'asked for it in writing, case 2026-118',
        numbers: 1,
        texts: 42,
        events: 0,
        withheld: 2,
      },
    ],
  })

export const erasureParams = z.strictObject({ account: accountId })
export const erasureBody = z
  .strictObject({
    reason: reasonText.meta({ description: 'Kept for good: name a case, not the person.' }),
  })
  .meta({ id: 'ErasureBody', examples: [{ reason: 'asked for it in writing, case 2026-118' }] })

export const erasuresQuery = z.strictObject(pageQuery)
export const erasurePage = page(erasureView).meta({ id: 'ErasurePage', description: 'Newest first.' })

/** Beside what is told of an account. */
export const erased = instant
  .nullable()
  .meta({ description: 'When the person behind the account was erased; null when nobody was.' })
