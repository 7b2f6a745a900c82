/** Who a contact is, as far as staff may see it: the id, and the number with its middle hidden. */
import { maskedNumber } from '../../api/masking.ts'
import { contactIdOf, isContact } from '../../core/account/contact.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AccountId, LineId } from '../../core/event/event.ts'
import { numberPlace } from '../../engine/turn/load.ts'
import { contactsOf } from '../../store/contact-person.ts'
import type { DataKey } from '../../store/vault.ts'
import type { DeskParts } from './parts.ts'

export interface ContactShown {
  readonly id: string
  /** Null once the contact was removed, named anew, or erased with the account. */
  readonly number: string | null
}

/** Tells of each name in a reminder whether it is a contact, and which. */
export type ShowContact = (name: LineId) => ContactShown | null

export async function showContacts(
  { database, vault }: Pick<DeskParts, 'database' | 'vault'>,
  account: AccountId,
  key: DataKey | null,
): Promise<ShowContact> {
  const rows = key === null ? [] : await contactsOf(database, { shard: shardOf(account), account })
  const numbers = new Map(
    rows.map(({ line, numberEnc }) => [
      line,
      maskedNumber(vault.unseal(key!, numberEnc, numberPlace(account, line))),
    ]),
  )
  return name => (isContact(name) ? { id: contactIdOf(name), number: numbers.get(name) ?? null } : null)
}
