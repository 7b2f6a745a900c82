/** API keys: made once, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto'
import type { Desk } from '../../api/desk.ts'
import { keyHash, type Keys, keyText, type Scope } from '../../api/keys.ts'
import { type ApiKeyRow, findApiKey, insertApiKey, listApiKeys, revokeApiKey } from '../../store/api-key.ts'
import type { Database } from '../../store/database.ts'
import { type DeskParts, refuse } from './parts.ts'

const scopesOf = (row: ApiKeyRow): Scope[] => row.scopes as Scope[]
const viewOf = (row: ApiKeyRow) => ({ ...row, scopes: scopesOf(row) })

export function keysDesk({ database, clock }: DeskParts): Pick<Desk, 'listKeys' | 'createKey' | 'revokeKey'> {
  const named = async (name: string): Promise<ApiKeyRow | undefined> =>
    (await listApiKeys(database)).find(row => row.name === name)
  return {
    listKeys: async () => ({ items: (await listApiKeys(database)).map(viewOf) }),
    async createKey({ name, scopes }) {
      if ((await named(name)) !== undefined)
        return refuse('wrong-state', `a key named ${name} exists`, 'name')
      const key = await makeKey(database, { name, scopes, now: clock.now() })
      return { name, scopes, createdAt: clock.now(), revokedAt: null, key }
    },
    async revokeKey({ name }) {
      await database.transact([revokeApiKey(name, clock.now())])
      const row = await named(name)
      return row === undefined ? refuse('not-found', `no key is named ${name}`) : viewOf(row)
    },
  }
}

/** Makes a key and keeps its hash; the text is returned this once. */
export async function makeKey(
  database: Database,
  ask: { readonly name: string; readonly scopes: readonly Scope[]; readonly now: number },
): Promise<string> {
  const key = keyText(randomBytes(32))
  await database.transact([
    insertApiKey({ hash: keyHash(key), name: ask.name, scopes: ask.scopes, createdAt: ask.now }),
  ])
  return key
}

/** Looks keys up for the API's guard. */
export const storedKeys = (database: Database): Keys => ({
  async find(hash) {
    const row = await findApiKey(database, hash)
    return row === null ? null : { hash: row.hash, id: row.name, name: row.name, scopes: scopesOf(row) }
  },
})
