/** What was to happen later did happen, once: moments, schedules, words between accounts (G1, G2). */
import type { Decided, Moment } from '../chronicle.ts'
import type { Casebook, File } from './casebook.ts'
import { clock, day, dayText, hour, minute, startOf } from './civil.ts'
import { truthOf } from './past.ts'
import { laterMoments, validityMoment } from './telling.ts'

/** What is due is not done the same second: an engine that was down does it when it is up again. */
const slackMs = 5 * minute

export function checkTimers(book: Casebook): void {
  for (const file of book.files) {
    checkOpenings(book, file)
    checkSchedules(book, file)
    checkValidity(book, file)
  }
  checkWords(book)
}

/** When an engine that may have been down at that moment has surely done what was due then. */
function doneBy(book: Casebook, at: Moment): Moment {
  let done = at + slackMs
  for (let n = 0; n < book.setting.down.length; n += 1) {
    for (const { from, until } of book.setting.down) {
      if (from <= done && done < until + slackMs) done = until + slackMs
    }
  }
  return done
}

function checkOpenings(book: Casebook, file: File): void {
  for (const line of file.past.lines()) {
    if (!line.joinedToday) continue
    for (const [rule, due] of Object.entries(laterMoments(truthOf(line.opened)))) {
      const rows = file.rows.filter(row => row.rule === rule && row.line === line.id)
      const by = doneBy(book, Math.max(due, line.opened.at))
      if (rows.length === 1 && rows[0]!.plannedAt >= due && rows[0]!.plannedAt <= by) continue
      book.blame(
        'G1',
        due,
        `${file.account} ${line.id}: ${rows.length} rows of ${rule}, at ${rows.map(row => clock(row.plannedAt)).join(', ')}`,
      )
    }
  }
}

interface Round {
  readonly schedule: string
  readonly from: Moment
  readonly until: Moment
}

/** The days on which each schedule comes round, and the span in which each line has its minute. */
function roundsIn(start: Moment, end: Moment): readonly Round[] {
  const rounds: Round[] = []
  for (let at = startOf(dayText(start)); at < end; at += day) {
    const text = dayText(at)
    const weekday = new Date(`${text}T00:00:00Z`).getUTCDay()
    if (text.endsWith('-01') || text.endsWith('-28'))
      rounds.push({ schedule: 'summary', from: at + 10 * hour, until: at + 12 * hour })
    if (weekday === 1 || weekday === 4)
      rounds.push({ schedule: 'weekly', from: at + 9 * hour, until: at + 10 * hour })
  }
  return rounds
}

function checkSchedules(book: Casebook, file: File): void {
  const { start, end } = book.chronicle
  for (const line of file.past.lines()) {
    for (const round of roundsIn(start, end - day)) {
      const done = dues(file, line.id, round)
      if (done.length > 1)
        book.blame(
          'G2',
          round.from,
          `${file.account} ${line.id}: ${round.schedule} came ${done.length} times`,
        )
      if (done.length === 0 && wasWanted(book, file, { line: line.id, round })) {
        book.blame('G1', round.from, `${file.account} ${line.id}: ${round.schedule} never came`)
      }
    }
  }
}

const dues = (file: File, line: string, { schedule, from, until }: Round): readonly Decided[] =>
  file.past.entries.filter(
    entry =>
      entry.type === 'schedule.due' &&
      entry.line === line &&
      entry.body['schedule'] === schedule &&
      entry.time >= from &&
      entry.time < until,
  )

/** From before the round began until it was surely over: open, and, where it must be, ordered. */
function wasWanted(
  book: Casebook,
  file: File,
  what: { readonly line: string; readonly round: Round },
): boolean {
  const { line, round } = what
  const states = file.past.around(round.from - 1).concat(spanOf(file, round.from, doneBy(book, round.until)))
  return states.every(past => {
    const known = past.line(line)
    if (known === undefined || known.id !== line || known.isClosed) return false
    return round.schedule === 'summary' || past.choice(line, 'weekly') === 'ordered'
  })
}

const spanOf = (file: File, from: Moment, until: Moment): readonly File['past'][] =>
  file.past.entries.filter(({ at }) => at >= from && at <= until).map(({ order }) => file.past.upTo(order))

/** A last day that was known before its moment came, and still held then, was spoken of. */
function checkValidity(book: Casebook, file: File): void {
  const days = new Set(file.past.validities().map(({ untilDay }) => untilDay))
  for (const untilDay of days) {
    const moment = validityMoment(untilDay)
    const by = doneBy(book, moment)
    if (by > book.chronicle.end) continue
    const states = [...file.past.around(moment - 1), ...spanOf(file, moment, by)]
    if (!states.every(past => past.validities().at(-1)?.untilDay === untilDay)) continue
    const rows = file.rows.filter(row => {
      const { validUntil } = row.facts['event'] as { validUntil?: string }
      return (
        row.rule === 'validity' && validUntil === untilDay && row.plannedAt >= moment && row.plannedAt <= by
      )
    })
    // Each line that was the account's first, while the day was known, has a moment of its own.
    const isOnce = new Set(rows.map(row => row.line)).size === rows.length
    if (rows.length === 0 || !isOnce) {
      book.blame('G1', moment, `${file.account}: ${rows.length} rows of validity for ${untilDay}`)
    }
  }
}

/** A member's word reaches its head, once. */
function checkWords(book: Casebook): void {
  for (const file of book.files) {
    const own = file.past.of('payment-group.joined', 'payment-group.left')
    let head: string | null = null
    for (const entry of own) {
      const type: string =
        entry.type === 'payment-group.joined' ? 'payment-group.member-joined' : 'payment-group.member-left'
      const next: string | null =
        entry.type === 'payment-group.joined' ? String(entry.body['headAccount']) : null
      const to: string | null = next ?? head
      head = next
      if (to === null) continue
      const heard = book.chronicle.decided.filter(
        other =>
          other.account === to &&
          other.type === type &&
          other.body['member'] === file.account &&
          other.at >= truthOf(entry),
      )
      if (heard.length !== 1)
        book.blame('G1', entry.at, `${to} heard ${heard.length} times that ${file.account} ${entry.type}`)
    }
  }
}
