/** What only a server can do to us: die, drop a connection, lose the answer to a COMMIT. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open.ts'
import { type PostgresUnderTest, startPostgres } from '../postgres/postgres.ts'
import { failure, statement } from './database-cases.ts'

let postgres: PostgresUnderTest
let database: Database

beforeAll(async () => {
  postgres = await startPostgres({ own: true })
  database = await openDatabase({ url: postgres.url })
  await database.exec('create table kept (n int primary key)')
})

afterAll(async () => {
  await database.close()
  await postgres.stop()
})

const insert = (n: number): ReturnType<typeof statement> => statement('insert into kept values ($1)', n)

const kept = async (): Promise<number[]> =>
  (await database.read<{ n: number }>(statement('select n from kept order by n'))).map(row => row.n)

/** Kills the connection on which such a statement runs, as soon as it does. */
async function terminate(running: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity
    where state = 'active' and wait_event = 'PgSleep' and query ilike $1`
  while ((await client.query(kill, [running])).rowCount === 0) await sleep(5)
  await client.end()
}

test('a connection killed in the middle of a transaction: retry, and nothing is committed', async () => {
  const call = failure(database.transact([insert(1), statement('select pg_sleep(30)'), insert(2)]))
  await terminate('select pg_sleep%')
  expect(await call).toEqual(['retry', '57P01'])
  expect(await kept()).toEqual([])
  await database.transact([insert(1)])
  expect(await kept()).toEqual([1])
})

test('a connection killed while it commits: the outcome is unknown', async () => {
  await database.exec(`create table slow (n int);
    create function wait_long() returns trigger language plpgsql as $$ begin perform pg_sleep(30); return null; end $$;
    create constraint trigger slow after insert on slow deferrable initially deferred
      for each row execute function wait_long()`)
  const call = failure(database.transact([statement('insert into slow values (1)')]))
  await terminate('commit')
  expect(await call).toEqual(['unknown-outcome', '57P01'])
})

test('COMMIT refused for the data, by a deferred constraint: bad input, the connection stays in use', async () => {
  await database.exec('create table unique_late (n int unique deferrable initially deferred)')
  const twice = statement('insert into unique_late values (1), (1)')
  expect(await failure(database.transact([twice]))).toEqual(['bad-input', '23505'])
  expect(await database.read(statement('select * from unique_late'))).toEqual([])
})

test('a statement that waits too long for a lock: retry', async () => {
  const impatient = await openDatabase({
    url: postgres.url,
    limits: { lockTimeoutMs: 100, turnTimeoutMs: 400 },
  })
  const holder = database.transact([insert(50), statement('select pg_sleep(1)')])
  await sleep(200)
  expect(await failure(impatient.transact([insert(50)]))).toEqual(['retry', '55P03'])
  expect(await failure(impatient.transact([statement('select pg_sleep(2)')]))).toEqual(['retry', '57014'])
  await holder
  await impatient.close()
})

test('more callers than connections wait for one', async () => {
  const narrow = await openDatabase({ url: postgres.url, limits: { connectionsMax: 1 } })
  const calls = Array.from({ length: 50 }, (_, n) => narrow.transact([insert(100 + n)]))
  await Promise.all(calls)
  expect(await narrow.read(statement('select count(*) as n from kept where n between 100 and 149'))).toEqual([
    { n: 50 },
  ])
  await narrow.close()
})

test('kill -9 of the server: what was promised is there, and nothing else was lost', async () => {
  let promised = 1_000
  const dead = new AbortController()
  const writing = (async () => {
    while (!dead.signal.aborted) {
      await database.transact([insert(promised + 1)])
      promised += 1
    }
  })().catch((error: unknown) => error)
  await sleep(300)
  await postgres.kill9()
  dead.abort()
  await writing
  expect((await failure(database.read(statement('select 1'))))[0]).toBe('retry')
  await postgres.restart()
  const found = (await kept()).filter(n => n > 1_000)
  expect(found.length).toBeGreaterThanOrEqual(promised - 1_000)
  expect(found.at(-1)).toBe(1_000 + found.length)
})

test('a wrong address is refused at once', async () => {
  const call = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' })
  expect(await failure(call)).toEqual(['retry', null])
})
