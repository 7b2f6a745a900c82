/** Which accounts a dry run plays: those whose hash is smallest, so that another run of the same sample plays the same. */
import { createHash } from 'node:crypto'
import type { AccountKey } from '../../store/account.ts'
import type { Database } from '../../store/database.ts'
import { accountsAfter, pageRowsMax } from '../../store/dry-run-history.ts'

export interface Sample {
  readonly all: number
  /** By key, as they are stored. */
  readonly chosen: readonly AccountKey[]
}

interface Ranked extends AccountKey {
  readonly rank: number
}

/** @throws whatever `signal` was aborted with */
export async function sampleOf(database: Database, size: number, signal: AbortSignal): Promise<Sample> {
  let kept: Ranked[] = []
  let all = 0
  let after: AccountKey | null = null
  for (;;) {
    signal.throwIfAborted()
    const page: readonly AccountKey[] = await accountsAfter(database, after)
    all += page.length
    kept.push(...page.map(({ shard, account }) => ({ shard, account, rank: rankOf(account) })))
    if (kept.length > size * 2 + pageRowsMax) kept = smallest(kept, size)
    after = page.at(-1) ?? null
    if (page.length < pageRowsMax) break
  }
  const chosen = smallest(kept, size).toSorted(
    (a, b) => a.shard - b.shard || (a.account < b.account ? -1 : 1),
  )
  return { all, chosen: chosen.map(({ shard, account }) => ({ shard, account })) }
}

const smallest = (ranked: readonly Ranked[], size: number): Ranked[] =>
  ranked.toSorted((a, b) => a.rank - b.rank || (a.account < b.account ? -1 : 1)).slice(0, size)

/** Another hash than the shard's, so that a sample takes from all of them alike. */
const rankOf = (account: string): number =>
  createHash('sha256').update(`dry-run\0${account}`).digest().readUIntBE(0, 6)
