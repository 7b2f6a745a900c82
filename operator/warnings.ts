/** Restricted or suspended for arrears: had anything been shown while the money ran out (TP8-08)? */
import type { Instant } from '../src/core/units.ts'
import { type Experience, happened, type Happening } from './experience.ts'
import type { Finding } from './grounds.ts'
import { words } from './recognition.ts'

export interface Stop {
  readonly stop: Happening<'standing.reported'>
  readonly isWarned: boolean
}

/** First restrictions or suspensions of a spell, with whether a warning had been shown before. */
export function stops(experience: Experience): readonly Stop[] {
  const standings = happened(experience, 'standing.reported')
  return standings
    .filter((stop, i) => {
      const before = standings[i - 1]?.data.standing ?? 'normal'
      return stop.data.reason === 'arrears' && stop.data.standing !== 'normal' && before === 'normal'
    })
    .map(stop => ({ stop, isWarned: isWarned(experience, stop.at) }))
}

/** Since the last payment, when the money began to run out. */
function isWarned(experience: Experience, stopped: Instant): boolean {
  const paid = happened(experience, 'payment.received').findLast(({ at }) => at < stopped)?.at ?? -Infinity
  return experience.shown.some(
    ({ at, text }) => at < stopped && at > paid && words.low.test(text) && words.warning.test(text),
  )
}

export const unwarned = (experience: Experience): Finding[] =>
  stops(experience)
    .filter(({ isWarned }) => !isWarned)
    .map(({ stop }) => ({ at: stop.at, about: 'stopped' }))
