/**
 * The owner's API key: a file in the data folder, made at first start, for the person who installed Kairos. The
 * database keeps only its hash, so either may be there without the other:
 *
 *     no file                        a new key is made; the former stays valid until it is revoked
 *     file, and no key at all there  the database is new: the key in the file becomes its owner's
 *     file, and the key is unknown   of another database, or revoked: left alone, and told
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keyHash, keyText, scopes } from '../api/keys.ts'
import type { Instant } from '../core/units.ts'
import { findApiKey, insertApiKey, listApiKeys } from '../store/api-key.ts'
import type { Database } from '../store/database.ts'
import { writeOnce } from '../store/once-file.ts'
import type { Config } from './config.ts'
import { audited, itself } from './desk/audit.ts'

export const keyPath = (config: Config): string => join(config.dataFolder, 'api-key')

/** The key in a file; null when there is none. */
export function keyIn(path: string): string | null {
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8').trim()
  return text === '' ? null : text
}

/** Sees to it that the key file and the database go together; resolves to `strange` when they do not. */
export async function ownersKey(
  database: Database,
  config: Config,
  now: Instant,
): Promise<'valid' | 'strange'> {
  const path = keyPath(config)
  const found = keyIn(path)
  const key = found ?? (await newKeyIn(path))
  const hash = keyHash(key)
  if ((await findApiKey(database, hash)) !== null) return 'valid'
  if (found !== null && (await listApiKeys(database)).length > 0) return 'strange'
  const owner = { hash, name: `owner-${hash.slice(0, 6)}`, scopes, createdAt: now }
  // Of two first starts at once both enter the same key.
  const deed = { action: 'key.create', object: owner.name, reason: 'first start', details: { scopes } }
  await database.transact([insertApiKey(owner), audited(itself, now, deed)]).catch(async (error: unknown) => {
    if ((await findApiKey(database, hash)) === null) throw error
  })
  return 'valid'
}

async function newKeyIn(path: string): Promise<string> {
  rmSync(path, { force: true }) // an empty one
  return (await writeOnce(path, `${keyText(randomBytes(32))}\n`)).trim()
}

/** Said of the key in the data folder, or of one that somebody names. */
export const strangeKey = (path: string, isOwn: boolean): string =>
  `the key in ${path} is not one of this database, or was revoked: ${isOwn ? 'remove the file, and the next start makes a new one; or name' : 'name'} another with --key-file`
