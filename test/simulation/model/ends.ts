/** How each reminder ended, and whether that is what the far side had said (G2, G4, G5, G8). */
import type { AttemptSeen, Moment, ReminderSeen } from '../chronicle.ts'
import { type Casebook, type File, firstStep, lastStep, nameOf, wasRefused } from './casebook.ts'
import { allowedMinutes, clock, firstAllowed, hour } from './civil.ts'
import { canWait, silenceMs, spreadMs, wanted } from './rules.ts'
import { isHasty, wordOf } from './sending.ts'
import { factsFrom, isStillTrue, saidOf, wordsOf } from './truth.ts'
import { percentOf } from './telling.ts'

const finals = new Set(['delivered', 'failed', 'expired', 'unconfirmed', 'withheld'])
/** Ends that word of the handset may still better. */
const lost = new Set(['failed', 'expired', 'unconfirmed'])

interface Ending {
  readonly book: Casebook
  readonly file: File
  readonly row: ReminderSeen
  readonly attempts: readonly AttemptSeen[]
  readonly at: Moment
}

export function checkEnds(book: Casebook): void {
  for (const file of book.files) {
    for (const row of file.rows) {
      const attempts = file.attempts.get(row.id) ?? []
      const ending = { book, file, row, attempts, at: lastStep(row).at }
      checkTrail(ending)
      checkReceipts(ending)
      checkEnd(ending)
      const former = beforeWord(row)
      if (former !== null) checkEnd({ ...ending, row: former, at: lastStep(former).at })
    }
  }
}

/** Ended without having arrived, and delivered after all: as it was before that word; null for any other. */
function beforeWord(row: ReminderSeen): ReminderSeen | null {
  const trail = row.trail.slice(0, -1)
  const end = trail.at(-1)
  if (row.state !== 'delivered' || end === undefined || !lost.has(end.state)) return null
  return { ...row, trail, state: end.state, reason: end.reason }
}

function checkTrail({ book, row, attempts }: Ending): void {
  const states = row.trail.map(step => step.state)
  const early = states.slice(0, beforeWord(row) === null ? -1 : -2).some(state => finals.has(state))
  const left = states.filter(state => state === 'attempted').length
  const faults = [
    early && 'lived on after its end',
    left !== attempts.length && `${left} times attempted, but ${attempts.length} attempts`,
    states.at(-1) !== row.state && 'the row and its last step differ',
  ].filter(fault => fault !== false)
  for (const fault of faults)
    book.blame('G8', row.plannedAt, `${row.account} ${row.id}: ${fault} (${states.join(' ')})`)
}

/** What a handset confirmed, by whichever attempt, is delivered; silence is no end that would stand against it. */
function checkReceipts({ book, row, attempts, at }: Ending): void {
  const names = new Set(attempts.map(({ id }) => nameOf({ account: row.account, attempt: id })))
  const first = book.chronicle.brought.find(
    one => one.kept && one.outcome === 'delivered' && names.has(nameOf(one)),
  )
  if (first === undefined || row.state === 'delivered') return
  const known = attempts.find(({ id }) => id === first.attempt)!
  // An attempt has one outcome: what was said of it before counts, silence alone may be bettered.
  const said = wordOf(book, nameOf(first), first.at - 1)
  if (said !== null || (row.state === 'withheld' && at <= first.at)) return
  book.blame('G4', first.at, `${row.account} ${row.id} is ${row.state}, but ${known.id} had been delivered`)
}

function checkEnd(ending: Ending): void {
  const { row } = ending
  switch (row.state) {
    case 'planned':
    case 'attempted':
      return checkUnfinished(ending)
    case 'withheld':
      return wasRefused(row) ? undefined : checkWithheld(ending)
    case 'delivered':
      return checkWord(ending, ['delivered'])
    case 'failed':
      checkWord(ending, ['failed', 'refused'])
      return checkAllTried(ending)
    case 'expired':
      checkWord(ending, ['expired', 'returned'])
      return checkAllTried(ending)
    case 'unconfirmed':
      checkSilence(ending)
      return checkAllTried(ending)
    default:
      return ending.book.blame('G8', ending.at, `${row.account} ${row.id}: no such state: ${row.state}`)
  }
}

/** After days of quiet nothing is on its way but what is meant for later. */
function checkUnfinished({ book, row, attempts }: Ending): void {
  const { end } = book.chronicle
  const waitsFor = row.state === 'planned' ? lastStep(row).due : attempts.at(-1)!.validUntil + silenceMs
  if (waitsFor > end - hour) return
  book.blame('G8', end, `${row.account} ${row.id}: still ${row.state}, though due ${clock(waitsFor)}`)
}

