/**
 * The database alone, through our seam: upserts among 100,000 rows of 200 bytes, in transactions that a row fences as
 * the turn's are, and reads of one row. What batches are worth, and what a first start costs.
 */
import type { Database } from '../src/store/database.ts'
import { type Measure, perSecond, whole } from './clockwork.ts'
import type { Bench } from './databases.ts'

const rowsInTable = 100_000
const batches = [1, 100, 2_000]
const body = 'x'.repeat(200)
const write = `insert into bulk select k, v from unnest($1::bigint[], string_to_array($2, E'\\n')) as new (k, v)
  on conflict (k) do update set v = excluded.v`

/** @param ms of each measurement */
export async function benchStore(bench: Bench, ms: number): Promise<readonly Measure[]> {
  const began = performance.now()
  const database = await bench.open('store')
  const opened = performance.now() - began
  await database.exec(`create table bulk (k bigint primary key, v text);
    create table fence (turn bigint); insert into fence values (0);
    insert into bulk select n, repeat('x', 200) from generate_series(0, ${rowsInTable - 1}) n`)
  const row = (what: string, figure: string): Measure => ({
    what: `${what}, ${bench.kind}`,
    figure,
    floor: '–',
    ratio: '–',
    target: '',
  })
  const rows = [row('first start, migrations included', `${whole(opened)} ms`)]
  let single = 0
  for (const size of batches) {
    const rate = await repeated(ms, size, n => upsert(database, size, n))
    if (size === 1) single = rate
    const beside =
      size === 1
        ? {}
        : { floor: `${perSecond(single)} (one by one)`, ratio: `${(rate / single).toFixed(0)} ×` }
    rows.push({ ...row(`upserts in transactions of ${size}`, perSecond(rate)), ...beside })
  }
  const one = (n: number) => ({ text: 'select k, v from bulk where k = $1', values: [n % rowsInTable] })
  rows.push(row('reads of one row', perSecond(await repeated(ms, 1, n => database.read(one(n))))))
  return rows
}

async function upsert(database: Database, rows: number, n: number): Promise<void> {
  const keys = Array.from({ length: rows }, (_, i) => ((n * rows + i) * 49) % rowsInTable)
  await database.transact([
    { text: 'update fence set turn = turn + 1', values: [], rows: 1 },
    { text: write, values: [keys, keys.map(() => body).join('\n')], rows },
  ])
}

/** Per second, where each call does so many; the first tenth only warms up. */
async function repeated(ms: number, each: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const warm = performance.now() + ms / 10
  let n = 0
  while (performance.now() < warm) await work((n += 1))
  const began = performance.now()
  const first = n
  while (performance.now() - began < ms) await work((n += 1))
  return ((n - first) * each * 1_000) / (performance.now() - began)
}
