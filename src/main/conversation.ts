/** A line's month as a conversation: what happened on the left, what we said and what became of it. */
export interface TimelineAnswer {
  readonly account: string
  readonly line: string
  readonly items: readonly Entry[]
  readonly next: string | null
}

export interface Entry {
  readonly at: string | number
  readonly kind: 'event' | 'planned' | 'withheld' | 'sent' | 'outcome'
  readonly what: string
  readonly channel: string | null
  readonly text: string | null
  readonly note: string
  readonly reminder: string | null
}

const marks: Readonly<Record<Entry['kind'], string>> = {
  event: '  ·',
  planned: '  …',
  withheld: '  ✗',
  sent: '  ◀',
  outcome: '   ',
}

/** Oldest first, in Beijing time. */
export function conversationText({ account, line, items }: TimelineAnswer): string {
  const told = [...items].reverse().map(lineOf)
  return [`${account} · ${line}`, ...told].join('\n')
}

function lineOf({ at, kind, what, channel, text, note }: Entry): string {
  const head = `${stamp(at)} ${marks[kind]}`
  switch (kind) {
    case 'sent':
      return `${head} [${channel ?? ''}] ${text ?? '(blanked)'}`
    case 'outcome':
      return `${head}     ${what}${note === '' ? '' : ` (${note})`}`
    case 'withheld':
      return `${head} ${what}: ${note}`
    case 'event':
    case 'planned':
      return `${head} ${what} ${shortened(note)}`
  }
}

const shortened = (note: string): string => (note.length > 90 ? `${note.slice(0, 89)}…` : note)

/** `11-05 09:30:02` in Beijing. */
export function stamp(at: string | number): string {
  const instant = typeof at === 'number' ? at : Date.parse(at)
  return new Date(instant + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ')
}
