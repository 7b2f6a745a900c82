/** What only the embedded database must do: its folder, its thread, its upkeep. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open.ts'
import { failure, statement } from './database-cases.ts'

let template: string
let dataDir: string
const open: Database[] = []
const children: Child[] = []

type Child = ChildProcessByStdio<null, Readable, Readable>

/** A cluster is made once and copied: 0.1 s instead of 2 s for each test. */
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'kairos-embedded-'))
  await (await openDatabase({ dataDir: template })).close()
})

afterAll(() => rm(template, { recursive: true }))

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kairos-embedded-'))
  await cp(join(template, 'cluster'), join(dataDir, 'cluster'), { recursive: true })
})

afterEach(async () => {
  for (const child of children.splice(0)) await killed(child)
  for (const database of open.splice(0)) await database.close()
  await rm(dataDir, { recursive: true })
})

async function opened(ask: Partial<Parameters<typeof openDatabase>[0]> = {}): Promise<Database> {
  const database = await openDatabase({ dataDir, ...ask })
  open.push(database)
  return database
}

function writer(rows: number): Child {
  const script = join(import.meta.dirname, 'embedded-writer.ts')
  const child = spawn(process.execPath, [script, dataDir, String(rows)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

async function killed(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** Everything the child says until it has said so many lines, and then until it is dead. */
async function linesUntilKilled(child: Child, lines: number): Promise<string[]> {
  const said: string[] = []
  const reader = createInterface({ input: child.stdout })
  const closed = once(reader, 'close')
  for await (const line of reader) {
    said.push(line)
    if (said.length === lines) child.kill('SIGKILL')
  }
  await closed
  return said
}

describe('the data folder', () => {
  test('what was promised is there after kill -9, three times over', async () => {
    let promised = 0
    for (const [life, rows] of [1, 50, 2_000].entries()) {
      const said = await linesUntilKilled(writer(rows), 30)
      promised = Number(said.at(-1))
      expect(promised, `life ${life}`).toBeGreaterThan(0)
    }
    const database = await opened()
    const [found] = await database.read<{ count: number; last: number; whole: boolean }>(
      statement(
        'select count(*) as count, max(n) as last, bool_and(length(body) = 100) as whole from promised',
      ),
    )
    expect(found).toMatchObject({ count: found!.last, whole: true })
    expect(found!.last).toBeGreaterThanOrEqual(promised)
  })

  test('a second process is refused in one line that names the first, which goes on', async () => {
    const first = writer(1)
    await once(first.stdout, 'data')
    const refused = openDatabase({ dataDir })
    await expect(refused).rejects.toThrow(
      `${dataDir} is in use by process ${first.pid}; stop it, or choose another data folder`,
    )
    const second = writer(1)
    const [complaint] = (await once(second.stderr, 'data')) as [Buffer]
    expect(String(complaint)).toContain(`is in use by process ${first.pid}`)
    await once(first.stdout, 'data')
    expect(first.exitCode).toBeNull()
  })

  test('a lock that its holder left behind when it was killed holds nobody up', async () => {
    const first = writer(1)
    await once(first.stdout, 'data')
    await killed(first)
    const note = JSON.parse(readFileSync(join(dataDir, 'kairos.lock'), 'utf8')) as { pid: number }
    expect(note.pid).toBe(first.pid)
    await opened()
    expect(JSON.parse(readFileSync(join(dataDir, 'kairos.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  test('is refused to a second database of the same process too, and free after close', async () => {
    const first = await opened()
    await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`)
    await first.close()
    expect(existsSync(join(dataDir, 'kairos.lock'))).toBe(false)
    await opened()
  })

  test('a cluster that was only half made is made again', async () => {
    renameSync(join(dataDir, 'cluster'), join(dataDir, 'cluster.new'))
    await rm(join(dataDir, 'cluster.new', 'global'), { recursive: true })
    const database = await opened()
    expect(await database.read(statement('select 1 as one'))).toEqual([{ one: 1 }])
    expect(existsSync(join(dataDir, 'cluster.new'))).toBe(false)
  })
})

describe('the thread', () => {
  test('a PANIC fails the call, and the next one finds all that was committed', async () => {
    const database = await opened()
    await database.exec('create table kept (n int)')
    await database.transact([statement('insert into kept values (1)')])
    const wal = join(dataDir, 'cluster', 'pg_wal')
    renameSync(wal, `${wal}.away`)
    const grow = database.transact([
      statement(`insert into kept select n from generate_series(2, 2000000) n`),
    ])
    const [kind] = await failure(grow)
    expect(['retry', 'unknown-outcome']).toContain(kind)
    expect((await failure(database.read(statement('select 1'))))[0]).toBe('retry')
    renameSync(`${wal}.away`, wal)
    expect(await database.read(statement('select count(*) as n from kept'))).toEqual([{ n: 1 }])
  })

  test('a database in memory is lost with its thread, and says so', async () => {
    const database = await opened({ dataDir: null, limits: { hungAfterMs: 1_500 } })
    const endless = statement('select count(*) from generate_series(1, 1000000000000)')
    expect(await failure(database.read(endless))).toEqual(['retry', null])
    await expect(database.read(statement('select 1'))).rejects.toThrow('in memory, and is lost')
  })
})

describe('upkeep', () => {
  test('checkpoints, and vacuums and analyzes the table that is worn most', async () => {
    let now = 0
    const database = await opened({ elapsed: () => now })
    await database.exec(`create table worn (n int primary key, v int);
      insert into worn select n, 0 from generate_series(1, 5000) n; create table calm (n int)`)
    await database.transact([statement('update worn set v = 1'), statement('update worn set v = 2')])
    const before = await health(database)
    expect(before).toMatchObject({ vacuums: 0, analyzes: 0 })

    await database.maintain()
    expect(await health(database)).toEqual(before)

    now = 60_000
    await database.maintain()
    const after = await health(database)
    expect(after).toMatchObject({ vacuums: 1, analyzes: 1, dead: 0 })
    expect(after.checkpoint).not.toBe(before.checkpoint)

    now = 120_000
    await database.maintain()
    expect(await health(database)).toMatchObject({ vacuums: 1, analyzes: 1 })
  })
})

interface Health {
  readonly checkpoint: string
  readonly vacuums: number
  readonly analyzes: number
  readonly dead: number
}

async function health(database: Database): Promise<Health> {
  const [found] = await database.read<Health>(
    statement(`select (select checkpoint_lsn::text from pg_control_checkpoint()) as checkpoint,
      vacuum_count as vacuums, analyze_count as analyzes, n_dead_tup as dead
      from pg_stat_user_tables where relname = 'worn'`),
  )
  return found!
}
