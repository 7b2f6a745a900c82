/** Facts that change nothing in the account: rules start from them as they are, and may look at the rest of the account. */
import { type Draft, occur, type Occurrence } from '../draft.ts'
import { eventView } from '../rule/event-view.ts'
import type { Facts, FactValue } from '../reminder.ts'
import type { Trigger } from '../rule/rule.ts'

/** Raises it, about the event's own line, with the fields that its view declares: null where they were not sent. */
export const announce = (draft: Draft, trigger: Trigger, body: object): void =>
  raise(draft, trigger, { body })

type About = { readonly body: object } & Partial<Pick<Occurrence, 'line' | 'bucket' | 'place'>>

export function raise(draft: Draft, trigger: Trigger, { body, ...about }: About): void {
  const sent = body as Readonly<Record<string, FactValue | undefined>>
  const fields = Object.keys(eventView[trigger] ?? {}).map(name => [name, sent[name] ?? null] as const)
  const event: Facts = Object.fromEntries(fields)
  occur(draft, trigger, { ...about, event })
}
