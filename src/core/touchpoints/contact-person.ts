/** Contacts of an account are named and removed (TP9-04); the newest word counts, in whatever order it comes. */
import { type Contact, contactsMax } from '../account/account.ts'
import { isContact, recipientsIn } from '../account/contact.ts'
import { type Draft, factTime, setCold } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { withholdOpen } from '../planning/withhold.ts'

export function nameContact(draft: Draft, body: FactOf<'contact-person.named'>): void {
  const { contactId: id, role, aboutMasked } = body
  const asOf = factTime(draft)
  const before = known(draft, id)
  if (before !== null && asOf < before.asOf) return
  const times = (before?.times ?? 0) + 1
  replace(draft, { id, times, line: draft.event.line, role, aboutMasked, asOf, removed: false })
}

/** One who was never named may yet be, by an older word that comes late. */
export function removeContact(draft: Draft, { contactId: id }: FactOf<'contact-person.removed'>): void {
  const asOf = factTime(draft)
  const before = known(draft, id)
  if (before !== null && asOf < before.asOf) return
  const nobody = { id, times: 0, line: null, role: 'relative', aboutMasked: '' } as const
  replace(draft, { ...(before ?? nobody), asOf, removed: true })
}

const known = (draft: Draft, id: string): Contact | null =>
  draft.cold.contacts.find(contact => contact.id === id) ?? null

function replace(draft: Draft, contact: Contact): void {
  const others = draft.cold.contacts.filter(({ id }) => id !== contact.id)
  setCold(draft, { contacts: [...withRoom(others), contact] })
  const names = recipientsIn(draft.cold)
  withholdOpen(draft, {
    which: ({ line }) => isContact(line) && !names.includes(line),
    reason: 'moot',
    note: 'no longer a contact of this account',
  })
}

/** Of those who were removed, the one longest gone makes room. */
function withRoom(contacts: readonly Contact[]): readonly Contact[] {
  if (contacts.length < contactsMax) return contacts
  const gone = contacts.filter(({ removed }) => removed).toSorted((a, b) => a.asOf - b.asOf)[0]
  if (gone === undefined) throw new RangeError(`an account has at most ${contactsMax} contacts`)
  return contacts.filter(contact => contact !== gone)
}
