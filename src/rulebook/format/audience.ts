/** Whom a rule or a limit is for; what is not named is not asked. */
import { z } from 'zod'
import { brand, payMode } from '../../core/event/facts.ts'
import type { Audience } from '../../core/rule/rule.ts'
import { listOf } from './scalar.ts'

const scopeShape = /^(province|city)\/[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/

export const audience = z
  .strictObject({
    brands: listOf(brand).optional(),
    'pay-modes': listOf(payMode).optional(),
    roles: listOf(z.enum(['single', 'head', 'member'])).optional(),
    stars: listOf(z.int().min(0).max(5)).optional(),
    scope: z
      .string()
      .regex(scopeShape, 'a scope such as province/zhejiang or city/taizhou')
      .optional()
      .meta({ description: 'province/… or city/…; nothing = everywhere.' }),
  })
  .meta({ description: 'Whom it is for; what is not named is not asked.' })

export const everyone: Audience = { brands: null, payModes: null, roles: null, stars: null, scope: null }

export function audienceOf(written: z.output<typeof audience> | undefined): Audience {
  if (written === undefined) return everyone
  return {
    brands: written.brands ?? null,
    payModes: written['pay-modes'] ?? null,
    roles: written.roles ?? null,
    stars: written.stars ?? null,
    scope: written.scope ?? null,
  }
}
