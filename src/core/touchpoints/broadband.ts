/**
 * Broadband that stops with a mobile number in arrears (TP9-12): whoever depends on that number is told before it happens
 * (CO-47), by the account that receives the message.
 */
import { type Draft, setCold } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import type { InnerEvents } from '../event/inner.ts'
import { sendWord } from './word.ts'

/** Far above any household; so a crossing of the limit stays within one fan-out. */
export const dependentsMax = 50

export function linkBroadband(draft: Draft, body: FactOf<'broadband.linked'>): void {
  sendWord(draft, body.payerAccount, { type: 'broadband.depends', body: { account: draft.id } })
}

export function addDependent(draft: Draft, { account }: InnerEvents['broadband.depends']): void {
  const { dependents } = draft.cold
  if (dependents.includes(account) || dependents.length >= dependentsMax) return
  setCold(draft, { dependents: [...dependents, account] })
}

/** The balance of the number has come down to its limit. */
export function warnDependents(draft: Draft): void {
  const balanceMicroYuan = draft.hot.balance?.amount ?? 0
  for (const account of draft.cold.dependents) {
    sendWord(draft, account, { type: 'broadband.stop-ahead', body: { balanceMicroYuan } })
  }
}
