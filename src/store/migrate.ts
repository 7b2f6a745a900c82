/**
 * Brings a database to the version of this Kairos: numbered files, forward only, each in one transaction together
 * with its record in the table `migration`. Several processes may start at once: one applies a file, the others
 * wait for it and find it done.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Database } from './database.ts'

/** The database and the files do not go together; the message says in one line what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

export interface MigrateAsk {
  readonly database: Database
  /** A folder, its URL with a slash at the end. */
  readonly folder: URL
  /** Epoch ms, for the record. */
  readonly now: () => number
}

export interface Migrated {
  /** Names of the files applied by this call. */
  readonly applied: string[]
  /** Number of the last file, 0 when there is none. */
  readonly current: number
}

interface Migration {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

interface File extends Migration {
  readonly sql: string
}

/** Any number, but always the same: the advisory lock that starters wait for. */
const lockKey = 7_220_914_101

/** An ALTER TABLE that waits for its lock makes everybody behind it wait. */
const lockTimeoutMs = 60_000

/** @throws MigrationRefused, or DatabaseError when a file fails; files before it stay applied */
export async function migrate({ database, folder, now }: MigrateAsk): Promise<Migrated> {
  const files = await filesOf(folder)
  await makeTable(database)
  const applied: string[] = []
  for (const file of pending(files, await records(database))) {
    if (await apply(database, file, now())) applied.push(file.name)
  }
  return { applied, current: files.length }
}

async function filesOf(folder: URL): Promise<File[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
      if (number !== index + 1) {
        throw new MigrationRefused(`${name} is out of order: files are 0001-name.sql, 0002-… without a gap`)
      }
      // A checkout on Windows may have changed the line ends.
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
      if (/^\s*(commit|rollback)\s*;/im.test(sql))
        throw new MigrationRefused(`${name} ends its own transaction`)
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** The files to apply. @throws MigrationRefused unless the applied ones are the first ones, and unchanged */
function pending(files: readonly File[], applied: readonly Migration[]): readonly File[] {
  const last = applied.at(-1)
  if (last !== undefined && last.number > files.length) {
    throw new MigrationRefused(
      `the database is of a newer Kairos: it is at ${last.name}, this one knows ${files.length} migrations`,
    )
  }
  for (const [index, record] of applied.entries()) {
    const file = files[index]!
    if (record.number !== file.number) {
      throw new MigrationRefused(`${file.name} was left out when ${last!.name} was applied`)
    }
    if (record.checksum !== file.checksum) {
      throw new MigrationRefused(`${file.name} was changed after it had been applied as ${record.name}`)
    }
  }
  return files.slice(applied.length)
}

function records(database: Database): Promise<Migration[]> {
  return database.read({ text: 'select number, name, checksum from migration order by number', values: [] })
}

/** @returns false when another process has applied it meanwhile */
async function apply(database: Database, file: File, now: number): Promise<boolean> {
  const { number, name, checksum, sql } = file
  const record = `insert into migration values (${number}, '${name}', '${checksum}', ${now})`
  try {
    await database.exec(transaction([`set local lock_timeout = ${lockTimeoutMs}`, record, sql]))
    return true
  } catch (error) {
    const found = (await records(database)).find(other => other.number === number)
    if (found?.checksum === checksum) return false
    throw error
  }
}

async function makeTable(database: Database): Promise<void> {
  const [found] = await database.read<{ is: boolean }>({
    text: `select to_regclass('migration') is not null as is`,
    values: [],
  })
  if (found?.is === true) return
  const table = `create table if not exists migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at bigint not null
  )`
  await database.exec(transaction([table]))
}

/** Waits without limit for whoever migrates already. */
function transaction(commands: readonly string[]): string {
  const waiting = [
    'begin read write',
    'set local lock_timeout = 0',
    `select pg_advisory_xact_lock(${lockKey})`,
  ]
  return [...waiting, ...commands, 'commit'].join('\n;\n')
}
