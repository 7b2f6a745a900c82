/**
 * The shard of an account: fixed for ever, since every account table's key begins with it (design §5).
 *
 * FNV-1a over the UTF-16 code units (ids are ASCII), 32 bits folded by exclusive or to 8, as its authors
 * advise for small ranges.
 */
import type { AccountId } from '../event/event.ts'

export const shardCount = 256

export function shardOf(account: AccountId): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < account.length; i += 1) {
    hash ^= account.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash ^= hash >>> 8
  return hash & 0xff
}
