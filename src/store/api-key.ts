/** API keys: only a hash is kept. */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface ApiKeyRow {
  /** SHA-256 of the key, hex. */
  readonly hash: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Instant
  readonly revokedAt: Instant | null
}

/** Revoked ones included: a name is not used twice. */
export const keysMax = 1_000

type Stored = Omit<ApiKeyRow, 'scopes'> & { readonly scopes: string }
const columns = `hash, name, scopes, created_at as "createdAt", revoked_at as "revokedAt"`
const rowOf = (stored: Stored): ApiKeyRow => ({ ...stored, scopes: stored.scopes.split(' ') })

export const insertApiKey = (key: Omit<ApiKeyRow, 'revokedAt'>): Statement => ({
  text: 'insert into api_key (hash, name, scopes, created_at) values ($1, $2, $3, $4)',
  values: [key.hash, key.name, key.scopes.join(' '), key.createdAt],
})

export const revokeApiKey = (name: string, at: Instant): Statement => ({
  text: 'update api_key set revoked_at = $2 where name = $1 and revoked_at is null',
  values: [name, at],
})

/** Null for an unknown or revoked key. */
export async function findApiKey(database: Database, hash: string): Promise<ApiKeyRow | null> {
  const [row] = await database.read<Stored>({
    text: `select ${columns} from api_key where hash = $1 and revoked_at is null`,
    values: [hash],
  })
  return row === undefined ? null : rowOf(row)
}

export async function listApiKeys(database: Database): Promise<readonly ApiKeyRow[]> {
  const rows = await database.read<Stored>({
    text: `select ${columns} from api_key order by created_at, name limit $1`,
    values: [keysMax],
  })
  return rows.map(rowOf)
}
