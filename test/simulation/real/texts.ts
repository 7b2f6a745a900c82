/** Texts as they were kept: under the customer's key, which is under the master key. */
import { textPlace } from '../../../src/engine/turn/load.ts'
import type { Recorded } from './recorded.ts'

export async function unsealed(
  { database, vault }: Pick<Recorded, 'database' | 'vault'>,
  rows: readonly { readonly account: string; readonly id: string; readonly textEnc: Uint8Array | null }[],
): Promise<readonly string[]> {
  const persons = await database.read<{ account: string; keyEnc: Uint8Array }>({
    text: 'select account, key_enc as "keyEnc" from person',
    values: [],
  })
  const keys = new Map(persons.map(({ account, keyEnc }) => [account, vault.key(account, keyEnc)]))
  return rows.map(({ account, id, textEnc }) =>
    textEnc === null ? '' : vault.unseal(keys.get(account)!, textEnc, textPlace(account, id)),
  )
}
