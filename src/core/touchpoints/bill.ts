/** Post-paid accounts: a bill, a last day, two days of dunning, and peace once it is settled (TP9-07, BT-06). */
import { type Draft, setHot } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { announce } from './announcement.ts'

export function issueBill(draft: Draft, body: FactOf<'bill.issued'>): void {
  const { month, amountMicroYuan: due, payBy } = body
  const known = draft.hot.bill
  const isNewest = known === null || known.month <= month
  if (payBy !== undefined && due > 0 && isNewest) setHot(draft, { bill: { month, due, payBy } })
  announce(draft, 'bill.issued', { ...body, payMonth: payBy?.slice(0, 7) })
}

/** The next arrears need a new warning. */
export function settleBill(draft: Draft, body: FactOf<'bill.settled'>): void {
  if (draft.hot.bill?.month === body.month) setHot(draft, { bill: null, warnedAt: null })
  announce(draft, 'bill.settled', body)
}
