/** Offering again while the engine is behind: nothing is lost, and nothing is taken twice (G2). */
import type { Arrival, Verdict } from '../core/event/arrival.ts'
import type { Inbox } from '../engine/inbox.ts'
import { Busy, Unavailable } from '../engine/inbox.ts'

export interface Patience {
  /** Real time in production; a test lets it pass at once. */
  readonly wait: (ms: number) => Promise<void>
  /** The error is passed on when all pauses together would be longer. */
  readonly pausesMaxMs: number
}

const firstPauseMs = 500
const pauseMaxMs = 30_000

/** Rejects with the last `Busy` or `Unavailable` when patience ends, with anything else at once. */
export async function offerPatiently(
  inbox: Inbox,
  arrivals: readonly Arrival[],
  patience: Patience,
): Promise<readonly Verdict[]> {
  let paused = 0
  for (let round = 0; ; round += 1) {
    try {
      return await inbox.offer(arrivals)
    } catch (error) {
      const pauseMs = pauseAfter(error, round)
      if (pauseMs === null || paused + pauseMs > patience.pausesMaxMs) throw error
      paused += pauseMs
      await patience.wait(pauseMs)
    }
  }
}

/** Doubled each round; null when trying again cannot help. */
function pauseAfter(error: unknown, round: number): number | null {
  if (error instanceof Busy) return Math.min(pauseMaxMs, error.retryAfterS * 1000 * 2 ** round)
  if (error instanceof Unavailable) return Math.min(pauseMaxMs, firstPauseMs * 2 ** round)
  return null
}
