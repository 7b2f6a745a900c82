/**
 * The master key's file: 64 hex digits and a newline, readable by its owner alone.
 *
 * It is made at first start; from then on a start without it, or with another, is refused: new data under
 * a new key beside old data that nobody can read would look like a success.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { writeOnce } from './once-file.ts'
import { Vault } from './vault.ts'

export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing'
}

/**
 * @param path the key file: in the data folder, or what KAIROS_MASTER_KEY_FILE names.
 * @param needed the id of the key that the data needs, null when the database is new.
 */
export async function openVault(path: string, needed: string | null): Promise<Vault> {
  const vault = new Vault((await keyIn(path)) ?? (await makeKey(path, needed)))
  if (needed !== null && vault.keyId !== needed) {
    throw new MasterKeyMissing(`${path} holds key ${vault.keyId}, but this database needs key ${needed}`)
  }
  return vault
}

async function keyIn(path: string): Promise<Uint8Array | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : bytesOf(text, path)
}

async function makeKey(path: string, needed: string | null): Promise<Uint8Array> {
  if (needed !== null) {
    throw new MasterKeyMissing(
      `the master key ${needed} is missing: put it at ${path}, or name its file in KAIROS_MASTER_KEY_FILE`,
    )
  }
  // Of two first starts at once, the second gets the first one's key.
  return bytesOf(await writeOnce(path, `${randomBytes(32).toString('hex')}\n`), path)
}

function bytesOf(text: string, path: string): Uint8Array {
  if (!/^[0-9a-f]{64}\n?$/.test(text))
    throw new MasterKeyMissing(`${path} is not a key file: 64 hex digits expected`)
  return Buffer.from(text.trim(), 'hex')
}
