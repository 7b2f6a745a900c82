import { z } from 'zod'
import { instant } from './instant.ts'
import { reasonText } from './name.ts'

const kind = z.enum(['all', 'rule', 'channel', 'scope', 'version'])
const value = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/, 'letters, digits, ".", "_", "-" and "/", at most 100')

export const pauseParams = z.strictObject({
  kind,
  value: value.meta({
    description: 'Rule id, channel, scope such as city/taizhou, rulebook version; "all" for kind all.',
  }),
})

const isWhole = (pause: { kind: string; value: string }) => (pause.kind === 'all') === (pause.value === 'all')

export const pauseBody = z
  .strictObject({
    kind,
    value: pauseParams.shape.value,
    note: reasonText.meta({ description: 'Why; shown to everybody.' }),
  })
  .refine(isWhole, { error: 'kind "all" has value "all", and no other kind has', path: ['value'] })
  .meta({
    id: 'PauseBody',
    examples: [
      { kind: 'rule', value: 'data-used-80', note: 'wrong amounts since 09:00' },
      { kind: 'all', value: 'all', note: 'network fault' },
    ],
  })

export const pauseView = z
  .object({ kind, value: z.string(), note: z.string(), by: z.string(), since: instant })
  .meta({
    id: 'Pause',
    description: 'Nothing that matches is sent until it is resumed.',
    examples: [
      {
        kind: 'rule',
        value: 'data-used-80',
        note: 'wrong amounts since 09:00',
        by: 'wang',
        since: '2026-11-20T01:20:00.000Z',
      },
    ],
  })

export const pauseList = z.object({ items: z.array(pauseView) }).meta({ id: 'PauseList' })
