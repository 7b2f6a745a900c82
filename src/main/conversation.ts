/** A line's month as a conversation: what happened, what we said, and what became of it. */
import type { Language } from '../core/event/facts.ts'
import type { ContactShown } from './desk/contacts.ts'
import { contactText, erasedText } from './explanation.ts'
import { localTime } from './local-time.ts'
import { noteText } from './note-words.ts'
import { reasonWord, stateWord, word } from './words.ts'

export interface TimelineAnswer {
  readonly account: string
  readonly line: string
  readonly items: readonly Entry[]
  /** When a person behind this account was erased. */
  readonly erased: string | null
}

export interface Entry {
  readonly at: string | number
  readonly kind: 'event' | 'planned' | 'withheld' | 'sent' | 'outcome'
  readonly what: string
  readonly channel: string | null
  readonly text: string | null
  readonly note: string
  readonly reminder: string | null
  readonly contact: ContactShown | null
}

/** Oldest first, in Beijing time. */
export function conversationText(
  { account, line, items, erased }: TimelineAnswer,
  language: Language,
): string {
  const told = items.toReversed().map(entry => entryText(entry, language))
  const head = `${account} · ${line} (${word('beijing', language)})`
  return [head, ...erasedText(erased, language), ...told].join('\n')
}

function entryText(entry: Entry, language: Language): string {
  const { at, kind, what, note } = entry
  const head = localTime(instantOf(at)).slice(5)
  const to = entry.contact === null ? '' : `${contactText(entry.contact, language)} `
  switch (kind) {
    case 'sent':
      return `${head} → ${to}[${entry.channel ?? ''}] ${entry.text ?? word('blanked', language)}`
    case 'outcome':
      return `${head}   ${what === 'delivered' ? '✓' : '!'} ${outcomeText(entry, language)}`
    case 'withheld':
      return `${head} ✗ ${to}${what}: ${withheldText(note, language)}`
    case 'planned':
      return `${head} … ${to}${what}: ${stateWord('planned', language)} ${noteText(note, language)}`
    case 'event':
      if (entry.text !== null) return `${head} ← ${entry.text}`
      return `${head} · ${what} ${shortened(note)}`
  }
}

function outcomeText({ what, note, reminder }: Entry, language: Language): string {
  const rule = reminder?.split('/')[1] ?? ''
  return `${stateWord(what, language)}: ${rule}${note === '' ? '' : ` (${note})`}`
}

/** `moot: no longer true: …`: the reason's code, then its inputs, which may begin with the same words. */
function withheldText(note: string, language: Language): string {
  const [reason = ''] = note.split(':', 1)
  const told = note.slice(reason.length + 2)
  const same = `${reasonWord(reason, 'en')}: `
  const inputs = told.startsWith(same) ? told.slice(same.length) : told
  return [reasonWord(reason, language), noteText(inputs, language)].filter(text => text !== '').join(': ')
}

const factsMax = 110

const shortened = (note: string): string =>
  note.length > factsMax ? `${note.slice(0, factsMax - 1)}…` : note

export const instantOf = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at))
