/** What came late, and what did not come. */
import type { Instant } from '../src/core/units.ts'
import { dayMs, hourMs, minuteMs } from './civil.ts'
import { type Experience, firstShown, happened, type Happening } from './experience.ts'
import { expectationOf } from './expectations.ts'
import type { Finding } from './grounds.ts'
import { nameOf } from './recognition.ts'

const isOffer = ({ type }: Happening): boolean => type.startsWith('promotion.')

interface Wait {
  readonly event: Happening
  readonly outcome: 'in time' | 'late' | 'omitted'
}

/** Of each happening of which something is expected, and for which there was time enough. */
function* waits(experience: Experience): Generator<Wait> {
  for (const event of experience.happenings) {
    const expected = expectationOf(event)
    if (expected === null || expected.like === null || event.at + expected.hopeMs > experience.until) continue
    const { like, inTimeMs, isHeld, hopeMs } = expected
    const inTime = Math.max(event.at + inTimeMs, isHeld ? ownHour(experience, event.at) : 0)
    const told = firstShown(experience, { like, from: event.at, before: event.at + hopeMs })
    yield { event, outcome: told === null ? 'omitted' : told.at > inTime ? 'late' : 'in time' }
  }
}

/** The end of the first of the hours that the customer last asked for; of those who asked for none, the moment itself. */
function ownHour(experience: Experience, at: Instant): Instant {
  const asked = happened(experience, 'preference.changed').findLast(
    one => one.at < at && one.data.activeHours !== undefined,
  )?.data.activeHours
  if (asked === undefined || asked === null) return at
  const [from, to] = [asked.from, asked.to].map(clockMs) as [number, number]
  const { number, start } = experience.civil.dayAt(at)
  const since = at - start
  if (since >= from && since < to) return at
  return experience.civil.day(since < from ? number : number + 1).start + from + hourMs
}

const clockMs = (clock: string): number =>
  Number(clock.slice(0, 2)) * hourMs + Number(clock.slice(3)) * minuteMs

const finding = ({ event }: Wait): Finding => ({ at: event.at, about: event.type })

export const late = (experience: Experience): Finding[] =>
  [...waits(experience)].filter(({ event, outcome }) => outcome === 'late' && !isOffer(event)).map(finding)

export const omitted = (experience: Experience): Finding[] =>
  [...waits(experience)].filter(({ event, outcome }) => outcome === 'omitted' && !isOffer(event)).map(finding)

/** Offers: whatever was not in time, and ends of which nothing was said before. */
export const omittedOffers = (experience: Experience): Finding[] => [
  ...[...waits(experience)]
    .filter(({ event, outcome }) => outcome !== 'in time' && isOffer(event))
    .map(finding),
  ...surprisingEnds(experience),
]

/** BOSS ended it by its date, and in the five weeks before nothing named it. */
function surprisingEnds({ happenings, shown }: Experience): Finding[] {
  return happenings
    .filter(event => event.type === 'promotion.ended')
    .filter(({ at, data }) => {
      const like = nameOf(data.promotionId)
      return !shown.some(one => one.at < at && one.at > at - 35 * dayMs && like.test(one.text))
    })
    .map(({ at }) => ({ at, about: 'promotion.ended' }))
}
