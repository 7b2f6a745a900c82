import { z } from 'zod'
import { instant } from './instant.ts'
import { seq } from './name.ts'
import { page, pageQuery } from './page.ts'

const hash = z.string().meta({ description: 'SHA-256, hex.' })

export const auditEntry = z
  .object({
    seq: z.int(),
    at: instant,
    actorKind: z.enum(['key', 'staff', 'system']),
    actor: z.string(),
    action: z.string(),
    object: z.string(),
    reason: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    hash,
  })
  .meta({
    id: 'AuditEntry',
    description: 'What somebody did, or whom they looked at.',
    examples: [
      {
        seq: 4711,
        at: '2026-11-20T00:16:02.000Z',
        actorKind: 'staff',
        actor: 'wang',
        action: 'customer.open',
        object: 'A17',
        reason: 'complaint: case 2026-118 of the ministry',
        details: { until: '2026-11-20T00:46:02.000Z' },
        hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
  })

export const auditQuery = z.strictObject({
  actor: z.string().min(1).max(100).optional(),
  action: z.string().min(1).max(100).optional().meta({ description: 'Such as customer.open.' }),
  since: instant.optional(),
  ...pageQuery,
})
export const auditPage = page(auditEntry).meta({ id: 'AuditPage', description: 'Newest first.' })

export const auditCheckQuery = z.strictObject({
  after: seq.default('0').meta({ description: 'The value of "next" of the answer before.' }),
})
export const auditCheck = z
  .object({
    last: z.int().meta({ description: 'The last entry that is in order.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Where to go on; null when all was walked, or it broke.' }),
    broken: z
      .object({ seq: z.int(), what: z.enum(['changed', 'missing', 'added']) })
      .nullable()
      .meta({ description: 'The first entry that is not as it was written.' }),
    hash: hash
      .nullable()
      .meta({ description: 'Of the last entry: noted elsewhere, it proves all that came before.' }),
  })
  .meta({
    id: 'AuditCheck',
    description: 'Whether a stretch of the chain is intact.',
    examples: [
      {
        last: 4711,
        next: null,
        broken: null,
        hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
  })
