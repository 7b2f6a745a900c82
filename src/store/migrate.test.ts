import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { migrate, type Migrated } from './migrate.ts'
import { openDatabase } from './open.ts'

let database: Database
const folders: string[] = []

beforeAll(async () => {
  database = await openDatabase({ dataDir: null, schema: 'migrate' })
})

afterAll(async () => {
  await database.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

beforeEach(async () => {
  await database.exec('drop schema migrate cascade; create schema migrate')
})

const one = 'create table a (n int);\n-- the last line is a comment'
const two = 'insert into a values (1);'

async function run(files: Record<string, string>): Promise<Migrated> {
  const folder = await mkdtemp(join(tmpdir(), 'kairos-migrate-'))
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
  return migrate({ database, folder: pathToFileURL(`${folder}/`), now: () => 1_700_000_000_000 })
}

const refusal = (files: Record<string, string>): Promise<string> =>
  run(files).then(
    () => 'nothing was refused',
    (error: Error) => `${error.name}: ${error.message}`,
  )

const rows = (text: string): Promise<unknown[]> => database.read({ text, values: [] })

it('applies what is missing, in order, and keeps a record', async () => {
  expect(await run({})).toEqual({ applied: [], current: 0 })
  expect(await run({ '0001-one.sql': one })).toEqual({ applied: ['0001-one.sql'], current: 1 })
  const all = { '0001-one.sql': one, '0002-two.sql': two, 'readme.md': 'not one of them' }
  expect(await run(all)).toEqual({ applied: ['0002-two.sql'], current: 2 })
  expect(await run(all)).toEqual({ applied: [], current: 2 })
  expect(await rows('select n from a')).toEqual([{ n: 1 }])
  expect(await rows('select number, name, applied_at from migration order by 1')).toEqual([
    { number: 1, name: '0001-one.sql', applied_at: 1_700_000_000_000 },
    { number: 2, name: '0002-two.sql', applied_at: 1_700_000_000_000 },
  ])
})

it('a file that fails leaves nothing of itself; those before it stay', async () => {
  const bad = 'create table b (n int); insert into b values (1); select 1 / 0;'
  expect(await refusal({ '0001-one.sql': one, '0002-bad.sql': bad })).toContain('division by zero')
  expect(await rows(`select to_regclass('b') as b`)).toEqual([{ b: null }])
  expect(await run({ '0001-one.sql': one, '0002-two.sql': two })).toMatchObject({ applied: ['0002-two.sql'] })
})

it('several starters at once apply each file once', async () => {
  const files = { '0001-one.sql': one, '0002-two.sql': two }
  const outcomes = await Promise.all([run(files), run(files), run(files)])
  expect(outcomes.flatMap(({ applied }) => applied).sort()).toEqual(['0001-one.sql', '0002-two.sql'])
  expect(await rows('select n from a')).toEqual([{ n: 1 }])
})

it('line ends of another system are no change', async () => {
  await run({ '0001-one.sql': one })
  expect(await run({ '0001-one.sql': one.replaceAll('\n', '\r\n') })).toEqual({ applied: [], current: 1 })
})

it.each([
  [{ '0001-one.sql': `${one} ` }, '0001-one.sql was changed after it had been applied as 0001-one.sql'],
  [{}, 'the database is of a newer Kairos: it is at 0001-one.sql, this one knows 0 migrations'],
  [{ '0001-one.sql': one, '0003-three.sql': two }, '0003-three.sql is out of order: files are 0001-name.sql'],
  [{ '0001-one.sql': one, '0001-two.sql': two }, '0001-two.sql is out of order'],
  [{ '0001-one.sql': one, '2-two.sql': two }, '2-two.sql is out of order'],
  [{ '0001-one.sql': one, '0002-two.sql': `${two}\n commit ;` }, '0002-two.sql ends its own transaction'],
])('refuses %j: %s', async (files, message) => {
  await run({ '0001-one.sql': one })
  expect(await refusal(files)).toContain(`MigrationRefused: ${message}`)
})

it('refuses a file that was left out before', async () => {
  const files = { '0001-one.sql': one, '0002-two.sql': two }
  await run(files)
  await database.exec('delete from migration where number = 1')
  expect(await refusal(files)).toContain('0001-one.sql was left out when 0002-two.sql was applied')
})
