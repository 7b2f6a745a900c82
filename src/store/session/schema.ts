import type { Database } from '../database.ts'

/** Asks first: CREATE SCHEMA needs a right that not everyone has who may use the schema. */
export async function ensureSchema(database: Database, schema: string): Promise<void> {
  const found = await database.read({ text: 'select from pg_namespace where nspname = $1', values: [schema] })
  if (found.length === 0) await database.exec(`CREATE SCHEMA IF NOT EXISTS "${schema}"`)
}
