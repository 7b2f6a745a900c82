/** Facts that change nothing in the account: rules start from them as they are, and may look at the rest of the account. */
import { instantOf, startOfNextDay } from '../calendar/zone.ts'
import { type Draft, factTime, occur, type Occurrence } from '../draft.ts'
import { eventView } from '../rule/event-view.ts'
import type { Facts, FactValue } from '../reminder.ts'
import type { Trigger } from '../rule/rule.ts'
import type { Instant } from '../units.ts'

/** Raises it, about the event's own line, with the fields that its view declares: null where they were not sent. */
export const announce = (draft: Draft, trigger: Trigger, body: object): void =>
  raise(draft, trigger, { body })

type About = { readonly body: object } & Partial<Pick<Occurrence, 'line' | 'bucket' | 'place' | 'at'>>

export function raise(draft: Draft, trigger: Trigger, { body, ...about }: About): void {
  const sent = body as Readonly<Record<string, FactValue | undefined>>
  const fields = Object.keys(eventView[trigger] ?? {}).map(name => [name, sent[name] ?? null] as const)
  const event: Facts = Object.fromEntries(fields)
  occur(draft, trigger, { at: trueSince(draft, sent['startsOn']), ...about, event })
}

/**
 * What has held for long is no news, whenever it is reported: a load dates its facts today where the journal no longer
 * reaches back, but still says since when they hold. They count from the day after, as far as it is over (the night's run
 * reports yesterday), and so are too late to be told.
 */
function trueSince(draft: Draft, startsOn: FactValue | undefined): Instant {
  const at = factTime(draft)
  if (typeof startsOn !== 'string') return at
  const { zone } = draft.world.rulebook.policy
  const [year = 1970, month = 1, day = 1] = startsOn.split('-').map(Number)
  const nextDay = startOfNextDay(instantOf({ year, month, day }, zone), zone)
  return Math.min(at, startOfNextDay(nextDay, zone))
}
