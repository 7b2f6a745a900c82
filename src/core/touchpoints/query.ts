/** Somebody looked at private data: the owner is told at once, whoever it was (TP7-02). */
import { type Draft, factTime, occur } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'

export function takeQuery(draft: Draft, body: FactOf<'query.performed'>): void {
  const { kind, channel, verifiedBy, month } = body
  const event = { kind, channel, verifiedBy, month: month ?? null, time: factTime(draft) }
  occur(draft, 'query.performed', { event })
}
