import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface TestSchema {
  readonly url: string
  readonly schema: string
  readonly drop: () => Promise<void>
}

/** A schema of its own on the server of this test run: one per test file. */
export async function makeSchema(): Promise<TestSchema> {
  const url = inject('postgresUrl')
  const schema = `t_${randomUUID().replaceAll('-', '')}`
  await run(url, `CREATE SCHEMA ${schema}`)
  return { url, schema, drop: () => run(url, `DROP SCHEMA ${schema} CASCADE`) }
}

/** Runs `work` with a fresh schema, and drops it. */
export async function withSchema<T>(work: (fresh: TestSchema) => Promise<T>): Promise<T> {
  const fresh = await makeSchema()
  try {
    return await work(fresh)
  } finally {
    await fresh.drop()
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
