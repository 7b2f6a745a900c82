import { z } from 'zod'
import { instant } from './instant.ts'

const count = z.int()

const reminderBooks = {
  planned: count,
  delivered: count,
  failed: count,
  expired: count,
  unconfirmed: count,
  withheld: count,
  inFlight: count.meta({ description: 'Planned or attempted, those in doubt included.' }),
}

const books = {
  planned: 120,
  delivered: 90,
  failed: 2,
  expired: 1,
  unconfirmed: 3,
  withheld: 20,
  inFlight: 4,
}

export const reconciliation = z
  .object({
    at: instant,
    events: z.object({
      accepted: count,
      decided: count,
      duplicate: count,
      setAside: count.meta({ description: 'Waiting included.' }),
      waiting: count,
    }),
    reminders: z.object(reminderBooks),
    touchpoints: z.array(z.object({ touchpoint: z.string(), ...reminderBooks })),
    withheld: z.array(z.object({ touchpoint: z.string(), reason: z.string(), count })),
    attempts: z
      .object({ decided: count, accepted: count, inDoubt: count })
      .meta({ description: 'Attempts without an outcome, by state.' }),
    holds: z.boolean(),
    differences: z
      .array(z.string())
      .meta({ description: 'One sentence for each equation that does not hold.' }),
  })
  .meta({
    id: 'Reconciliation',
    description:
      'accepted = decided + duplicate + set aside; planned = delivered + failed + expired + unconfirmed + withheld + in flight; read in one snapshot (G8).',
    examples: [
      {
        at: '2026-11-20T00:16:02.000Z',
        events: { accepted: 1_000, decided: 990, duplicate: 8, setAside: 2, waiting: 1 },
        reminders: books,
        touchpoints: [{ touchpoint: 'data-usage', ...books }],
        withheld: [{ touchpoint: 'data-usage', reason: 'once-per', count: 20 }],
        attempts: { decided: 0, accepted: 4, inDoubt: 0 },
        holds: true,
        differences: [],
      },
    ],
  })
