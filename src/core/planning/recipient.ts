/** To whom a rule speaks: the line that something happened to, or the contacts named for it (TP9-04). */
import type { Line } from '../account/account.ts'
import { contactsFor, isContact, lineBehind, recipientName } from '../account/contact.ts'
import type { Draft } from '../draft.ts'
import type { LineId } from '../event/event.ts'
import type { Rule } from '../rule/rule.ts'
import { noPreferences } from '../touchpoints/preference.ts'

/** About which line something happened (null: about the account), and that line as it stands. */
export interface Concerned {
  readonly about: LineId | null
  readonly line: Line
}

export function recipientsOf(draft: Draft, rule: Rule, { about, line }: Concerned): readonly Line[] {
  if (rule.to === 'line') return [line]
  return contactsFor(draft.cold, about).flatMap(contact => recipientOf(draft, recipientName(contact)) ?? [])
}

/**
 * Whom a reminder is for, by the name in it. A contact is spoken to in the language of the line behind it and about that
 * line, but has none of its wishes and holds none of its services.
 */
export function recipientOf(draft: Draft, name: LineId): Line | null {
  const line = lineBehind(draft.cold, name)
  if (line === null || !isContact(name)) return line
  return { ...line, id: name, preferences: noPreferences, subscriptions: [] }
}
