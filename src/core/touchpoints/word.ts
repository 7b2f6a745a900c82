/** Accounts never read each other: one sends the other an event through the agenda, decided in a later turn. */
import { type Draft, factTime } from '../draft.ts'
import type { AccountId } from '../event/event.ts'
import type { InnerEvents } from '../event/inner.ts'

/** The id carries its cause and its place among the words of this decision, so the receiver knows it again. */
export function sendWord<T extends keyof InnerEvents>(
  draft: Draft,
  to: AccountId,
  { type, body }: { readonly type: T; readonly body: InnerEvents[T] },
): void {
  const { source, id } = draft.event
  const n = draft.agenda.length + 1
  draft.agenda.push({ id: `${source}/${id}/${n}`, account: to, line: null, due: factTime(draft), type, body })
}
