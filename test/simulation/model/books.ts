/** Everything that came in has its place, once; and the books agree (G1, G2, G8, G10). */
import type { Fact, Sent } from '../chronicle.ts'
import { type Casebook, nameOf } from './casebook.ts'

const aheadMaxMs = 600_000

/** A fact as a whole: the same thing said twice is one. */
const wholeOf = (fact: Fact): string =>
  JSON.stringify([fact.source, fact.id, fact.time, fact.type, fact.account, fact.line, fact.body])
const idOf = (fact: { readonly source: string; readonly id: string }): string => `${fact.source} ${fact.id}`

export function checkBooks(book: Casebook): void {
  const { chronicle } = book
  const decided = chronicle.decided.filter(entry => entry.fact !== null)
  const times = Map.groupBy(decided, entry => wholeOf(entry.fact!))
  const ids = Map.groupBy(decided, entry => idOf(entry.fact!))
  for (const [id, entries] of ids) {
    if (entries.length > 1) book.blame('G2', entries[1]!.at, `${id} was decided ${entries.length} times`)
  }
  for (const [whole, deliveries] of Map.groupBy(chronicle.sent, sent => wholeOf(sent.fact))) {
    if (chronicle.isLive) checkFact(book, deliveries, times.get(whole)?.length ?? 0)
  }
  checkAsides(book)
  checkSums(book)
  checkReceipts(book)
}

/** Nothing is believed that no gateway said, and what one says of a message that it had accepted is not lost (G4). */
function checkReceipts(book: Casebook): void {
  const { answered, brought, reported } = book.chronicle
  const said = new Map(reported.map(one => [nameOf(one), one]))
  const heard = new Set(brought.map(nameOf))
  for (const one of brought) {
    const source = said.get(nameOf(one))
    const isTrue = source !== undefined && source.outcome === one.outcome && source.at <= one.at
    if (!isTrue)
      book.blame('G4', one.at, `${nameOf(one)} is taken as ${one.outcome}, which no gateway had said`)
  }
  for (const { account, attempt, state, at } of answered) {
    const name = nameOf({ account, attempt })
    const isSaid = (said.get(name)?.at ?? Infinity) < book.chronicle.end - 86_400_000
    if (state === 'accepted' && isSaid && !heard.has(name))
      book.blame('G4', at, `the receipt of ${name} was lost`)
  }
}

/** Acknowledged as decided: decided, once. Acknowledged as known: known. */
function checkFact(book: Casebook, deliveries: readonly Sent[], decided: number): void {
  const last = deliveries.at(-1)!
  const name = idOf(last.fact)
  const verdicts = deliveries.map(({ verdict }) => verdict)
  if (last.verdict === null) book.blame('G1', last.at, `${name} never got an answer`)
  if ((verdicts.includes('decided') || verdicts.includes('duplicate')) && decided !== 1) {
    book.blame(
      'G1',
      last.at,
      `${name} was acknowledged (${verdicts.join(', ')}), but decided ${decided} times`,
    )
  }
  if (verdicts.filter(verdict => verdict === 'decided').length > 1) {
    book.blame('G2', last.at, `${name} was called new more than once: ${verdicts.join(', ')}`)
  }
  if (
    decided > 0 ||
    !verdicts.every(verdict => verdict === 'set-aside' || verdict === 'waiting' || verdict === null)
  )
    return
  const isKept = book.chronicle.asides.some(aside => idOf(aside) === name && aside.time === last.fact.time)
  if (!isKept) book.blame('G1', last.at, `${name} was acknowledged (${verdicts.join(', ')}) and is nowhere`)
}

function checkAsides(book: Casebook): void {
  const { asides, decided, poisoned, sent } = book.chronicle
  const known = Map.groupBy(decided, idOf)
  const deliveries = Map.groupBy(sent, ({ fact }) => `${idOf(fact)} ${fact.time}`)
  for (const aside of asides) {
    const all = deliveries.get(`${idOf(aside)} ${aside.time}`) ?? []
    const right = {
      conflict:
        known
          .get(idOf(aside))
          ?.some(entry => !all.every(({ fact }) => wholeOf(fact) === wholeOf(entry.fact!))) ?? false,
      'from-the-future': all.some(({ at }) => aside.time > at + aheadMaxMs),
      'decision-failed': poisoned.has(idOf(aside)),
      'commit-refused': poisoned.has(idOf(aside)),
      'unknown-line': all.some(({ fact }) => !isLineKnown(book, fact)),
      waiting: true,
    }[aside.state === 'waiting' ? 'waiting' : (aside.reason ?? '')]
    if (right !== true)
      book.blame('G10', aside.time, `${idOf(aside)} was set aside as ${aside.reason}, which is not so`)
  }
}

/** Opened within a day of the fact, by an opening that is not later than it; an account is known by any of its lines. */
function isLineKnown(book: Casebook, fact: Fact): boolean {
  return book.chronicle.decided.some(entry => {
    if (entry.type !== 'line.opened' || entry.account !== fact.account) return false
    if (entry.at >= fact.time + 86_400_000) return false
    return fact.line === null || (entry.body['line'] === fact.line && entry.time <= fact.time)
  })
}

function checkSums(book: Casebook): void {
  const { books, reminders, sent, end } = book.chronicle
  const { accepted, decided, duplicate, setAside, planned } = books
  if (accepted !== decided + duplicate + setAside) {
    book.blame(
      'G8',
      end,
      `accepted ${accepted} ≠ decided ${decided} + duplicate ${duplicate} + set aside ${setAside}`,
    )
  }
  const answered = book.chronicle.isLive ? sent.filter(({ verdict }) => verdict !== null).length : sent.length
  if (accepted < answered || accepted > sent.length) {
    book.blame('G8', end, `accepted ${accepted}, but ${answered} of ${sent.length} deliveries were answered`)
  }
  if (planned !== reminders.length) book.blame('G8', end, `planned ${planned} ≠ ${reminders.length} rows`)
  const silent = reminders.filter(row => row.state === 'withheld' && row.reason === null)
  for (const row of silent)
    book.blame('G9', row.plannedAt, `${row.account} ${row.id} is withheld without a reason`)
  for (const difference of books.differences) book.blame('G8', end, difference)
}
