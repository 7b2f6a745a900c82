/** Moments: RFC 3339 outside, epoch milliseconds inside. */
import { z } from 'zod'
import { parseTime } from '../../intake/time.ts'

const wrong = 'write RFC 3339 with an offset, e.g. 2026-11-20T08:00:00+08:00'

export const instant = z
  .codec(z.string(), z.number(), {
    decode(text, payload) {
      const at = parseTime(text)
      if (at === null) payload.issues.push({ code: 'custom', message: wrong, input: text })
      return at ?? 0
    },
    encode: at => new Date(at).toISOString(),
  })
  .meta({ type: 'string', format: 'date-time' })
