/** The databases on which the engine's suites run: the embedded one in memory, and a real server. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSchema } from '../../test/postgres/schema.ts'
import type { Database } from '../store/database.ts'
import { openDatabase } from '../store/open.ts'

export interface TestDatabase {
  readonly name: string
  /** The same database, as empty as after its first migration. */
  readonly fresh: () => Promise<Database>
  readonly close: () => Promise<void>
}

const folder = join(import.meta.dirname, '../store/migrations')

/** Emptying takes some ms, making the tables anew some hundred. */
const emptied = `
  do $$ declare day text; begin
    for day in select inhrelid::regclass::text from pg_inherits where inhparent = 'journal'::regclass loop
      execute 'drop table ' || day;
    end loop;
  end $$;
  truncate account_cold, account_hot, line_directory, person, contact_person, journal, journal_day, agenda, set_aside,
    tally, figure, source_seen, alarm, reminder, attempt, handed, stray_receipt, reply, erasure,
    gateway_lease, gateway_drain, block_request, hold, hold_order, handed_elsewhere, install, key_rotation, rulebook_version, dry_run, pause, api_key, staff, staff_session, customer_access, sign_in_attempt,
    audit restart identity;
  update audit_head set seq = 0, hash = '';
  update shard set epoch = 0, turn = 0;`

export async function embeddedDatabase(): Promise<TestDatabase> {
  return prepared('the embedded database', await openDatabase({ dataDir: null }), async () => undefined)
}

export async function serverDatabase(): Promise<TestDatabase> {
  const { url, schema, drop } = await makeSchema()
  return prepared('a PostgreSQL server', await openDatabase({ url, schema }), drop)
}

async function prepared(name: string, database: Database, stop: () => Promise<void>): Promise<TestDatabase> {
  for (const file of readdirSync(folder).toSorted()) {
    await database.exec(readFileSync(join(folder, file), 'utf8'))
  }
  return {
    name,
    fresh: async () => {
      await database.exec(emptied)
      return database
    },
    close: async () => {
      await database.close()
      await stop()
    },
  }
}
