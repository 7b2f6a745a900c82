/**
 * Unified payment (TP2-03…07): head and members are accounts of their own. A member's account sends the
 * head's account an event; neither reads the other.
 */
import { type Draft, occur, setCold } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import type { InnerType } from '../event/inner.ts'
import { changeLimit } from './balance.ts'

function tell(draft: Draft, to: string, type: InnerType): void {
  const { source, id } = draft.event
  const n = draft.agenda.length + 1
  const body = { member: draft.id }
  draft.agenda.push({ id: `${source}/${id}/${n}`, account: to, line: null, due: draft.world.now, type, body })
}

export function joinGroup(draft: Draft, body: FactOf<'payment-group.joined'>): void {
  const { role, head, members } = draft.cold.payment
  if (body.headAccount === draft.id || head === body.headAccount) return
  if (role === 'member' && head !== null) tell(draft, head, 'payment-group.member-left')
  const payment = { role: 'member', head: body.headAccount, members } as const
  changeLimit(draft, () => setCold(draft, { payment }))
  tell(draft, body.headAccount, 'payment-group.member-joined')
  occur(draft, 'payment-group.joined')
}

export function leaveGroup(draft: Draft): void {
  const { head, members } = draft.cold.payment
  if (head === null) return
  const payment = { role: members > 0 ? 'head' : 'single', head: null, members } as const
  changeLimit(draft, () => setCold(draft, { payment }))
  tell(draft, head, 'payment-group.member-left')
  occur(draft, 'payment-group.left')
}

export function memberJoined(draft: Draft): void {
  const { head, members } = draft.cold.payment
  changeLimit(draft, () => setCold(draft, { payment: { role: 'head', head, members: members + 1 } }))
  occur(draft, 'payment-group.member-joined')
}

export function memberLeft(draft: Draft): void {
  const { head } = draft.cold.payment
  const members = Math.max(0, draft.cold.payment.members - 1)
  const role = members > 0 ? 'head' : head === null ? 'single' : 'member'
  changeLimit(draft, () => setCold(draft, { payment: { role, head, members } }))
  occur(draft, 'payment-group.member-left')
}
