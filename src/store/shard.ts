/** The fence: nobody commits for a shard but the engine whose epoch it bears (design §5, Fence). */
import { shardCount } from '../core/account/shard.ts'
import type { Database, Statement } from './database.ts'

/** A shard as its engine knows it. */
export interface Fence {
  readonly shard: number
  readonly epoch: number
  readonly turn: number
}

/** Moves the shards of a turn on by one; any that another engine has taken aborts it. */
export function moveOn(fences: readonly Fence[]): Statement {
  return {
    text: `
      update shard set turn = shard.turn + 1
      from unnest($1::smallint[], $2::integer[], $3::bigint[]) as ours (shard, epoch, turn)
      where shard.shard = ours.shard and shard.epoch = ours.epoch and shard.turn = ours.turn`,
    values: [fences.map(f => f.shard), fences.map(f => f.epoch), fences.map(f => f.turn)],
    rows: fences.length,
  }
}

/**
 * A backup knows nothing of the engines that came after it, and one of them may still run: the first epoch after a restore is so much
 * higher than the last known. They would have to start so often to reach it; there is room for 2,000 restores.
 */
export const restoredStep = 1_000_000

/** Takes all shards: from now on no other engine commits. */
export async function takeShards(database: Database, step = 1): Promise<Fence[]> {
  const taken = `
    update shard set epoch = (select max(epoch) + $1::integer from shard)
    returning shard, epoch, turn`
  const [rows] = await database.transact([{ text: taken, values: [step], rows: shardCount }])
  return (rows as unknown as Fence[]).toSorted((a, b) => a.shard - b.shard)
}

export function readFences(database: Database): Promise<readonly Fence[]> {
  return database.read<Fence>({ text: 'select shard, epoch, turn from shard order by shard', values: [] })
}
