/**
 * Unified payment (TP2-03…07): head and members are accounts of their own. A member's account sends the
 * head's account an event; neither reads the other.
 */
import { type Draft, setCold } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import type { InnerEvents } from '../event/inner.ts'
import { announce } from './announcement.ts'
import { changeLimit } from './balance.ts'
import { sendWord } from './word.ts'

export function joinGroup(draft: Draft, body: FactOf<'payment-group.joined'>): void {
  const { role, head, members } = draft.cold.payment
  if (body.headAccount === draft.id || head === body.headAccount) return
  const word = { body: { member: draft.id, ...maskedOf(body) } } as const
  if (role === 'member' && head !== null)
    sendWord(draft, head, { type: 'payment-group.member-left', ...word })
  const payment = { role: 'member', head: body.headAccount, members } as const
  changeLimit(draft, () => setCold(draft, { payment }))
  sendWord(draft, body.headAccount, { type: 'payment-group.member-joined', ...word })
  announce(draft, 'payment-group.joined', body)
}

export function leaveGroup(draft: Draft, body: FactOf<'payment-group.left'>): void {
  const { head, members } = draft.cold.payment
  if (head === null) return
  const payment = { role: members > 0 ? 'head' : 'single', head: null, members } as const
  changeLimit(draft, () => setCold(draft, { payment }))
  const word = { member: draft.id, ...maskedOf(body) }
  sendWord(draft, head, { type: 'payment-group.member-left', body: word })
  announce(draft, 'payment-group.left', body)
}

export function memberJoined(draft: Draft, body: InnerEvents['payment-group.member-joined']): void {
  const { head, members } = draft.cold.payment
  changeLimit(draft, () => setCold(draft, { payment: { role: 'head', head, members: members + 1 } }))
  announce(draft, 'payment-group.member-joined', body)
}

export function memberLeft(draft: Draft, body: InnerEvents['payment-group.member-left']): void {
  const { head } = draft.cold.payment
  const members = Math.max(0, draft.cold.payment.members - 1)
  const role = members > 0 ? 'head' : head === null ? 'single' : 'member'
  changeLimit(draft, () => setCold(draft, { payment: { role, head, members } }))
  announce(draft, 'payment-group.member-left', body)
}

/** The member's number as others may see it, where BOSS sent it. */
const maskedOf = ({ memberMasked }: { readonly memberMasked?: string | undefined }) =>
  memberMasked === undefined ? {} : { memberMasked }
