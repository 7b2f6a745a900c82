/** May this fact be decided? The core's own marks are asked; the journal has the last word. */
import { eventHash, judge, sight, textHash } from '../../../src/core/account/duplicates.ts'
import type { Account } from '../../../src/core/account/account.ts'
import type { Fact, Moment } from '../chronicle.ts'
import { nameOf, type Tables } from './tables.ts'

const aheadMaxMs = 600_000

export type Admission =
  | { readonly state: 'new' }
  | { readonly state: 'duplicate' }
  | { readonly state: 'waiting' }
  | { readonly state: 'set-aside'; readonly reason: string }

/** One that has waited is looked up in any case, as the engine does. */
export function admit(
  tables: Tables,
  fact: Fact,
  when: { readonly account: Account; readonly now: Moment; readonly hasWaited: boolean },
): Admission {
  const { account, now, hasWaited } = when
  if (fact.time > now + aheadMaxMs) return { state: 'set-aside', reason: 'from-the-future' }
  if (!isKnown(account, fact)) return { state: 'waiting' }
  const { source, id, time } = fact
  if (!hasWaited && sight(account.hot, { hash: eventHash(source, id), time }) === 'new')
    return { state: 'new' }
  const all = tables.known.get(nameOf(fact.account, `${source} ${id}`)) ?? []
  const known = all.find(row => row.event.time === time) ?? all[0]
  const recorded = known === undefined ? null : { time: known.event.time, bodyHash: bodyHash(known.fact!) }
  const judgement = judge({ time, bodyHash: bodyHash(fact) }, recorded, 0)
  if (judgement === 'new' || judgement === 'duplicate') return { state: judgement }
  return { state: 'set-aside', reason: judgement }
}

const bodyHash = (fact: Fact): number => textHash(JSON.stringify([fact.type, fact.line, fact.body]))

/** An account is known by its first line, a line from its opening on. */
function isKnown(account: Account, fact: Fact): boolean {
  if (fact.type === 'line.opened') return true
  if (fact.line === null) return account.cold.lines.length > 0
  return account.cold.lines.some(line => line.id === fact.line && line.openedAt <= fact.time)
}
