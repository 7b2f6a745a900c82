/**
 * May this arrival be decided? (G2, G10) Asked in this order; the first that says no is its verdict:
 *
 * found out by trying → from the future → known already, another under its id, or too late to tell →
 * its line is not known yet → an opening that cannot be.
 */
import type { Account } from '../../core/account/account.ts'
import { linesMax } from '../../core/account/account.ts'
import { earliestKnown, eventHash, judge, type Recorded, sight } from '../../core/account/duplicates.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Arrival, Verdict } from '../../core/event/arrival.ts'
import type { AccountId } from '../../core/event/event.ts'
import type { Instant } from '../../core/units.ts'
import { findEvents, type Sought } from '../../store/journal.ts'
import type { ArrivalItem, Item } from './item.ts'
import type { Loaded } from './load.ts'
import type { TurnParts } from './parts.ts'
import type { Openings, Resolution } from './resolve.ts'

export const aheadMaxMs = 600_000
/** How far from its own time an id is sought that may have come with another: a re-sent correction comes soon. */
const conflictWithinMs = 86_400_000

/** What the journal knows of the arrivals that it was asked about. */
export type Records = ReadonlyMap<Item, readonly Recorded[]>

/** Asks the journal about every arrival that ring and floor cannot prove new. */
export async function lookUp(
  parts: Pick<TurnParts, 'database'>,
  resolution: Resolution,
  loaded: Loaded,
): Promise<Records> {
  const items: Item[] = []
  const sought: Sought[] = []
  for (const [account, arrivals] of byAccount(resolution)) {
    const stored = loaded.accounts.get(account)
    if (stored === undefined) continue
    for (const item of suspects(stored, arrivals)) {
      items.push(item)
      sought.push(soughtOf(stored, item.arrival))
    }
  }
  const records = new Map<Item, Recorded[]>(items.map(item => [item, []]))
  for (const seen of sought.length === 0 ? [] : await findEvents(parts.database, sought)) {
    records.get(items[seen.i]!)!.push(seen)
  }
  return records
}

function byAccount(resolution: Resolution): ReadonlyMap<AccountId, ArrivalItem[]> {
  const lists = new Map<AccountId, ArrivalItem[]>()
  for (const [item, { holder }] of resolution.subjects) {
    if (holder === null || item.kind !== 'arrival') continue
    const list = lists.get(holder.account)
    if (list === undefined) lists.set(holder.account, [item])
    else list.push(item)
  }
  return lists
}

/**
 * By the marks as stored: whatever was decided before this batch is in their ring or not later than their
 * floor; what earlier events of the batch did is known without asking. Late facts that return always look.
 */
export function suspects({ hot }: Account, arrivals: readonly ArrivalItem[]): readonly ArrivalItem[] {
  return arrivals.filter(item => {
    const { source, id, time } = item.arrival
    return item.seq !== null || sight(hot, { hash: eventHash(source, id), time }) === 'look'
  })
}

function soughtOf({ id: account, hot }: Account, arrival: Arrival): Sought {
  const { source, id, time } = arrival
  const from = earliestKnown(hot, { hash: eventHash(source, id), time })
  return {
    shard: shardOf(account),
    account,
    source,
    id,
    from: Math.min(from, time - conflictWithinMs),
    until: latestKnown(hot.ring, eventHash(source, id), time) + conflictWithinMs,
  }
}

const latestKnown = (ring: Account['hot']['ring'], hash: number, time: Instant): Instant =>
  ring.reduce((latest, known) => (known.hash === hash && known.time > latest ? known.time : latest), time)

/** What one arrival is judged by. */
export interface Candidate {
  readonly item: ArrivalItem
  readonly account: Account
  /** Worked out only when there is something to compare with. */
  readonly bodyHash: () => number
  /** Of the same id, decided earlier in this batch. */
  readonly before: Recorded | undefined
  readonly records: readonly Recorded[] | undefined
}

export const fromTheFuture = (item: ArrivalItem): boolean => item.arrival.time > item.now + aheadMaxMs

export function judgeRepetition(candidate: Candidate, journalFrom: Instant): Verdict | null {
  const { item, account, bodyHash, before, records } = candidate
  const { source, id, time } = item.arrival
  const known = before ?? records?.find(record => record.time === time) ?? records?.[0] ?? null
  if (
    known === null &&
    records === undefined &&
    sight(account.hot, { hash: eventHash(source, id), time }) === 'new'
  ) {
    return null
  }
  const event = { time, bodyHash: bodyHash() }
  const judgement = judge(event, known, journalFrom)
  switch (judgement) {
    case 'new':
      return null
    case 'duplicate':
      return { state: 'duplicate' }
    case 'conflict':
      return { state: 'set-aside', reason: 'conflict', note: conflictNote(event, known!) }
    case 'too-late-to-check':
      return {
        state: 'set-aside',
        reason: 'too-late-to-check',
        note: 'older than the oldest day of the journal: whether it was decided before cannot be told',
      }
  }
}

const conflictNote = (event: Recorded, known: Recorded): string =>
  event.time === known.time
    ? 'this source and id came before with another body'
    : `this source and id came before with time ${new Date(known.time).toISOString()}`

/** Why an opening cannot be, null when it can. */
export function refuseOpening(
  candidate: Pick<Candidate, 'item' | 'account'>,
  resolution: Resolution,
  openings: Openings,
): Verdict | null {
  const { item, account } = candidate
  const opening = resolution.openings.get(item)
  if (opening === undefined) return null
  const line = String(item.arrival.data['line'])
  const { later, hash } = opening
  if ((later !== null && later.line !== line) || openings.later(hash, item.arrival.time, line)) {
    return { state: 'set-aside', reason: 'number-in-use', note: 'another line holds this number since later' }
  }
  const { lines } = account.cold
  if (lines.length < linesMax || lines.some(known => known.id === line)) return null
  return { state: 'set-aside', reason: 'too-many-lines', note: `the account holds ${linesMax} lines` }
}
