/**
 * The commit of a turn, all or nothing.
 *
 * The same statements are sent until it is known what became of them: the fence lets them in once. After a
 * lost COMMIT answer the fence tells: one further is our turn, which stands; unmoved means that it did not
 * get in, or not yet; sent again it either gets in or finds the fence moved by its own first try.
 */
import type { Statement } from '../../store/database.ts'
import { type Fence, readFences } from '../../store/shard.ts'
import { FencedOff } from '../fences.ts'
import { isKind, isTrouble, patiently, pause } from '../patience.ts'
import type { TurnParts } from './parts.ts'

/** Throws FencedOff when another engine owns a shard, and DatabaseError when the data is refused. */
export async function commit(
  parts: TurnParts,
  statements: readonly Statement[],
  fences: readonly Fence[],
): Promise<void> {
  let inDoubt = false
  for (let tries = 0; ; tries += 1) {
    try {
      await parts.database.transact(statements)
      return parts.fences.moved(fences)
    } catch (error) {
      inDoubt ||= isKind(error, 'unknown-outcome')
      const refused = isKind(error, 'conflict-of-rows')
      if (!isTrouble(error) && !refused) throw error
      const state = await stateOf(parts, fences)
      if (state === 'taken') throw new FencedOff()
      if (inDoubt && state === 'moved') return parts.fences.moved(fences)
      if (refused) throw error
      parts.log.warn({ error }, 'a turn could not be committed; trying again')
    }
    await pause(parts, tries)
  }
}

/** `moved`: exactly our turn stands, since only we use our epoch. */
async function stateOf(parts: TurnParts, fences: readonly Fence[]): Promise<'ours' | 'moved' | 'taken'> {
  const rows = await patiently(parts, () => readFences(parts.database))
  const now = new Map(rows.map(row => [row.shard, row]))
  if (fences.some(fence => now.get(fence.shard)?.epoch !== fence.epoch)) return 'taken'
  return fences.every(fence => now.get(fence.shard)?.turn === fence.turn + 1) ? 'moved' : 'ours'
}
