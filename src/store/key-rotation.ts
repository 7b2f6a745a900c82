/**
 * What changes with the master key (BC-01): who is wrapped or sealed by which, and how far a change has come.
 *
 *     none ──begin──► under way: slices of customers, then of events set aside ──end──► none
 *
 * A slice and the note of how far it reached are one transaction, so whoever goes on finds each row under the key that
 * its note says. The end puts staff secrets, the index key and the key's name in place together.
 */
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'

export interface RotationRow {
  /** Names the new master key. */
  readonly keyId: string
  readonly since: Instant
  readonly asideSeq: number
}

/** Null when none is under way. */
export async function readRotation(database: Database): Promise<RotationRow | null> {
  const [row] = await database.read<RotationRow>({
    text: 'select key_id as "keyId", since, aside_seq as "asideSeq" from key_rotation',
    values: [],
  })
  return row ?? null
}

export const beginRotation = (keyId: string, since: Instant): Statement => ({
  text: 'insert into key_rotation (key_id, since) values ($1, $2)',
  values: [keyId, since],
  rows: 1,
})

export interface SealedCount {
  readonly persons: number
  readonly asides: number
  readonly secrets: number
}

/** What is not yet under that key; the staff's secrets change at the end. */
export async function countSealed(
  database: Database,
  next: { readonly keyId: string; readonly asideSeq: number },
): Promise<SealedCount> {
  const [row] = await database.read<SealedCount>({
    text: `
      select (select count(*) from person where key_id <> $1) as persons,
        (select count(*) from set_aside where raw is not null and seq > $2) as asides,
        (select count(totp_enc) + count(totp_next_enc) from staff) as secrets`,
    values: [next.keyId, next.asideSeq],
  })
  return row!
}

export interface WrappedRow extends AccountKey {
  readonly keyEnc: Uint8Array
}

/** Customers whose key is not yet under that one, in order after `from`. */
export function personsToWrap(
  database: Database,
  ask: { readonly keyId: string; readonly from: AccountKey; readonly rowsMax: number },
): Promise<readonly WrappedRow[]> {
  return database.read<WrappedRow>({
    text: `
      select shard, account, key_enc as "keyEnc" from person
      where (shard, account) > ($1, $2) and key_id <> $3 order by shard, account limit $4`,
    values: [ask.from.shard, ask.from.account, ask.keyId, ask.rowsMax],
  })
}

/** Before the first customer. */
export const beforeFirst: AccountKey = { shard: -1, account: '' }

export function wrapPersons(rows: readonly WrappedRow[], keyId: string): Statement {
  return {
    text: `
      update person set key_enc = decode(new.key_enc, 'hex'), key_id = $4
      from unnest($1::smallint[], ${split(2)}, ${split(3)}) as new (shard, account, key_enc)
      where person.shard = new.shard and person.account = new.account and person.key_id <> $4`,
    values: [numbers(rows, r => r.shard), texts(rows, r => r.account), hexes(rows, r => r.keyEnc), keyId],
    rows: rows.length,
  }
}

export interface SealedAside {
  readonly seq: number
  readonly time: Instant
  readonly raw: Uint8Array
}

export function asidesToSeal(
  database: Database,
  from: number,
  rowsMax: number,
): Promise<readonly SealedAside[]> {
  return database.read<SealedAside>({
    text: `
      select seq, time, raw from set_aside where raw is not null and seq > $1 order by seq limit $2`,
    values: [from, rowsMax],
  })
}

export function sealAsides(rows: readonly SealedAside[]): readonly Statement[] {
  const sealed = {
    text: `
      update set_aside set raw = decode(new.raw, 'hex') from unnest($1::bigint[], ${split(2)}) as new (seq, raw)
      where set_aside.seq = new.seq`,
    values: [numbers(rows, r => r.seq), hexes(rows, r => r.raw)],
    rows: rows.length,
  }
  const until = rows.at(-1)!.seq
  return [sealed, { text: 'update key_rotation set aside_seq = $1', values: [until], rows: 1 }]
}

export interface SealedSecrets {
  readonly name: string
  readonly totpEnc: Uint8Array | null
  readonly totpNextEnc: Uint8Array | null
}

export function staffSecrets(database: Database): Promise<readonly SealedSecrets[]> {
  return database.read<SealedSecrets>({
    text: `
      select name, totp_enc as "totpEnc", totp_next_enc as "totpNextEnc" from staff
      where totp_enc is not null or totp_next_enc is not null order by name`,
    values: [],
  })
}

/** All that comes last, at once; abandoned when a customer's key is still under another. */
export function endRotation(
  keyId: string,
  indexKeyEnc: Uint8Array,
  secrets: readonly SealedSecrets[],
): readonly Statement[] {
  const staff = {
    text: `
      update staff set totp_enc = decode(new.totp, 'hex'), totp_next_enc = decode(new.next, 'hex')
      from unnest(${split(1)}, ${split(2)}, ${split(3)}) as new (name, totp, next) where staff.name = new.name`,
    values: [texts(secrets, s => s.name), hexes(secrets, s => s.totpEnc), hexes(secrets, s => s.totpNextEnc)],
    rows: secrets.length,
  }
  const install = {
    text: `
      update install set key_id = $1, index_key_enc = decode($2, 'hex')
      where not exists (select from person where key_id <> $1)`,
    values: [keyId, Buffer.from(indexKeyEnc).toString('hex')],
    rows: 1,
  }
  const end = { text: 'delete from key_rotation where key_id = $1', values: [keyId], rows: 1 }
  return [...(secrets.length === 0 ? [] : [staff]), install, end]
}
