// oxlint-disable vitest/no-standalone-expect -- the suite runs each of these inside a test
import { expect } from 'vitest'
import { type Database, DatabaseError, type Row, type Statement } from '../../src/store/database.ts'
import type { DatabaseLimits } from '../../src/store/limits.ts'
import type { DatabaseDriver } from './database-suite.ts'
import { failureCases, typeCases } from './database-values.ts'

/** What a case plays on: an empty table `(k bigint primary key, v text)` of its own. */
export interface DatabaseStage {
  readonly database: Database
  readonly driver: DatabaseDriver
  readonly table: string
  /** Closes the database, and opens it again for this case and all that follow. */
  readonly reopen: (limits?: Partial<DatabaseLimits>) => Promise<Database>
}

export const statement = (text: string, ...values: unknown[]): Statement => ({ text, values })
const expecting = (rows: number, text: string, ...values: unknown[]): Statement => ({ text, values, rows })

/** How a call fails: [kind, SQLSTATE]. */
export async function failure(call: Promise<unknown>): Promise<[string, string | null]> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  )
  if (error instanceof DatabaseError) return [error.kind, error.code]
  throw error
}

const insert = (table: string, ...keys: number[]): Statement =>
  expecting(keys.length, `insert into ${table} select unnest($1::bigint[])`, keys)

const keys = async (database: Database, table: string): Promise<number[]> =>
  (await database.read<{ k: number }>(statement(`select k from ${table} order by k`))).map(row => row.k)

