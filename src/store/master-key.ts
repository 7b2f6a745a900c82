/**
 * The master key's file: 64 hex digits and a newline, readable by its owner alone.
 *
 * It is made at first start; from then on a start without it, or with another, is refused: new data under
 * a new key beside old data that nobody can read would look like a success.
 */
import { randomBytes } from 'node:crypto'
import { readFile, rename } from 'node:fs/promises'
import { writeOnce } from './once-file.ts'
import { Vault } from './vault.ts'

export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing'
}

/** The key that the data needs. */
export interface Needed {
  readonly keyId: string
  readonly indexKeyEnc: Uint8Array | null
}

/**
 * @param path the key file: in the data folder, or what KAIROS_MASTER_KEY_FILE names.
 * @param needed null when the database is new.
 */
export async function openVault(path: string, needed: Needed | null): Promise<Vault> {
  if (needed !== null) await settle(path, needed.keyId)
  const key = (await keyIn(path)) ?? (await makeKey(path, needed))
  const { keyId } = new Vault(key)
  if (needed !== null && keyId !== needed.keyId) {
    throw new MasterKeyMissing(`${path} holds key ${keyId}, but this database needs key ${needed.keyId}`)
  }
  return new Vault(key, needed?.indexKeyEnc ?? null)
}

/** Where a new master key waits beside the present one until all is under it. */
const nextPath = (path: string): string => `${path}.next`

/**
 * The key to change to: of the file that is named, which must be there, or one that is made beside the present.
 * @param dry makes no file: where there is none yet the key is forgotten afterwards.
 */
export async function nextVault(path: string, named: string | undefined, dry = false): Promise<Vault> {
  const file = named ?? nextPath(path)
  const key = await keyIn(file)
  if (key !== null) return new Vault(key)
  if (named !== undefined) throw new MasterKeyMissing(`there is no key file at ${named}`)
  return new Vault(bytesOf(dry ? newKey() : await writeOnce(file, newKey()), file))
}

/**
 * Once all is under the key that waits, it takes the present one's place, which stays beside it under its own name.
 * Whoever was killed in between is caught up with at the next start.
 */
export async function settle(path: string, needed: string): Promise<void> {
  const next = await keyIn(nextPath(path))
  if (next === null || new Vault(next).keyId !== needed) return
  const former = await keyIn(path)
  if (former !== null) await rename(path, formerPath(path, new Vault(former).keyId))
  await rename(nextPath(path), path)
}

export const formerPath = (path: string, keyId: string): string => `${path}.${keyId}`

async function keyIn(path: string): Promise<Uint8Array | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : bytesOf(text, path)
}

const newKey = (): string => `${randomBytes(32).toString('hex')}\n`

async function makeKey(path: string, needed: Needed | null): Promise<Uint8Array> {
  if (needed !== null) {
    throw new MasterKeyMissing(
      `the master key ${needed.keyId} is missing: put it at ${path}, or name its file in KAIROS_MASTER_KEY_FILE`,
    )
  }
  // Of two first starts at once, the second gets the first one's key.
  return bytesOf(await writeOnce(path, newKey()), path)
}

function bytesOf(text: string, path: string): Uint8Array {
  if (!/^[0-9a-f]{64}\n?$/.test(text))
    throw new MasterKeyMissing(`${path} is not a key file: 64 hex digits expected`)
  return Buffer.from(text.trim(), 'hex')
}
