import type { Instant } from './zone.ts'

/**
 * One instant within `[from, from + windowMs)`, evenly by chance, so that a burst leaves as a stream (NF-14, TP5-13).
 * `chance` is in [0, 1) and comes from the event, so a replay repeats it; throws RangeError outside it or for a negative window.
 */
export function spread(chance: number, from: Instant, windowMs: number): Instant {
  if (!(chance >= 0 && chance < 1)) throw new RangeError(`chance must be in [0, 1): ${chance}`)
  if (!(windowMs >= 0)) throw new RangeError(`window must not be negative: ${windowMs} ms`)
  return from + Math.floor(chance * windowMs)
}
