/** Facts that change nothing in the account: rules start from them as they are, and may look at the rest of the account. */
import { type Draft, occur, type Occurrence } from '../draft.ts'
import { eventView } from '../rule/event-view.ts'
import type { Facts, FactValue } from '../reminder.ts'
import type { Trigger } from '../rule/rule.ts'

/** Raises it with the fields that its view declares, null where they were not sent. */
export function announce(
  draft: Draft,
  trigger: Trigger,
  body: object,
  rest: Partial<Pick<Occurrence, 'line' | 'bucket' | 'place'>> = {},
): void {
  const sent = body as Readonly<Record<string, FactValue | undefined>>
  const fields = Object.keys(eventView[trigger] ?? {}).map(name => [name, sent[name] ?? null] as const)
  const event: Facts = Object.fromEntries(fields)
  occur(draft, trigger, { ...rest, event })
}
