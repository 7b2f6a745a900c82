/** What the live feed says (`GET /live`): never a number, an account, a line or a text. */
import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'
import { withheldReasons } from '../../core/reminder.ts'
import { figureTotal } from './figure.ts'
import { instant } from './instant.ts'

export const liveEvents = {
  figures: z.object({ day: z.iso.date(), total: figureTotal }),
  reminder: z.object({
    at: instant,
    touchpoint: z.string(),
    rule: z.string(),
    channel: channelName,
    state: z.enum(['planned', 'attempted', 'delivered', 'failed', 'expired', 'unconfirmed', 'withheld']),
    reason: z.enum(withheldReasons).nullable(),
    province: z.string().nullable(),
    city: z.string().nullable(),
    /** Of so many that happened since the line before, nothing is said. */
    skipped: z.int(),
  }),
  alarm: z.object({ id: z.string(), kind: z.string(), change: z.enum(['opened', 'closed']), at: instant }),
  gateway: z.object({
    name: z.string(),
    channel: channelName,
    room: z.int(),
    unanswered: z.int(),
    inDoubt: z.int(),
    sentPerSecond: z.number(),
  }),
  /** Something has changed on the stage of a demo. */
  stage: z.object({ at: instant }),
  /** What was said after the id that the listener named is no longer here. */
  gap: z.object({}),
} as const

export type LiveKind = keyof typeof liveEvents
export type LiveEvent<K extends LiveKind> = z.output<(typeof liveEvents)[K]>
