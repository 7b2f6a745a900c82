/**
 * How fast both databases are, and how heavy the embedded one is: `node test/contracts/database-speed.ts`.
 * Each runs in a process of its own. Bulk upserts over 100,000 rows of 200 bytes, fenced by a row as a turn is.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open.ts'
import { startPostgres } from '../postgres/postgres.ts'

const rowsInTable = 100_000
const forMs = 3_000
const body = 'x'.repeat(200)
const write = `insert into bulk select k, v from unnest($1::bigint[], string_to_array($2, E'\\n')) as new (k, v)
  on conflict (k) do update set v = excluded.v`

const [only] = process.argv.slice(2)
if (only === 'embedded') await embedded()
else if (only === 'server') await server()
else {
  for (const name of ['embedded', 'server']) {
    spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' })
  }
}

async function embedded(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kairos-speed-'))
  const first = await timed('embedded: first start', () => openDatabase({ dataDir }))
  say('embedded: peak of the first start', megabytes('VmHWM'), 'MB')
  await measure(first)
  say('embedded: memory after that', megabytes('VmRSS'), 'MB')
  await timed('embedded: close', () => first.close())
  const again = await timed('embedded: open again', () => openDatabase({ dataDir }))
  await again.close()
  const memory = await timed('embedded: open in memory', () => openDatabase({ dataDir: null }))
  await memory.close()
  rmSync(dataDir, { recursive: true })
}

async function server(): Promise<void> {
  const postgres = await startPostgres({ own: true, fsync: true })
  const database = await timed('server: open', () => openDatabase({ url: postgres.url }))
  await measure(database)
  await database.close()
  await postgres.stop()
}

async function measure(database: Database): Promise<void> {
  await database.exec(`create table bulk (k bigint primary key, v text);
    create table fence (turn bigint); insert into fence values (0);
    insert into bulk select n, repeat('x', 200) from generate_series(0, ${rowsInTable - 1}) n`)
  for (const rows of [1, 100, 2_000]) {
    await upserts(database, rows, 200)
    await repeat(`${database.kind}: transactions of ${rows} rows`, 20, () => upserts(database, rows, 20))
  }
  const one = { text: 'select k, v from bulk where k = $1', values: [7] }
  await repeat(`${database.kind}: reads of one row`, 1, () => database.read(one))
}

async function upserts(database: Database, rows: number, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const start = Math.floor(Math.random() * rowsInTable)
    const keys = Array.from({ length: rows }, (_, n) => (start + n * 49) % rowsInTable)
    await database.transact([
      { text: 'update fence set turn = turn + 1', values: [], rows: 1 },
      { text: write, values: [keys, keys.map(() => body).join('\n')], rows },
    ])
  }
  await database.maintain()
}

/** @param count how many of them each call of `work` does */
async function repeat(what: string, count: number, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  let done = 0
  while (performance.now() - began < forMs) {
    await work()
    done += count
  }
  say(what, (done / (performance.now() - began)) * 1_000, 'a second')
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  say(what, performance.now() - began, 'ms')
  return result
}

/** From Linux: VmRSS is what the process holds now, VmHWM the most that it ever held. */
function megabytes(field: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))
  return Number(line?.[1]) / 1_024
}

function say(what: string, figure: number, unit: string): void {
  console.log(`${what.padEnd(42)} ${figure.toFixed(0).padStart(8)} ${unit}`)
}
