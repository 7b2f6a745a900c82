/** A data key per customer, wrapped by the master key, and the name under it. */
import type { AccountId } from '../core/event/event.ts'
import type { AccountKey } from './account.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface PersonRow extends AccountKey {
  readonly keyId: string
  readonly keyEnc: Uint8Array
  readonly nameEnc: Uint8Array | null
}

/** New customers. */
export function insertPersons(rows: readonly PersonRow[]): Statement {
  return {
    text: `
      insert into person (shard, account, key_id, key_enc, name_enc)
      select shard, account, key_id, decode(key_enc, 'hex'), decode(name_enc, 'hex')
      from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)})
        as new (shard, account, key_id, key_enc, name_enc)`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.keyId),
      hexes(rows, r => r.keyEnc),
      hexes(rows, r => r.nameEnc),
    ],
    rows: rows.length,
  }
}

export interface NameRow extends AccountKey {
  readonly nameEnc: Uint8Array
}

export function namePersons(rows: readonly NameRow[]): Statement {
  return {
    text: `
      update person set name_enc = decode(new.name_enc, 'hex')
      from unnest($1::smallint[], ${split(2)}, ${split(3)}) as new (shard, account, name_enc)
      where person.shard = new.shard and person.account = new.account`,
    values: [numbers(rows, r => r.shard), texts(rows, r => r.account), hexes(rows, r => r.nameEnc)],
  }
}

export interface WrappedKey {
  readonly account: AccountId
  readonly keyEnc: Uint8Array
}

export function readKeys(database: Database, keys: readonly AccountKey[]): Promise<readonly WrappedKey[]> {
  return database.read<WrappedKey>({
    text: `
      select wanted.account, found.key_enc as "keyEnc"
      from unnest($1::smallint[], ${split(2)}) as wanted (shard, account)
      cross join lateral (
        select key_enc from person p where p.shard = wanted.shard and p.account = wanted.account limit 1
      ) as found`,
    values: [numbers(keys, k => k.shard), texts(keys, k => k.account)],
  })
}

export async function readName(database: Database, key: AccountKey): Promise<Uint8Array | null> {
  const [row] = await database.read<{ nameEnc: Uint8Array | null }>({
    text: 'select name_enc as "nameEnc" from person where shard = $1 and account = $2',
    values: [key.shard, key.account],
  })
  return row?.nameEnc ?? null
}
