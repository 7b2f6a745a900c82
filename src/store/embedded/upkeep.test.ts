import { expect, it } from 'vitest'
import { choreOf, isCheckpointDue, type TableWear } from './upkeep.ts'

const mb = 1024 * 1024

it.each([
  [0, 0, false, 'nothing written'],
  [0, 3_600_000, false, 'nothing written for an hour'],
  [63 * mb, 59_999, false, 'below both limits'],
  [64 * mb, 0, true, '64 MB'],
  [1, 60_000, true, 'a byte after 60 s'],
])('%i bytes of WAL after %i ms: checkpoint %s (%s)', (bytes, ms, due) => {
  expect(isCheckpointDue(bytes, ms)).toBe(due)
})

const table = (name: string, wear: Partial<TableWear>): TableWear => ({
  name,
  live: 10_000,
  dead: 0,
  fresh: 0,
  changed: 0,
  ...wear,
})

it.each<[TableWear[], string | null, string]>([
  [[], null, 'no tables'],
  [[table('a', {})], null, 'a fresh table'],
  [[table('a', { dead: 3_000 })], null, 'dead rows at the limit of 1,000 and a fifth'],
  [[table('a', { dead: 3_001 })], 'VACUUM (ANALYZE) a', 'dead rows over it'],
  [[table('a', { fresh: 12_001 })], 'VACUUM (ANALYZE) a', 'many new rows'],
  [[table('a', { changed: 1_501 })], 'ANALYZE a', 'changed rows over 500 and a tenth'],
  [[table('a', { live: 10, dead: 900 })], null, 'a small table is left in peace'],
  [[table('a', { dead: 4_000 }), table('b', { dead: 9_000 })], 'VACUUM (ANALYZE) b', 'the worst of several'],
])('%j needs %s: %s', (tables, chore) => {
  expect(choreOf(tables)).toBe(chore)
})