export const databaseCases = {
  'commits all statements, and returns the rows of each': async ({ database, table }: DatabaseStage) => {
    const answers = await database.transact([
      statement(`insert into ${table} values (1, 'a'), (2, 'b') returning k`),
      statement(`update ${table} set v = 'c' where k = 1`),
      statement(`select * from ${table} order by k`),
    ])
    expect(answers).toEqual([
      [{ k: 1 }, { k: 2 }],
      [],
      [
        { k: 1, v: 'c' },
        { k: 2, v: 'b' },
      ],
    ])
  },

  'commits nothing when one statement fails, wherever it stands': async ({
    database,
    table,
  }: DatabaseStage) => {
    const bad = statement(`insert into ${table} values (1, 'twice'), (1, 'twice')`)
    const good = [insert(table, 1), insert(table, 2), insert(table, 3)]
    for (const at of [0, 1, 2, 3]) {
      expect(await failure(database.transact(good.toSpliced(at, 0, bad)))).toEqual(['bad-input', '23505'])
      expect(await keys(database, table)).toEqual([])
    }
  },

  'abandons the transaction when a statement hits another number of rows than it must': async ({
    database,
    table,
  }: DatabaseStage) => {
    await database.transact([insert(table, 1, 2)])
    for (const fenced of [
      expecting(1, `update ${table} set v = 'x' where k = 9`),
      expecting(1, `update ${table} set v = 'x'`),
      expecting(0, `delete from ${table} where k = 1`),
      expecting(2, `select * from ${table}`),
    ]) {
      expect(await failure(database.transact([insert(table, 7), fenced]))).toEqual(['conflict-of-rows', null])
      expect(await keys(database, table)).toEqual([1, 2])
    }
    await database.transact([insert(table, 7), expecting(3, `update ${table} set v = 'x'`)])
    expect(await keys(database, table)).toEqual([1, 2, 7])
  },

  'takes transactions from many callers at once': async ({ database, table }: DatabaseStage) => {
    const bump = expecting(1, `update ${table} set v = (v::int + 1)::text where k = 0`)
    await database.transact([statement(`insert into ${table} values (0, '0')`)])
    await Promise.all(Array.from({ length: 100 }, (_, k) => database.transact([insert(table, k + 1), bump])))
    expect(await database.read(statement(`select v from ${table} where k = 0`))).toEqual([{ v: '100' }])
    expect(await keys(database, table)).toHaveLength(101)
  },

  'runs an empty transaction, and refuses one of more than 1,000 statements': async ({
    database,
  }: DatabaseStage) => {
    expect(await database.transact([])).toEqual([])
    expect(await database.snapshot([])).toEqual([])
    const many = Array.from({ length: 1_001 }, () => statement('select 1'))
    await expect(database.transact(many)).rejects.toThrow('1001 statements')
  },

  'gives each type back as the same JavaScript value': async ({ database }: DatabaseStage) => {
    for (const [type, given, expected] of typeCases) {
      const [row] = await database.read<Row>(statement(`select $1::${type} as value`, given))
      expect({ type, ...row }).toStrictEqual({ type, value: expected })
    }
  },

  'keeps any text as it is': async ({ database, table }: DatabaseStage) => {
    const texts = [
      '',
      ' ',
      'a\nb\r\n\tc',
      `it's "quoted" \\ {braces}, NULL`,
      '您好，话费不足 😀👨‍👩‍👧',
      '\u0001\u001f',
      '$1 %s',
    ]
    await database.transact(
      texts.map((text, k) => statement(`insert into ${table} values ($1, $2)`, k, text)),
    )
    expect(await database.read(statement(`select v from ${table} order by k`))).toEqual(
      texts.map(v => ({ v })),
    )
    expect(await database.read(statement(`select $1::text[] as all`, texts))).toEqual([{ all: texts }])
  },

  'keeps integers up to 2^53 - 1, and refuses to give out what JavaScript would round': async ({
    database,
    table,
  }: DatabaseStage) => {
    const most = Number.MAX_SAFE_INTEGER
    await database.transact([
      insert(table, most, -most),
      statement(`insert into ${table} values ($1)`, 2n ** 53n),
    ])
    const read = (k: string): Promise<Row[]> =>
      database.read(statement(`select k from ${table} where k = ${k}`))
    expect(await read('9007199254740991')).toEqual([{ k: most }])
    expect(await read('-9007199254740991')).toEqual([{ k: -most }])
    expect(await failure(read('9007199254740992'))).toEqual(['bad-input', null])
    expect(await failure(database.transact([statement(`select k from ${table}`)]))).toEqual([
      'bad-input',
      null,
    ])
  },

  'takes 5,000 rows in one statement': async ({ database, table }: DatabaseStage) => {
    const ks = Array.from({ length: 5_000 }, (_, k) => k)
    const lines = ks.map(k => `行 ${k}`).join('\n')
    const bulk = `insert into ${table} select * from unnest($1::bigint[], string_to_array($2, E'\\n'))`
    await database.transact([expecting(5_000, bulk, ks, lines)])
    const rows = await database.read(statement(`select k, v from ${table} order by k`))
    expect(rows).toEqual(ks.map(k => ({ k, v: `行 ${k}` })))
  },

  'says of each failure whether the data is at fault': async ({ database, table }: DatabaseStage) => {
    await database.transact([insert(table, 1)])
    for (const [text, values, kind, code] of failureCases(table)) {
      const found = await failure(database.transact([insert(table, 2), statement(text, ...values)]))
      expect([text, ...found]).toEqual([text, kind, code])
      expect(await keys(database, table)).toEqual([1])
    }
  },

  'refuses to write where it was asked to read': async ({ database, table }: DatabaseStage) => {
    const write = statement(`insert into ${table} values (1) returning k`)
    expect(await failure(database.read(write))).toEqual(['retry', '25006'])
    expect(await failure(database.snapshot([write]))).toEqual(['retry', '25006'])
    expect(await keys(database, table)).toEqual([])
  },

  'a snapshot sees one state while writers go on': async ({ database, table }: DatabaseStage) => {
    const give = (from: number, to: number): Promise<unknown> =>
      database.transact([
        statement(`update ${table} set v = (v::int - 1)::text where k = $1`, from),
        statement(`update ${table} set v = (v::int + 1)::text where k = $1`, to),
      ])
    await database.transact([statement(`insert into ${table} values (1, '0'), (2, '0')`)])
    const enough = new AbortController()
    const writer = (async () => {
      while (!enough.signal.aborted) await give(1, 2)
    })()
    const one = (k: number): Statement => statement(`select v::int as n from ${table} where k = $1`, k)
    for (let i = 0; i < 50; i += 1) {
      const [[first], , [second]] = (await database.snapshot([
        one(1),
        statement('select pg_sleep(0.002)'),
        one(2),
      ])) as [[{ n: number }], Row[], [{ n: number }]]
      expect(first.n + second.n).toBe(0)
    }
    enough.abort()
    await writer
  },

  'a read gets its go while transactions queue up': async ({ database, table }: DatabaseStage) => {
    let done = 0
    const turns = Array.from({ length: 200 }, async (_, k) => {
      await database.transact([insert(table, k)])
      done += 1
    })
    await database.read(statement('select 1'))
    expect(done).toBeLessThan(100)
    await Promise.all(turns)
  },

  'exec runs several commands, and a failure leaves no transaction open': async ({
    database,
    table,
  }: DatabaseStage) => {
    await database.exec(`begin; insert into ${table} values (1); insert into ${table} values (2); commit`)
    expect(
      await failure(database.exec(`begin; insert into ${table} values (3); select 1/0; commit`)),
    ).toEqual(['bad-input', '22012'])
    expect(await failure(database.exec(`begin; insert into ${table} values (4)`))).toEqual(['retry', null])
    await database.transact([insert(table, 5)])
    expect(await keys(database, table)).toEqual([1, 2, 5])
    await database.exec('CHECKPOINT')
    await database.exec(`VACUUM ${table}`)
  },

  'what exec sets does not stay': async ({ database, table }: DatabaseStage) => {
    await database.exec(
      `set timezone = 'Asia/Shanghai'; set search_path = pg_catalog; set datestyle = 'German'`,
    )
    expect(
      await database.read(statement(`select timestamptz 'epoch' as t, '2026-01-02'::date as d`)),
    ).toEqual([{ t: 0, d: '2026-01-02' }])
    expect(await keys(database, table)).toEqual([])
  },

  'a statement prepared before the table changed works after it': async ({
    database,
    table,
  }: DatabaseStage) => {
    const all = statement(`select * from ${table}`)
    await database.transact([insert(table, 1)])
    for (let i = 0; i < 8; i += 1) expect(await database.read(all)).toEqual([{ k: 1, v: null }])
    await database.exec(`alter table ${table} add column w int default 3`)
    expect(await database.read(all)).toEqual([{ k: 1, v: null, w: 3 }])
  },

  'a table changed by another process costs one retry': async ({
    database,
    driver,
    table,
  }: DatabaseStage) => {
    const all = statement(`select * from ${table}`)
    const other = await driver.open()
    expect(await database.read(all)).toEqual([])
    await other.exec(`alter table ${table} add column w int`)
    expect(await failure(database.read(all))).toEqual(['retry', '0A000'])
    expect(await database.read(all)).toEqual([])
    await other.close()
  },

  'of two transactions that block each other one commits, the other may retry': async ({
    database,
    table,
  }: DatabaseStage) => {
    await database.transact([insert(table, 1, 2)])
    const lock = (k: number): Statement => statement(`update ${table} set v = 'x' where k = $1`, k)
    const pause = statement('select pg_sleep(0.2)')
    const outcomes = await Promise.all(
      [
        [lock(1), pause, lock(2)],
        [lock(2), pause, lock(1)],
      ].map(statements => database.transact(statements).then(() => 'committed', failureOf)),
    )
    expect(outcomes.sort()).toEqual(['committed', 'retry 40P01'])
  },

  'a broken connection fails what is under way with retry, and the next call works': async ({
    driver,
    table,
    reopen,
  }: DatabaseStage) => {
    const { limits, breakOff } = driver.breaking
    const database = await reopen(limits)
    await database.transact([insert(table, 1)])
    const running = failure(database.snapshot([driver.endless]))
    await breakOff()
    const [kind] = await running
    expect(kind).toBe('retry')
    expect(await keys(database, table)).toEqual([1])
    await database.transact([insert(table, 2)])
    expect(await keys(database, table)).toEqual([1, 2])
    await reopen()
  },

  'a read that takes too long gives up with retry': async ({ driver, table, reopen }: DatabaseStage) => {
    const database = await reopen({ ...driver.breaking.limits, readTimeoutMs: 200 })
    const began = performance.now()
    const [kind] = await failure(database.read(driver.endless))
    expect(kind).toBe('retry')
    expect(performance.now() - began).toBeLessThan(1_500)
    await database.transact([insert(table, 1)])
    expect(await keys(database, table)).toEqual([1])
    await reopen()
  },

  'maintain may be called at any time': async ({ database, table }: DatabaseStage) => {
    await Promise.all([database.maintain(), database.transact([insert(table, 1)]), database.maintain()])
    expect(await keys(database, table)).toEqual([1])
  },

  'close waits for what is under way, then refuses': async ({ database, table, reopen }: DatabaseStage) => {
    const running = [1, 2, 3].map(k => database.transact([insert(table, k)]))
    const closing = database.close()
    expect(await failure(database.read(statement('select 1')))).toEqual(['retry', null])
    await closing
    await expect(Promise.all(running)).resolves.toHaveLength(3)
    for (const call of [database.transact([]), database.exec('select 1'), database.maintain()]) {
      expect(await failure(call)).toEqual(['retry', null])
    }
    const again = await reopen()
    expect(await keys(again, table)).toEqual([1, 2, 3])
  },
} satisfies Record<string, (stage: DatabaseStage) => Promise<void>>

export type DatabaseCase = keyof typeof databaseCases

const failureOf = (error: unknown): string => {
  const { kind, code } = error as DatabaseError
  return `${kind} ${code}`
}
