/** Which decisions are looked at: only what was withheld, of one touchpoint, by one channel. */
import type { Shape } from '../../client/api.ts'
import { reasons } from '../../words/zh-CN/trade.ts'

type Decision = Shape<'Decision'>
type Reminder = Decision['reminders'][number]

export const sayings = ['withheld', 'told'] as const
export type Saying = (typeof sayings)[number]

export interface DecisionFilter {
  readonly saying?: Saying | undefined
  readonly touchpoint?: string | undefined
  readonly channel?: string | undefined
}

/** One of its reminders is all that is asked for; or it was withheld before there was a reminder, so without a channel. */
export function isAsked(decision: Decision, filter: DecisionFilter): boolean {
  const { saying, touchpoint, channel } = filter
  if (saying === undefined && touchpoint === undefined && channel === undefined) return true
  if (decision.reminders.some(reminder => matches(reminder, filter))) return true
  const isWithheld = saying === 'withheld' && touchpoint === undefined && channel === undefined
  return isWithheld && decision.considered.some(({ outcome }) => Object.hasOwn(reasons, outcome))
}

const matches = (reminder: Reminder, { saying, touchpoint, channel }: DecisionFilter): boolean =>
  (saying === undefined || (reminder.state === 'withheld') === (saying === 'withheld')) &&
  (touchpoint === undefined || reminder.touchpoint === touchpoint) &&
  (channel === undefined || reminder.channel === channel)

/** What can be chosen: what is there, and what is chosen already. */
export function choicesOf(
  decisions: readonly Decision[],
  filter: DecisionFilter,
): { readonly touchpoints: readonly string[]; readonly channels: readonly string[] } {
  const all = decisions.flatMap(({ reminders }) => reminders)
  const of = (chosen: string | undefined, there: readonly string[]): readonly string[] =>
    [...new Set(chosen === undefined ? there : [...there, chosen])].toSorted()
  return {
    touchpoints: of(
      filter.touchpoint,
      all.map(({ touchpoint }) => touchpoint),
    ),
    channels: of(
      filter.channel,
      all.map(({ channel }) => channel),
    ),
  }
}
