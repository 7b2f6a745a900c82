import { expect, test } from 'vitest'
import { shardCount, shardOf } from './shard.ts'

test.each([
  ['', 197],
  ['A1', 217],
  ['A17', 38],
  ['acc-17', 7],
])('the shard of %j never changes', (account, shard) => {
  expect(shardOf(account)).toBe(shard)
})

test('accounts with running numbers spread evenly: no shard has more than twice its share', () => {
  const counts = Array.from({ length: shardCount }, () => 0)
  for (let i = 0; i < 256_000; i += 1) counts[shardOf(`A${100_000 + i}`)]! += 1
  expect(Math.max(...counts)).toBeLessThan(2000)
  expect(Math.min(...counts)).toBeGreaterThan(500)
})
