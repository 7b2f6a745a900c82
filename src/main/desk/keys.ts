/** API keys: made once, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
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
        return refuse('wrong-state', `a key named ${name} exists, or did: names are not used twice`, 'name')
      if ((await listApiKeys(database)).length >= keysMax)
        return refuse('wrong-state', `there are ${keysMax} keys already`)
      const key = keyText(randomBytes(32))
      const createdAt = clock.now()
      await database.transact([insertApiKey({ hash: keyHash(key), name, scopes, createdAt })])
      return { name, scopes, createdAt, revokedAt: null, key }
    },
    async revokeKey({ name }) {
      const row = await named(name)
      if (row === undefined) return refuse('not-found', `no key is named ${name}`)
      const others = (await listApiKeys(database)).filter(other => other.name !== name)
      if (isAdmin(row) && !others.some(isAdmin))
        return refuse('wrong-state', 'it is the last key that may make keys: make another one first')
      const revokedAt = row.revokedAt ?? clock.now()
      await database.transact([revokeApiKey(name, revokedAt)])
      return viewOf({ ...row, revokedAt })
    },
  }
}

const isAdmin = (row: ApiKeyRow): boolean => row.revokedAt === null && row.scopes.includes('admin')

/** Unknown keys are looked up together, once in so long, however many come. */
const unknownEveryMs = 500

/** Looks keys up for the API's guard. */
export function storedKeys(database: Database, clock: Pick<Clock, 'elapsed'>): Keys {
  const known = new KnownKeys(database, clock)
  return {
    async find(hash) {
      if (!(await known.has(hash))) return null
      const row = await findApiKey(database, hash)
      return row === null ? null : { hash: row.hash, id: row.name, name: row.name, scopes: scopesOf(row) }
    },
  }
}

/**
 * The hashes of all keys, in memory: who tries keys waits half a second for each answer and costs the database
 * two reads a second at most, while the known ones pass at once.
 */
class KnownKeys {
  readonly #database: Database
  readonly #clock: Pick<Clock, 'elapsed'>
  #hashes: ReadonlySet<string> = new Set()
  #readAt = -Infinity
  #reading: Promise<void> | null = null

  constructor(database: Database, clock: Pick<Clock, 'elapsed'>) {
    this.#database = database
    this.#clock = clock
  }

  async has(hash: string): Promise<boolean> {
    if (this.#hashes.has(hash)) return true
    // A reading that is under way may have begun before this key was made.
    await this.#reading
    if (this.#hashes.has(hash)) return true
    this.#reading ??= this.#read().finally(() => (this.#reading = null))
    await this.#reading
    return this.#hashes.has(hash)
  }

  async #read(): Promise<void> {
    const waitMs = this.#readAt + unknownEveryMs - this.#clock.elapsed()
    if (waitMs > 0) await sleep(waitMs)
    this.#readAt = this.#clock.elapsed()
    this.#hashes = new Set((await listApiKeys(this.#database)).map(row => row.hash))
  }
}
