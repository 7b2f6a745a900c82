/** Who goes first: members of a group in its order, other reminders of a line by due time (G3); one answer at a time. */
import type { Handed, Moment, ReminderSeen } from '../chronicle.ts'
import { type Casebook, type File, firstStep, nameOf, stepAt } from './casebook.ts'
import { clock } from './civil.ts'
import { waitMaxMs, wanted } from './rules.ts'

/** After this an answer is given up. */
const answerWithinMs = 60_000
const finals = new Set(['delivered', 'failed', 'expired', 'unconfirmed', 'withheld'])

export function checkOrder(book: Casebook): void {
  for (const file of book.files) {
    for (const row of file.rows) {
      checkGroup(book, file, row)
      checkLane(book, file, row)
    }
    if (book.chronicle.isLive) checkOneAtATime(book, file.account)
  }
  if (book.chronicle.isLive) checkWindow(book)
}

function checkGroup(book: Casebook, file: File, row: ReminderSeen): void {
  const group = wanted[row.rule]?.group ?? null
  const left = file.attempts.get(row.id)?.[0]?.decidedAt
  if (group === null || left === undefined) return
  const [name, place] = group
  const formers = file.rows.filter(other => {
    const its = wanted[other.rule]?.group ?? null
    return (
      other.line === row.line &&
      its !== null &&
      its[0] === name &&
      its[1] < place &&
      other.decision <= row.decision
    )
  })
  for (const former of formers) {
    if (mayFollow(file, former, { row, left })) continue
    book.blame(
      'G3',
      left,
      `${row.account} ${row.id} left before ${former.id} had its outcome or ten minutes had passed`,
    )
  }
}

/** The former has come to its end, or has had its ten minutes since both could have gone. */
function mayFollow(file: File, former: ReminderSeen, what: { row: ReminderSeen; left: Moment }): boolean {
  const { row, left } = what
  const state = stepAt(former, left)
  if (state === null || finals.has(state.state)) return true
  const attempts = (file.attempts.get(former.id) ?? []).filter(attempt => attempt.decidedAt <= left)
  const last = attempts.at(-1)
  if (last !== undefined && left - last.decidedAt < waitMaxMs) return false
  return left - firstStep(row).due >= waitMaxMs
}

/** Of one line and lane the earlier due leaves first; who waits for others of a group lets the rest pass. */
function checkLane(book: Casebook, file: File, row: ReminderSeen): void {
  const leavings = row.trail.filter(step => step.state === 'attempted')
  for (const { at, channel } of leavings) {
    const isPaused = ({ rule, line }: ReminderSeen): boolean =>
      book.isPaused({ rule, channel, city: file.past.line(line)!.city }, at)
    const asked = row.trail.findLast(step => step.state === 'planned' && step.at <= at)!
    const passed = file.rows.find(other => {
      if (other === row || other.line !== row.line || other.class !== row.class) return false
      const step = waitingAt(other, at)
      if (step === null || step.channel !== channel || isPaused(other)) return false
      return step.due < asked.due || (step.due === asked.due && other.decision < row.decision)
    })
    if (passed === undefined) continue
    book.blame('G3', at, `${row.account} ${row.id} (due ${clock(asked.due)}) overtook ${passed.id}`)
  }
}

/** How it waited to leave at this moment; null when it did not, or when something became of it just then. */
function waitingAt(row: ReminderSeen, at: Moment): ReminderSeen['trail'][number] | null {
  const step = stepAt(row, at)
  return step === null || step.state !== 'planned' || step.at === at ? null : step
}

/** While a line's message is unanswered its next one waits. */
function checkOneAtATime(book: Casebook, account: string): void {
  const own = book.chronicle.handed.filter(one => one.account === account)
  for (const [n, handed] of own.entries()) {
    const rival = own
      .slice(0, n)
      .find(earlier => earlier.number === handed.number && isUnanswered(book, earlier, handed.at))
    if (rival === undefined) continue
    book.blame(
      'G3',
      handed.at,
      `${account} ${handed.attempt} was handed over while ${rival.attempt} was unanswered`,
    )
  }
}

function isUnanswered(book: Casebook, handed: Handed, at: Moment): boolean {
  if (at - handed.at >= answerWithinMs || at === handed.at) return false
  const answer = book.chronicle.answered.find(one => nameOf(one) === nameOf(handed))
  const crashed = book.setting.down.some(({ from }) => from >= handed.at && from <= at)
  return !crashed && (answer === undefined || answer.at > at)
}

/** Never more unanswered than the window, so never more in doubt than that when all is lost (G4). */
function checkWindow(book: Casebook): void {
  const { window } = book.setting
  const gateways = Map.groupBy(book.chronicle.handed, one => one.gateway)
  for (const [gateway, all] of gateways) {
    for (const [n, handed] of all.entries()) {
      const open = all.slice(Math.max(0, n - 200), n).filter(one => isUnanswered(book, one, handed.at))
      if (open.length < window) continue
      book.blame(
        'G4',
        handed.at,
        `${gateway}: ${open.length + 1} messages unanswered, the window is ${window}`,
      )
    }
  }
}
