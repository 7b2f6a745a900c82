/** Erasing people (BC-01): done by the engine in a turn, kept for good in a list without anything personal. */
import type { Desk } from '../../api/desk.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AccountId } from '../../core/event/event.ts'
import type { Instant } from '../../core/units.ts'
import { type ErasureView, lastErasure, listErasures } from '../../store/erasure.ts'
import { audited } from './audit.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor, refuse } from './parts.ts'

const viewOf = ({ seq, ...row }: ErasureView) => ({ id: String(seq), ...row })

export function erasuresDesk(parts: DeskParts): Pick<Desk, 'erasePerson' | 'listErasures'> {
  const { clock, database, engine, log, surroundings } = parts
  return {
    async erasePerson({ account, reason }, actor) {
      // Before it is done: the list of erasures, written with it, tells what came of it.
      const deed = { action: 'customer.erase', object: account, reason }
      await database.transact([audited(actor, clock.now(), deed)])
      const verdict = await engine.erase({ account, by: actor.name, reason })
      const last = await lastErasure(database, { shard: shardOf(account), account })
      if (verdict.state === 'set-aside') throw new Error(`the erasure of ${account} failed: ${verdict.note}`)
      if (verdict.state !== 'decided') {
        return last === null
          ? refuse('not-found', `nobody is known under the account ${account}`)
          : refuse('wrong-state', `${account} was erased already, ${new Date(last.at).toISOString()}`)
      }
      // The allow-list still knows the lines.
      await surroundings.reload(clock.now())
      log.warn({ account, by: actor.name, reason }, 'a person was erased')
      return viewOf(last!)
    },
    async listErasures({ after, limit }) {
      const cursor = readCursor(after, ['number'])
      if (cursor === 'bad') return badCursor
      const before = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const rows = await listErasures(database, { before, rowsMax: limit + 1 })
      const { items, next } = pageOf(rows, limit, row => cursorOf(row.seq))
      return { items: items.map(viewOf), next }
    },
  }
}

/** When the person behind an account was last erased, null when nobody was: for whoever asks why something is blank. */
export async function erasedAt(
  { database }: Pick<DeskParts, 'database'>,
  account: AccountId,
): Promise<Instant | null> {
  return (await lastErasure(database, { shard: shardOf(account), account }))?.at ?? null
}
