/**
 * Looking at a customer. Staff need to have opened that customer in this session, with one of the lawful reasons (FP-09),
 * which is recorded once; each look of a key is.
 */
import type { Actor } from '../../api/actor.ts'
import type { Refusal } from '../../api/refusal.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AccountId } from '../../core/event/event.ts'
import { accessUntil } from '../../store/customer-access.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'

type Parts = Pick<DeskParts, 'database' | 'clock'>

export const reasonNeeded = refuse('reason-needed', 'open the customer first, and say why')

/** Before anything is read; a key may, and is noted when there was something to see. */
export async function refuseLook(
  { database, clock }: Parts,
  actor: Actor,
  account: AccountId,
): Promise<Refusal | null> {
  if (actor.kind === 'key') return null
  const ask = { session: actor.session, shard: shardOf(account), account, at: clock.now() }
  return (await accessUntil(database, ask)) === null ? reasonNeeded : null
}

/** Before what was read is given. */
export async function noteLook(
  { database, clock }: Parts,
  actor: Actor,
  { account, at: what }: { readonly account: AccountId; readonly at: string },
): Promise<void> {
  if (actor.kind !== 'key') return
  await database.transact([
    audited(actor, clock.now(), { action: 'customer.look', object: account, details: { what } }),
  ])
}
