/** API keys: made once, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto'
import type { Desk } from '../../api/desk.ts'
import { keyHash, type Keys, keyText, type Scope } from '../../api/keys.ts'
import type { Clock } from '../../engine/clock.ts'
import {
  type ApiKeyRow,
  findApiKey,
  insertApiKey,
  keysMax,
  listApiKeys,
  revokeApiKey,
} from '../../store/api-key.ts'
import type { Database } from '../../store/database.ts'
import { findStaff } from '../../store/staff.ts'
import { audited } from './audit.ts'
import { KnownHashes } from './known-hashes.ts'
import { type DeskParts, refuse } from './parts.ts'

const scopesOf = (row: ApiKeyRow): Scope[] => row.scopes as Scope[]
const viewOf = (row: ApiKeyRow) => ({ ...row, scopes: scopesOf(row) })

export function keysDesk({ database, clock }: DeskParts): Pick<Desk, 'listKeys' | 'createKey' | 'revokeKey'> {
  const named = async (name: string): Promise<ApiKeyRow | undefined> =>
    (await listApiKeys(database)).find(row => row.name === name)
  return {
    listKeys: async () => ({ items: (await listApiKeys(database)).map(viewOf) }),
    async createKey({ name, scopes }, actor) {
      if ((await named(name)) !== undefined)
        return refuse('wrong-state', `a key named ${name} exists, or did: names are not used twice`, 'name')
      if ((await findStaff(database, name)) !== null)
        return refuse(
          'wrong-state',
          `somebody of the staff is named ${name}: in records a name means one`,
          'name',
        )
      if ((await listApiKeys(database)).length >= keysMax)
        return refuse('wrong-state', `there are ${keysMax} keys already`)
      const key = keyText(randomBytes(32))
      const createdAt = clock.now()
      await database.transact([
        insertApiKey({ hash: keyHash(key), name, scopes, createdAt }),
        audited(actor, createdAt, { action: 'key.create', object: name, details: { scopes } }),
      ])
      return { name, scopes, createdAt, revokedAt: null, key }
    },
    async revokeKey({ name }, actor) {
      const row = await named(name)
      if (row === undefined) return refuse('not-found', `no key is named ${name}`)
      const others = (await listApiKeys(database)).filter(other => other.name !== name)
      if (isAdmin(row) && !others.some(isAdmin))
        return refuse('wrong-state', 'it is the last key that may make keys: make another one first')
      const revokedAt = row.revokedAt ?? clock.now()
      await database.transact([
        revokeApiKey(name, revokedAt),
        audited(actor, clock.now(), { action: 'key.revoke', object: name }),
      ])
      return viewOf({ ...row, revokedAt })
    },
  }
}

const isAdmin = (row: ApiKeyRow): boolean => row.revokedAt === null && row.scopes.includes('admin')

/** Looks keys up for the API's guard. */
export function storedKeys(database: Database, clock: Pick<Clock, 'elapsed'>): Keys {
  const hashes = async () => (await listApiKeys(database)).map(row => row.hash)
  const known = new KnownHashes(hashes, clock)
  return {
    async find(hash) {
      if (!(await known.has(hash))) return null
      const row = await findApiKey(database, hash)
      return row === null ? null : { hash: row.hash, id: row.name, name: row.name, scopes: scopesOf(row) }
    },
  }
}