function checkWord({ book, row, attempts, at }: Ending, right: readonly string[]): void {
  const all = row.state === 'delivered' ? attempts : attempts.slice(-1)
  const words = all.map(({ id }) => wordOf(book, nameOf({ account: row.account, attempt: id }), at))
  if (words.some(word => word !== null && right.includes(word))) return
  book.blame(
    'G4',
    at,
    `${row.account} ${row.id} is ${row.state}, but the gateway said ${words.join(', ') || 'nothing'}`,
  )
}

function checkSilence({ book, row, attempts, at }: Ending): void {
  const last = attempts.at(-1)!
  const word = wordOf(book, nameOf({ account: row.account, attempt: last.id }), at - 1)
  if (word === null && at >= last.validUntil + silenceMs && !isHasty(book, last, at)) return
  book.blame('G4', at, `${row.account} ${row.id}: unconfirmed, though ${word ?? 'it could still arrive'}`)
}

/** It ended without having arrived: every channel was tried, or a further try would have come too late. */
function checkAllTried({ book, file, row, attempts, at }: Ending): void {
  const tried = new Set(attempts.map(({ channel }) => channel))
  const left = wanted[row.rule]!.ladder.filter(([name]) => !tried.has(name))
  const moments = file.past.around(at).map(past => {
    const minutes = allowedMinutes(past.activeHours(row.line))
    return canWait(row.rule) ? firstAllowed(at, minutes, past.shift(row.line)) + spreadMs : at + 1_000
  })
  const next = Math.max(...moments)
  if (next >= row.usefulUntil || left.length === 0 || wasPassedOver(file, row)) return
  book.blame(
    'G4',
    at,
    `${row.account} ${row.id}: ${row.state}, but ${left.map(([name]) => name).join(', ')} was never tried`,
  )
}

/** A channel that had failed three times is passed over now and then. */
const wasPassedOver = (file: File, row: ReminderSeen): boolean =>
  [...file.attempts.values()].flat().filter(one => one.decidedAt < row.plannedAt && one.channel === 'sms')
    .length >= 3

/** Withheld after it had been planned: the reason held then. */
function checkWithheld(ending: Ending): void {
  const { book, row, at } = ending
  if (isRight(ending, row.reason ?? 'none')) return
  const promise = row.reason === 'stale-facts' ? 'G13' : row.reason === 'not-allowed' ? 'G11' : 'G9'
  book.blame(promise, at, `${row.account} ${row.id}: withheld as ${row.reason}, which is not so`)
}

function isRight(ending: Ending, reason: string): boolean {
  const { book, file, row, at } = ending
  const { line, rule, account } = row
  const states = file.past.around(at)
  switch (reason) {
    case 'superseded':
      return file.rows.some(
        other =>
          other.line === line &&
          other.plannedAt === at &&
          !wasRefused(other) &&
          wanted[other.rule]!.supersedes.includes(rule),
      )
    case 'moot':
      return states.some(past => !isStillTrue(row, past) || wasTakenBack(row, past))
    case 'stale-facts':
      return states.some(past => at - factsFrom(row, past) > wanted[rule]!.staleMs)
    case 'too-late':
      return at >= row.usefulUntil && isExcused(ending)
    case 'paused':
      return at >= row.usefulUntil && book.setting.pauses.some(({ from, until }) => from <= at && at < until)
    case 'recalled':
      return book.isRecalled(row.version, at)
    case 'line-closed':
      return states.some(past => past.line(line)?.isClosed === true)
    case 'not-allowed':
      return !book.isAllowed(`${account}/${line}`, at)
    case 'incomplete':
      return states.some(past => wordsOf(row, past) === null)
    case 'no-consent':
      return states.some(past => !past.consents(line))
    case 'unsubscribed':
      return states.some(past => past.choice(line, wanted[rule]!.kind ?? '') === 'off')
    default:
      return false
  }
}

/** A limit lies ahead again, before its message had left. */
function wasTakenBack(row: ReminderSeen, past: File['past']): boolean {
  const { bucket, event } = saidOf(row)
  const counter = bucket === null ? undefined : past.usage(row.line, bucket)
  if (counter === undefined || typeof event['limit'] !== 'number') return false
  if (event['measure'] === 'percent') return event['limit'] > percentOf(counter.used, counter.allowance)
  if (event['measure'] === 'used') return event['limit'] > counter.used
  return counter.allowance - counter.used > event['limit']
}

/** Too late because there was trouble, or because it waited for others of its line; never by our own choice of time. */
function isExcused({ book, row, at }: Ending): boolean {
  const asked = row.trail.findLast(step => step.state === 'planned') ?? firstStep(row)
  return asked.due >= row.usefulUntil - spreadMs || book.isTroubled(asked.due, at)
}
