/** The month in a terminal: per touchpoint, why what was not sent, and the books (G8). */
import type { Language } from '../../core/event/facts.ts'
import { conversationText } from '../conversation.ts'
import { localDay } from '../local-time.ts'
import type { Reconciliation } from '../../store/reconcile.ts'
import type { TouchpointFigures } from '../../store/touchpoint-figures.ts'
import { span, textTable } from '../text-table.ts'
import { reasonWord, word, type Word } from '../words.ts'
import type { Month } from './month.ts'
import type { Liveliest, Shown } from './show.ts'

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

/** What a touchpoint is called. */
export type Titles = (touchpoint: string) => string

interface Report {
  readonly shown: Shown
  readonly liveliest: Liveliest | null
  readonly month: Pick<Month, 'from' | 'until' | 'refused'>
  readonly title: Titles
  readonly language: Language
}

/** All of it, with the month of one customer told as a conversation. */
export function reportText({ shown, liveliest, month, title, language }: Report): string {
  return [
    headText(shown, month, language),
    figuresText(shown.touchpoints, title, language),
    reasonsText(shown.books, title, language),
    ...leftOutText(shown, month, language),
    `${word('books', language)}\n${booksText(shown.books, language)}`,
    ...(liveliest === null ? [] : [monthText(liveliest, language)]),
  ].join('\n\n')
}

/** The first and the last day are local ones. */
function headText(shown: Shown, { from, until }: Report['month'], language: Language): string {
  const { facts, turns, seconds, peakMB, seed } = shown
  const days = `${localDay(from)} – ${localDay(until - 1)}`
  const run = [
    `${facts} ${word('facts', language)}`,
    `${turns} ${word('turns', language)}`,
    `${seconds} s`,
    `${peakMB} MB`,
  ]
  return `${word('report', language)}: ${days}, ${word('seed', language)} ${seed} (${run.join(', ')})`
}

/** Facts that had no part in it. */
function leftOutText({ notPlayed }: Shown, { refused }: Report['month'], language: Language): string[] {
  const late = notPlayed === 0 ? [] : [`${word('tooLate', language)}: ${notPlayed}`]
  const more = refused.count > refused.first.length ? ['…'] : []
  const bad =
    refused.count === 0 ? [] : [`${word('refused', language)}: ${refused.count}`, ...refused.first, ...more]
  return late.length + bad.length === 0 ? [] : [[...late, ...bad].join('\n')]
}

/** Counters that merely rose would drown the conversation. */
function monthText({ entries, ...line }: Liveliest, language: Language): string {
  const items = entries.filter(entry => entry.kind !== 'event' || !entry.what.endsWith('.reported'))
  return `${word('month', language)}\n${conversationText({ ...line, items, erased: null }, language)}`
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
  if (rows.length === 0) return `${word('reason', language)}: ${word('nothing', language)}`
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
