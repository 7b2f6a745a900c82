/**
 * Numbers of contacts (TP9-04), by the name under which they are written to. Never asked whom a number belongs to: facts
 * about a contact's number are facts about its holder, whoever that is.
 */
import { isContact } from '../core/account/contact.ts'
import type { AccountId, LineId } from '../core/event/event.ts'
import type { AccountKey } from './account.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { type LineKey, type NumberRow, readNumbers } from './line-directory.ts'

export interface RecipientKey extends AccountKey {
  readonly recipient: LineId
}

export interface ContactRow extends RecipientKey {
  readonly hash: Uint8Array
  readonly numberEnc: Uint8Array
}

/** Those who are there already stay as they are: another number comes under another name. */
export function insertContacts(rows: readonly ContactRow[]): Statement {
  return {
    text: `
      insert into contact_person (shard, account, recipient, number_hash, number_enc)
      select shard, account, recipient, decode(hash, 'hex'), decode(number_enc, 'hex')
      from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)})
        as new (shard, account, recipient, hash, number_enc)
      on conflict (shard, account, recipient) do update
      set number_hash = excluded.number_hash, number_enc = excluded.number_enc`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.recipient),
      hexes(rows, r => r.hash),
      hexes(rows, r => r.numberEnc),
    ],
    rows: rows.length,
  }
}

export function dropContacts(keys: readonly RecipientKey[]): Statement {
  return {
    text: `
      delete from contact_person using unnest($1::smallint[], ${split(2)}, ${split(3)}) as gone (shard, account, recipient)
      where contact_person.shard = gone.shard and contact_person.account = gone.account
        and contact_person.recipient = gone.recipient`,
    values: [numbers(keys, k => k.shard), texts(keys, k => k.account), texts(keys, k => k.recipient)],
  }
}

/** Contacts under these numbers: whom the allow-list lets be written to (G11). */
export function findContacts(
  database: Database,
  hashes: readonly Uint8Array[],
): Promise<readonly { readonly account: AccountId; readonly recipient: LineId }[]> {
  return database.read<{ account: AccountId; recipient: LineId }>({
    text: `
      select account, recipient from contact_person
      where number_hash in (select decode(hash, 'hex') from unnest(${split(1)}) as asked (hash))`,
    values: [hexes(hashes, hash => hash)],
  })
}

/** Where to write to: the present number of each line, and that of each contact. */
export async function readDestinations(
  database: Database,
  keys: readonly LineKey[],
): Promise<readonly NumberRow[]> {
  const contacts = keys.filter(({ line }) => isContact(line))
  if (contacts.length === 0) return readNumbers(database, keys)
  const lines = keys.filter(({ line }) => !isContact(line))
  const [ofLines, ofContacts] = await Promise.all([
    lines.length === 0 ? [] : readNumbers(database, lines),
    readContacts(database, contacts),
  ])
  return [...ofLines, ...ofContacts]
}

/** All contacts of an account. */
export const contactsOf = (
  database: Database,
  { shard, account }: AccountKey,
): Promise<readonly NumberRow[]> =>
  database.read<NumberRow>({
    text: `
      select account, recipient as line, number_enc as "numberEnc", number_hash as hash
      from contact_person where shard = $1 and account = $2`,
    values: [shard, account],
  })

const readContacts = (database: Database, keys: readonly LineKey[]): Promise<readonly NumberRow[]> =>
  database.read<NumberRow>({
    text: `
      select c.account, c.recipient as line, c.number_enc as "numberEnc", c.number_hash as hash
      from unnest($1::smallint[], ${split(2)}, ${split(3)}) as wanted (shard, account, recipient)
      join contact_person c
        on c.shard = wanted.shard and c.account = wanted.account and c.recipient = wanted.recipient`,
    values: [numbers(keys, k => k.shard), texts(keys, k => k.account), texts(keys, k => k.line)],
  })
