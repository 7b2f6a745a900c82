import { z } from 'zod'
import { instant } from './instant.ts'

const part = z.object({ ok: z.boolean(), note: z.string() })

export const readiness = z
  .object({
    ready: z.boolean(),
    database: part,
    engine: z.object({ ...part.shape, queued: z.int(), lastTurnAt: instant.nullable() }),
  })
  .meta({
    id: 'Readiness',
    examples: [
      {
        ready: true,
        database: { ok: true, note: 'answered' },
        engine: { ok: true, note: 'idle', queued: 0, lastTurnAt: null },
      },
    ],
  })

export const health = z.object({ alive: z.literal(true) }).meta({ id: 'Health', examples: [{ alive: true }] })
