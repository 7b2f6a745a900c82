/** What is personal is taken out of an event before it is decided, and kept encrypted elsewhere (BC-01). */
import { textHash } from '../../core/account/duplicates.ts'
import type { Arrival } from '../../core/event/arrival.ts'
import type { Event } from '../../core/event/event.ts'
import { personalFields } from '../../core/event/facts.ts'
import { commandIn } from '../../core/event/reply.ts'
import type { Codes } from '../../core/rule/rule.ts'
import type { Vault } from '../../store/vault.ts'
import type { Holder } from './item.ts'

/** The event as `decide` and the journal may see it. */
export function eventOf(arrival: Arrival, holder: Holder, codes: Codes): Event {
  const personal = personalFields[arrival.type]
  const seen =
    personal === undefined
      ? arrival.data
      : Object.fromEntries(Object.entries(arrival.data).filter(([name]) => !personal.includes(name)))
  const isReply = arrival.type === 'reply.received'
  const body = isReply ? { ...seen, command: commandIn(String(arrival.data['text']), codes) } : seen
  const { source, id, type, time } = arrival
  // The schema of this type has been checked at intake: `data` is the body of `type`.
  return {
    source,
    id,
    type,
    time,
    origin: 'outside',
    account: holder.account,
    line: holder.line,
    body,
  } as Event
}

/**
 * Tells two bodies under one id apart. Where the body holds a number or a name the hash is a keyed one, so
 * that it cannot be found by trying.
 */
export function bodyHashOf(vault: Vault, arrival: Arrival, holder: Holder): number {
  const text = `${arrival.type}\0${holder.line ?? ''}\0${JSON.stringify(arrival.data)}`
  return personalFields[arrival.type] === undefined ? textHash(text) : vault.bodyHash(text)
}

/** As journalled: facts of a reminder stand in its own row already. */
export function bodyOf(event: Event): unknown {
  if (event.type !== 'reminder.due' && event.type !== 'reminder.asked-again') return event.body
  const { facts: _, ...said } = event.body
  return said
}

export const extensionsOf = (arrival: Arrival): string | null =>
  Object.keys(arrival.extensions).length === 0 ? null : JSON.stringify(arrival.extensions)

/** Where the raw form of an event that was set aside is kept, under the house key. */
export const rawPlace = (time: number): string => `set_aside/raw/${time}`
