import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../src/store/open.ts'
import { makeSchema } from '../postgres/schema.ts'
import { statement } from './database-cases.ts'
import { type DatabaseDriver, databaseSuite } from './database-suite.ts'

databaseSuite('embedded', embedded, {
  'a table changed by another process costs one retry':
    'only one process at a time may open the folder, so nobody else can change a table',
  'of two transactions that block each other one commits, the other may retry':
    'there is one session: transactions run one after the other and never meet',
})

databaseSuite('server', server, {})

async function embedded(): Promise<DatabaseDriver> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kairos-embedded-'))
  return {
    open: (limits = {}) => openDatabase({ dataDir, schema: 'contract', limits }),
    // It cannot be broken off from outside; it is taken for hung.
    endless: statement('select count(*) from generate_series(1, 1000000000000)'),
    breaking: { limits: { hungAfterMs: 2_000 }, breakOff: () => Promise.resolve() },
    dispose: () => rm(dataDir, { recursive: true }),
  }
}

async function server(): Promise<DatabaseDriver> {
  const { url, schema, drop } = await makeSchema()
  return {
    open: (limits = {}) => openDatabase({ url, schema, limits }),
    endless: statement('select pg_sleep(60)'),
    breaking: { limits: {}, breakOff: () => killBackends(url) },
    dispose: drop,
  }
}

/** Kills the sleepers, as an administrator would, once there are some. */
async function killBackends(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'kairos' and wait_event = 'PgSleep'`
  while ((await client.query(kill)).rowCount === 0);
  await client.end()
}
