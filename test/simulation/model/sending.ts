/** Each message that left: whether it might, then, to that number, in those words, by that channel (G4, G5, G9, G11, G13). */
import type { AttemptSeen, Moment, ReminderSeen } from '../chronicle.ts'
import { type Casebook, type File, nameOf } from './casebook.ts'
import { allowedMinutes, clock, minuteOfDay, nextRest } from './civil.ts'
import type { Past } from './past.ts'
import { canWait, silenceMs, wanted } from './rules.ts'
import { factsFrom, isStillTrue, saidOf, wordsOf } from './truth.ts'

/** From the decision to the hand-over. */
const handOverMs = 1_000

interface Leaving {
  readonly book: Casebook
  readonly file: File
  readonly row: ReminderSeen
  readonly attempt: AttemptSeen
  /** As the account stood when it was decided. */
  readonly past: Past
}

export function checkSending(book: Casebook): void {
  for (const file of book.files) {
    for (const row of file.rows) {
      const attempts = file.attempts.get(row.id) ?? []
      for (const [n, attempt] of attempts.entries())
        checkAttempt(book, file, { row, attempt, earlier: attempts[n - 1] })
    }
  }
  checkHandedOnce(book)
}

function checkAttempt(
  book: Casebook,
  file: File,
  what: {
    readonly row: ReminderSeen
    readonly attempt: AttemptSeen
    readonly earlier: AttemptSeen | undefined
  },
): void {
  const { row, attempt, earlier } = what
  const past = pastOf(file, attempt)
  if (past === null)
    return book.blame('G9', attempt.decidedAt, `${file.account} ${attempt.id}: nobody decided it`)
  const leaving = { book, file, row, attempt, past }
  checkRight(leaving)
  checkHours(leaving)
  checkWords(leaving)
  if (earlier === undefined) checkFirstChannel(leaving)
  else checkRepetition(leaving, earlier)
}

/** The decision that made this attempt: the only one of its moment that asked about its reminder. */
function pastOf(file: File, attempt: AttemptSeen): Past | null {
  const entry = file.past.entries.find(
    ({ type, at, body }) =>
      type === 'reminder.due' && at === attempt.decidedAt && body['reminder'] === attempt.reminder,
  )
  return entry === undefined ? null : file.past.upTo(entry.order)
}

function checkRight({ book, row, attempt, past }: Leaving): void {
  const now = attempt.decidedAt
  const { rule, line, account } = row
  const { class: cls, kind, staleMs } = wanted[rule]!
  const about = past.line(line)!
  const paused = book.isPaused({ rule, channel: attempt.channel, city: about.city }, now)
  const faults: readonly (readonly [string, boolean, string])[] = [
    ['G11', !book.isAllowed(`${account}/${line}`, now), 'the number is not on the allow-list'],
    ['G12', paused, 'paused'],
    ['G12', book.isRecalled(row.version, now), `version ${row.version} was recalled`],
    ['G13', now - factsFrom(row, past) > staleMs, `its facts are of ${clock(factsFrom(row, past))}`],
    ['G5', now >= row.usefulUntil, `useful until ${clock(row.usefulUntil)}`],
    ['G5', !isStillTrue(row, past), `no longer true: ${JSON.stringify(saidOf(row).event)}`],
    ['G5', about.isClosed, 'the line is closed'],
    ['FP-02', cls === 'marketing' && !past.consents(line), 'no consent'],
    ['NF-17', kind !== null && past.choice(line, kind) === 'off', `${kind} is switched off`],
  ]
  for (const [promise, isFault, says] of faults) {
    if (isFault) book.blame(promise, now, `${account} ${attempt.id} left although: ${says}`)
  }
}

/** Rest hours, the customer's own, and no validity that reaches into rest (G5). */
function checkHours({ book, row, attempt, past }: Leaving): void {
  const { decidedAt: now, validUntil, channel } = attempt
  const { account, line, rule } = row
  const shift = past.shift(line)
  const minutes = allowedMinutes(past.activeHours(line))
  if (canWait(rule) && minutes[minuteOfDay(now, shift)] !== true) {
    book.blame('G5', now, `${account} ${attempt.id} left in rest hours (UTC+${shift})`)
  }
  const wait = wanted[rule]!.ladder.find(([name]) => name === channel)?.[1] ?? Infinity
  const rest = canWait(rule) ? nextRest(now, shift) : Infinity
  const right = Math.min(row.usefulUntil, now + wait, rest)
  if (validUntil !== right) {
    book.blame(
      'G5',
      now,
      `${account} ${attempt.id} is valid until ${clock(validUntil)}, should be ${clock(right)}`,
    )
  }
}

/** What was handed over is what was decided, at once, to the customer's own number, telling the figures of the moment. */
function checkWords({ book, row, attempt, past }: Leaving): void {
  const { account } = row
  const words = wordsOf(row, past)
  if (words === null || !attempt.text.endsWith(words)) {
    book.blame(
      'G9',
      attempt.decidedAt,
      `${account} ${attempt.id} says "${attempt.text}", should say "${words}"`,
    )
  }
  const number = book.setting.numbers.get(`${account}/${row.line}`)
  for (const handed of book.handed.get(nameOf({ account, attempt: attempt.id })) ?? []) {
    const isSame =
      handed.text === attempt.text && handed.validUntil === attempt.validUntil && handed.number === number
    const isSoon = handed.at >= attempt.decidedAt && handed.at <= attempt.decidedAt + handOverMs
    if (!isSame || handed.gateway !== attempt.gateway)
      book.blame('G4', handed.at, `${account} ${attempt.id} was changed on its way`)
    if (!isSoon) book.blame('G4', handed.at, `${account} ${attempt.id} was handed over late`)
  }
}

