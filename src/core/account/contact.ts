/**
 * Contacts: people who are no customers, told of arrears by the account that causes it (TP9-04).
 *
 * A contact is written to under a name of its own that no line can have: its reminders, caps and marks stand under that
 * name. It is no line: nothing resolves to it, no limit, schedule or fact is about it.
 */
import type { LineId } from '../event/event.ts'
import type { Cold, Contact, Line } from './account.ts'

/** Ids of lines hold no colon. */
const prefix = 'contact:'

export const isContact = (name: LineId): boolean => name.startsWith(prefix)

/** `contact:C7`; named anew, perhaps with another number, it is another recipient: `contact:C7~2`. */
export const recipientName = ({ id, times }: Pick<Contact, 'id' | 'times'>): LineId =>
  times === 1 ? `${prefix}${id}` : `${prefix}${id}~${times}`

/** The contact's id in a recipient's name. */
export const contactIdOf = (name: LineId): string => name.slice(prefix.length).split('~', 1)[0]!

export const contactNamed = (cold: Cold, name: LineId): Contact | null =>
  cold.contacts.find(contact => !contact.removed && recipientName(contact) === name) ?? null

/** Under which names contacts are written to at present. */
export const recipientsIn = ({ contacts }: Cold): readonly LineId[] =>
  contacts.filter(({ removed }) => !removed).map(recipientName)

/** Who is to be told of something about this line; null: about the account. */
export const contactsFor = (cold: Cold, line: LineId | null): readonly Contact[] =>
  cold.contacts.filter(
    contact => !contact.removed && (contact.line === null || line === null || contact.line === line),
  )

export const firstLine = ({ lines }: Cold): Line | null =>
  lines.find(line => line.closedAt === null) ?? lines[0] ?? null

/** The line of this name, or the one on whose behalf a contact of this name is told. */
export function lineBehind(cold: Cold, name: LineId): Line | null {
  const contact = isContact(name) ? contactNamed(cold, name) : null
  if (contact !== null && contact.line === null) return firstLine(cold)
  return cold.lines.find(line => line.id === (contact?.line ?? name)) ?? null
}
