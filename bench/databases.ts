/** The two databases to measure on: each gives fresh, migrated ones, side by side on the same machine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openDatabase } from '../src/store/open.ts'
import { startPostgres } from '../test/postgres/postgres.ts'
import { type CpuTime, ownCpuTime, withServer } from './cpu-time.ts'

export type DatabaseKind = 'embedded' | 'postgres'
export const databaseKinds: readonly DatabaseKind[] = ['embedded', 'postgres']

/**
 * As a small server would be set up: it waits for the disk at every commit, and holds the working set of a million
 * accounts.
 */
export const postgresSettings = { shared_buffers: '1GB', max_wal_size: '4GB' } as const

export interface Bench {
  readonly kind: DatabaseKind
  /** For files beside the databases; removed at the end. */
  readonly folder: string
  /** Of the server; undefined for the embedded one. */
  readonly url: string | undefined
  readonly cpuTime: CpuTime
  /** A new database. `elapsed` is the time by which it does its upkeep. */
  open(name: string, elapsed?: () => number): Promise<Database>
  close(): Promise<void>
}

const migrations = new URL('../src/store/migrations/', import.meta.url)

export async function startBench(kind: DatabaseKind): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'kairos-bench-'))
  // A bench that is broken off leaves no gigabytes behind.
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const server =
    kind === 'embedded' ? null : await startPostgres({ own: true, fsync: true, settings: postgresSettings })
  const opened: Database[] = []
  return {
    kind,
    folder,
    url: server?.url,
    cpuTime: server === null ? ownCpuTime : withServer(new URL(server.url).searchParams.get('host') ?? ''),
    async open(name, elapsed = () => performance.now()) {
      const database = await (server === null
        ? openDatabase({ dataDir: join(folder, name), elapsed })
        : openDatabase({ url: server.url, schema: name, elapsed }))
      opened.push(database)
      await migrate({ database, folder: migrations, now: () => Date.now() })
      return database
    },
    async close() {
      await Promise.all(opened.map(database => database.close()))
      await server?.stop()
      process.off('exit', remove)
      remove()
    },
  }
}
