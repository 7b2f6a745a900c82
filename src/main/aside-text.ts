/** A set-aside event in a terminal. */
import type { Language } from '../core/event/facts.ts'
import { localTime, withLocalTimes } from './local-time.ts'
import { asideReasonWord, asideStateWord } from './words.ts'

export interface Aside {
  readonly id: string
  readonly state: string
  readonly reason: string | null
  readonly note: string
  readonly source: string
  readonly eventId: string
  readonly type: string
  readonly time: string
  readonly account: string | null
  readonly since: string
}

/** `4711  2026-11-20 08:15:31  set aside: no such line within 24 h` and, below it, what it is and the note. */
export function asideText(item: Aside, language: Language): string {
  const { id, state, reason, note, source, eventId, type, time, account, since } = item
  const why = reason === null ? '' : `: ${asideReasonWord(reason, language)}`
  const of = account === null ? '' : `  ${account}`
  return [
    `${id}  ${localTime(Date.parse(since))}  ${asideStateWord(state, language)}${why}`,
    `    ${type}  (${source} ${eventId}, ${localTime(Date.parse(time))})${of}`,
    ...(note === '' ? [] : [`    ${withLocalTimes(note)}`]),
  ].join('\n')
}
