import type { Draft } from '../draft.ts'
import type { OpenReminder, WithheldReason } from '../reminder.ts'
import { endOpen } from './open.ts'

/** Withholds planned reminders that something has overtaken; those already handed over go their way. */
export function withholdOpen(
  draft: Draft,
  what: {
    readonly which: (open: OpenReminder) => boolean
    readonly reason: WithheldReason
    readonly note: string
  },
): void {
  for (const open of draft.hot.open) {
    if (open.state === 'planned' && what.which(open)) {
      endOpen(draft, open, { state: 'withheld', reason: what.reason, note: what.note })
    }
  }
}
