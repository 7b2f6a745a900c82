import { z } from 'zod'
import { scopes } from '../keys.ts'
import { instant } from './instant.ts'

const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, ".", "_" and "-", at most 40')
const scope = z.enum(scopes)

export const keyView = z
  .object({ name: z.string(), scopes: z.array(scope), createdAt: instant, revokedAt: instant.nullable() })
  .meta({
    id: 'Key',
    description: 'A key stands for a system; people have staff accounts.',
    examples: [
      { name: 'billing', scopes: ['events:write'], createdAt: '2026-11-20T00:16:02.000Z', revokedAt: null },
    ],
  })

export const keyList = z.object({ items: z.array(keyView) }).meta({ id: 'KeyList' })

export const keyBody = z
  .strictObject({ name, scopes: z.array(scope).min(1).max(scopes.length) })
  .meta({ id: 'KeyBody', examples: [{ name: 'li', scopes: ['read', 'rulebook:review'] }] })

export const newKey = z
  .object({ ...keyView.shape, key: z.string().meta({ description: 'Shown this once.' }) })
  .meta({ id: 'NewKey' })

export const keyParams = z.strictObject({ name })
