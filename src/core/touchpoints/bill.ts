/** Post-paid accounts: a bill, a last day, two days of dunning, and peace once it is settled (TP9-07, BT-06). */
import { type Draft, factTime, setHot } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { announce, raise } from './announcement.ts'

export function issueBill(draft: Draft, body: FactOf<'bill.issued'>): void {
  const { month, amountMicroYuan: due, payBy, payer } = body
  const known = draft.hot.bill
  const isNewest = known === null || known.month <= month
  if (payBy !== undefined && due > 0 && isNewest) {
    const { line } = draft.event
    setHot(draft, { bill: { month, due, payBy, payer, line, issuedAt: factTime(draft) } })
  }
  announce(draft, 'bill.issued', { ...body, payMonth: payBy?.slice(0, 7) })
}

/** A version of the rulebook meets what is still to be paid, as it was issued: moments count from then. */
export function tellOpenBill(draft: Draft): void {
  const { bill } = draft.hot
  if (bill === null || bill.payer === null) return
  const { month, due: amountMicroYuan, payBy, payer, line, issuedAt: at } = bill
  const body = { month, amountMicroYuan, payBy, payMonth: payBy.slice(0, 7), payer }
  raise(draft, 'bill.issued', { body, line, at })
}

/** The next arrears need a new warning. */
export function settleBill(draft: Draft, body: FactOf<'bill.settled'>): void {
  if (draft.hot.bill?.month === body.month) setHot(draft, { bill: null, warnedAt: null })
  announce(draft, 'bill.settled', body)
}
