/** How many events came to what: the left side of G8, with refusals counted apart. */
import type { Verdict } from '../core/event/arrival.ts'

export const tallyKeys = ['decided', 'duplicate', 'waiting', 'set-aside', 'refused'] as const
export type TallyKey = (typeof tallyKeys)[number]
export type Tally = Readonly<Record<TallyKey, number>>

export const emptyTally: Tally = { decided: 0, duplicate: 0, waiting: 0, 'set-aside': 0, refused: 0 }

export function tallied(before: Tally, verdicts: readonly Verdict[], refused: number): Tally {
  const after = { ...before, refused: before.refused + refused }
  for (const verdict of verdicts) after[verdict.state] += 1
  return after
}
