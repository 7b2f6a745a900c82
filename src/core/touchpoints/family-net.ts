/**
 * Family net (TP2-10…19). Head and members are accounts of their own; the head's account knows who they are. Who leaves
 * tells the head, and the head tells the others: one removal, three audiences.
 */
import { familyMax } from '../account/account.ts'
import { type Draft, setCold } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import type { InnerEvents } from '../event/inner.ts'
import { announce } from './announcement.ts'
import { sendWord } from './word.ts'

export function joinFamily(draft: Draft, body: FactOf<'family-net.joined'>): void {
  const { head } = draft.cold.family
  if (head === body.headAccount) return // the same joining under another id: nothing new
  setCold(draft, { family: { ...draft.cold.family, head: body.headAccount } })
  sendWord(draft, body.headAccount, { type: 'family-net.member-joined', body: { member: draft.id } })
  announce(draft, 'family-net.joined', body)
}

export function familyJoined(draft: Draft, { member }: InnerEvents['family-net.member-joined']): void {
  const { family } = draft.cold
  if (family.members.includes(member) || family.members.length >= familyMax) return
  setCold(draft, { family: { ...family, members: [...family.members, member] } })
}

export function leaveFamily(draft: Draft, body: FactOf<'family-net.left'>): void {
  const { head } = draft.cold.family
  announce(draft, 'family-net.left', body)
  if (head === null) return
  setCold(draft, { family: { ...draft.cold.family, head: null } })
  sendWord(draft, head, { type: 'family-net.member-left', body: { member: draft.id, ...body } })
}

export function familyLeft(draft: Draft, body: InnerEvents['family-net.member-left']): void {
  const { member, ...leaving } = body
  const members = draft.cold.family.members.filter(other => other !== member)
  setCold(draft, { family: { ...draft.cold.family, members } })
  announce(draft, 'family-net.member-left', leaving)
  for (const other of members) sendWord(draft, other, { type: 'family-net.other-left', body: leaving })
}
