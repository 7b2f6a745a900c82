/** The month in a terminal: per touchpoint, why what was not sent, and the books (G8). */
import type { Language } from '../../core/event/facts.ts'
import type { Reconciliation } from '../../store/reconcile.ts'
import type { TouchpointFigures } from '../../store/touchpoint-figures.ts'
import { span, textTable } from '../text-table.ts'
import { reasonWord, word, type Word } from '../words.ts'

const counted = [
  'triggered',
  'sent',
  'delivered',
  'failed',
  'expired',
  'unconfirmed',
  'withheld',
  'open',
  'parts',
] as const

export interface Titles {
  (touchpoint: string): string
}

export function figuresText(
  figures: readonly TouchpointFigures[],
  titles: Titles,
  language: Language,
): string {
  const head = ['touchpoint' as const, ...counted, 'delay' as const].map(name => word(name, language))
  const rows = figures.map(row => [
    titles(row.touchpoint),
    ...counted.map(name => row[name]),
    `${span(row.delayP50Ms)} / ${span(row.delayP99Ms)}`,
  ])
  const sums = counted.map(name => figures.reduce((sum, row) => sum + row[name], 0))
  return textTable(head, [...rows, [word('total', language), ...sums, '']])
}

export function reasonsText(books: Reconciliation, titles: Titles, language: Language): string {
  const rows = books.withheld.map(({ touchpoint, reason, count }) => [
    `${titles(touchpoint)} · ${reasonWord(reason, language)}`,
    count,
  ])
  return textTable([word('reason', language), ''], rows)
}

const equation = (parts: readonly (readonly [Word, number])[], language: Language): string =>
  parts.map(([name, count]) => `${word(name, language)} ${count}`).join(' + ')

/** Both equations with their figures, and whether they hold. */
export function booksText(books: Reconciliation, language: Language): string {
  const { events, reminders } = books
  const came = equation(
    [
      ['decided', events.decided],
      ['duplicate', events.duplicate],
      ['setAside', events.setAside],
    ],
    language,
  )
  const ends = ['delivered', 'failed', 'expired', 'unconfirmed', 'withheld', 'inFlight'] as const
  const went = equation(
    ends.map(name => [name, reminders[name]] as const),
    language,
  )
  return [
    `${word('accepted', language)} ${events.accepted} = ${came}`,
    `${word('planned', language)} ${reminders.planned} = ${went}`,
    books.holds
      ? `✓ ${word('holds', language)}`
      : `✗ ${word('broken', language)}: ${books.differences.join('; ')}`,
  ].join('\n')
}
