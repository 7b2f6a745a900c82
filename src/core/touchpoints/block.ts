/** Staff keep reminders from a customer for a time, and let them through again (NF-12); who may is the desk's to say. */
import { type Block, blocksMax } from '../account/account.ts'
import { type Draft, setCold } from '../draft.ts'
import type { StaffEvents } from '../event/inner.ts'

export function block(draft: Draft, body: StaffEvents['reminders.blocked']): void {
  const { block: id, kind, value, until, askedBy, by } = body
  const fresh: Block = { id, kind, value, line: draft.event.line, until, askedBy, approvedBy: by }
  const others = draft.cold.blocks.filter(known => known.id !== id && known.until > draft.world.now)
  setCold(draft, { blocks: [...others.slice(1 - blocksMax), fresh] })
}

export function unblock(draft: Draft, { block: id }: StaffEvents['reminders.unblocked']): void {
  if (!draft.cold.blocks.some(known => known.id === id)) return
  setCold(draft, { blocks: draft.cold.blocks.filter(known => known.id !== id) })
}
