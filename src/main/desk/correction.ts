/**
 * An event that came wrong is put right by staff (G10): it goes through the same parse as at intake, keeps its source and id, and
 * returns as a late fact. What it was and what it is now stand in the audit log as keyed hashes: they can be held against a copy, and
 * tell nothing.
 */
import type { z } from 'zod'
import type { Actor } from '../../api/actor.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { corrected, correctBody } from '../../api/shapes/set-aside.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Arrival } from '../../core/event/arrival.ts'
import { rawPlace } from '../../engine/turn/personal.ts'
import type { Fault } from '../../intake/fault.ts'
import { parseText } from '../../intake/parse.ts'
import { correctAside, findAside, rawAside } from '../../store/set-aside.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'

type Asked = Readonly<z.output<typeof correctBody>> & { readonly id: string }
type Answer = z.output<typeof corrected>

export async function correctAsideOf(
  parts: DeskParts,
  { id, event, check, reason }: Asked,
  actor: Actor,
): Promise<Answer | Refusal> {
  const { database, vault, clock, engine } = parts
  const row = await findAside(database, Number(id))
  if (row === null) return refuse('not-found', `no event was set aside under ${id}`)
  const [kept] = await rawAside(database, [row.seq])
  if (kept === undefined)
    return refuse('wrong-state', `it is ${row.state}: only a set-aside event can be corrected`)
  if (kept.origin !== 'outside')
    return refuse('wrong-state', 'it is an event of our own: there is nothing to correct')
  const parsed = parseText(JSON.stringify(event))
  if (parsed.state === 'refused') return faulty(parsed.faults)
  const { arrival } = parsed
  const moved = (['source', 'id'] as const).filter(name => arrival[name] !== row[name])
  if (moved.length > 0) return faulty(moved.map(anotherEvent))
  if (check) return { outcome: 'checked', reason: null, note: '' }
  const before = vault.unsealHouse(kept.raw, rawPlace(kept.time))
  const after = JSON.stringify(arrival)
  const at = clock.now()
  await database.transact([
    correctAside(row.seq, {
      ...placeOf(arrival, parts),
      at,
      raw: vault.sealHouse(after, rawPlace(arrival.time)),
    }),
    audited(actor, at, {
      action: 'set-aside.correct',
      object: id,
      reason,
      details: { before: vault.bodyHash(before), after: vault.bodyHash(after) },
    }),
  ])
  const [verdict] = await engine.replay([row.seq])
  if (verdict === undefined) return refuse('wrong-state', 'it is being decided by somebody else')
  return verdict.state === 'set-aside'
    ? { outcome: verdict.state, reason: verdict.reason, note: verdict.note }
    : { outcome: verdict.state, reason: null, note: '' }
}

/** By which it is found when the person behind it is erased. */
function placeOf({ type, time, subject }: Arrival, { vault }: DeskParts) {
  const byAccount = subject.kind === 'account'
  return {
    type,
    time,
    account: byAccount ? subject.account : null,
    shard: byAccount ? shardOf(subject.account) : null,
    numberHash: byAccount ? null : vault.numberHash(subject.number),
  }
}

const faulty = (faults: readonly Fault[]): Refusal => ({
  ...refuse('invalid-input', 'the event could not be taken in like this'),
  faults: faults.map(fault => ({ ...fault, field: fault.field === '' ? 'event' : `event.${fault.field}` })),
})

const anotherEvent = (field: 'source' | 'id'): Fault => ({
  code: 'not-allowed',
  field,
  problem: 'is another than that of the event that came',
  remedy: 'leave it as it was; send another event by itself',
})