/** The customer's own channel first, else the ladder's first, unless it had failed again and again. */
function checkFirstChannel({ book, file, row, attempt, past }: Leaving): void {
  const { ladder } = wanted[row.rule]!
  const names = ladder.map(([name]) => name)
  const liked = file.past.upTo(row.decision).channel(row.line)
  const likedNow = past.channel(row.line)
  const first = [liked, likedNow].map(name => (name !== null && names.includes(name) ? name : names[0]!))
  const misses = [...file.attempts.values()].flat().filter(other => {
    const isOther = other.decidedAt < attempt.decidedAt && other.channel !== attempt.channel
    const word = wordOf(
      book,
      nameOf({ account: row.account, attempt: other.id }),
      other.validUntil + silenceMs - 1,
    )
    return isOther && word !== 'delivered'
  })
  const isPassedOver = misses.length >= 3 && names.includes(attempt.channel)
  if (first.includes(attempt.channel) || isPassedOver) return
  book.blame(
    'NF-03',
    attempt.decidedAt,
    `${row.account} ${attempt.id} by ${attempt.channel}, first is ${first[0]}`,
  )
}

/** Never blindly: the former is known not to have arrived, or can no longer arrive (G4). */
function checkRepetition({ book, file, row, attempt }: Leaving, earlier: AttemptSeen): void {
  const now = attempt.decidedAt
  const { account } = row
  const name = nameOf({ account, attempt: earlier.id })
  const resolved = givenUpAt(row, earlier, now)
  const word = wordOf(book, name, resolved) ?? (wasKept(book, earlier, resolved) ? 'returned' : null)
  const isSame = attempt.channel === earlier.channel
  const fault = (says: string): void =>
    book.blame('G4', now, `${account} ${attempt.id} after ${earlier.id}: ${says}`)
  if (wordOf(book, name, now - 1) === 'delivered') return fault('which had been delivered')
  if (word === null && resolved < earlier.validUntil + silenceMs) return fault('of which nothing was known')
  // Silence and the word that ends it may come in the same second: either may be heard first.
  const isRace = wordOf(book, name, resolved - 1) === null && resolved >= earlier.validUntil + silenceMs
  if (isRace && word === null && isHasty(book, earlier, resolved))
    return fault('though its word may have waited for us')
  if (isRace) return
  const wasCut = word === 'expired' && isCutByRest(earlier, row, file)
  if (word === 'returned' ? !isSame : wasCut !== isSame)
    fault(`${word ?? 'silence'}, and now by ${attempt.channel}`)
}

/** It never left: after a long commit the engine, which lived on, asked again whether it should. */
function wasKept(book: Casebook, attempt: AttemptSeen, until: Moment): boolean {
  const { account, decidedAt, id } = attempt
  const isLate = until > decidedAt + handOverMs
  const lived = book.setting.down.every(({ from }) => from < decidedAt || from > until)
  return isLate && lived && !book.handed.has(nameOf({ account, attempt: id }))
}

/** Called silence as soon as we were up again, when the word may have come while we were down, once and for long. */
export function isHasty(book: Casebook, attempt: AttemptSeen, at: Moment): boolean {
  const due = attempt.validUntil + silenceMs
  const [outage, ...others] = book.setting.down.filter(({ from, until }) => until > due && from < at)
  if (outage === undefined || others.length > 0) return false
  return outage.until > due + silenceMs && at < outage.until + silenceMs
}

/** When its reminder was planned anew. */
function givenUpAt(row: ReminderSeen, attempt: AttemptSeen, before: Moment): Moment {
  const left = row.trail.findLastIndex(step => step.state === 'attempted' && step.at === attempt.decidedAt)
  return row.trail.slice(left).find(step => step.state === 'planned')?.at ?? before
}

/** The last that the engine had been told of an attempt by then. */
export function wordOf(book: Casebook, name: string, at: Moment): string | null {
  const { answered, brought } = book.chronicle
  const answer = answered.find(one => nameOf(one) === name && one.at <= at && one.state !== 'accepted')
  const receipts = brought.filter(one => one.kept && nameOf(one) === name && one.at <= at)
  const word = receipts.find(one => one.outcome === 'delivered') ?? receipts[0]
  return word?.outcome ?? answer?.state ?? null
}

/** Its validity ended because rest hours began, and with nothing else. */
function isCutByRest(earlier: AttemptSeen, row: ReminderSeen, file: File): boolean {
  if (!canWait(row.rule)) return false
  const past = pastOf(file, earlier)
  return (
    past !== null &&
    earlier.validUntil === nextRest(earlier.decidedAt, past.shift(row.line)) &&
    earlier.validUntil < row.usefulUntil
  )
}

function checkHandedOnce(book: Casebook): void {
  for (const [name, handed] of book.handed) {
    const [first] = handed
    if (handed.length > 1) book.blame('G4', first!.at, `${name} was handed over ${handed.length} times`)
    const { account, attempt } = first!
    const known = book.files.find(file => file.account === account)
    const isKnown = [...(known?.attempts.values() ?? [])].some(all => all.some(({ id }) => id === attempt))
    if (!isKnown) book.blame('G4', first!.at, `${name} was handed over, and nobody knows of it`)
  }
}
