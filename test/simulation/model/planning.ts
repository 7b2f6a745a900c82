/** Said or not said, and why: one row for each reason to tell, with the only reason for silence that holds (G2, G8, G9, G11). */
import type { Decided, Moment, ReminderSeen } from '../chronicle.ts'
import { type Casebook, type File, firstStep, wasRefused, withdrawnAt } from './casebook.ts'
import { allowedMinutes, clock, day, dayText, firstAllowed } from './civil.ts'
import type { Past } from './past.ts'
import { canWait, capPerDay, spreadMs, wanted } from './rules.ts'
import { ofLowness, percentOf, type Telling, lowness } from './telling.ts'

/** A telling, where and when it came up. */
export interface Case {
  readonly book: Casebook
  readonly file: File
  readonly entry: Decided
  readonly past: Past
}

/** Null: it is planned. */
export type Reason = string | null

export function checkRow(
  one: Case,
  telling: Telling,
  what: { all: readonly Telling[]; row: ReminderSeen },
): void {
  const { all, row } = what
  const reason: Reason = wasRefused(row) ? firstStep(row).reason : null
  const right = reasonsFor(one, telling, all)
  if (right.includes(reason)) return checkTimes(one, telling, row)
  const { book, entry } = one
  const promise =
    right.includes('once-per') || reason === 'once-per' ? 'G2' : right.includes('not-allowed') ? 'G11' : 'G9'
  book.blame(
    promise,
    entry.at,
    `${row.account} ${row.id}: ${reason ?? 'planned'}, but should be ${right.map(one => one ?? 'planned').join(' or ')}`,
  )
}

function reasonsFor(one: Case, telling: Telling, all: readonly Telling[]): readonly Reason[] {
  const { book, entry, past } = one
  const { rule, line } = telling
  const { class: cls, kind, usefulMs, unless } = wanted[rule]!
  if (all.some(other => outdoes(other, telling, all))) return ['superseded']
  if (!book.isAllowed(`${past.account}/${line}`, entry.at)) return ['not-allowed']
  if (cls === 'marketing' && !past.consents(line)) return ['no-consent']
  if (kind !== null && past.choice(line, kind) === 'off') return ['unsubscribed']
  const said = saidBefore(one, telling)
  if (said === 'yes') return ['once-per']
  const sister = sisterSpoke(one, telling, unless)
  const doubtful: readonly Reason[] = [
    ...(said === 'maybe' ? ['once-per'] : []),
    ...(sister === 'maybe' ? ['told-recently'] : []),
  ]
  if (sister === 'yes') return [...doubtful, 'told-recently']
  const until = Math.min(telling.moment + usefulMs, telling.notAfter)
  if (until <= entry.at) return [...doubtful, 'too-late']
  return [...doubtful, ...inTime(one, telling, until)]
}

/** Better said by another telling of the same decision. */
function outdoes(other: Telling, one: Telling, all: readonly Telling[]): boolean {
  if (other === one || other.line !== one.line) return false
  if (other.rule === one.rule) return other.bucket === one.bucket && all.indexOf(other) > all.indexOf(one)
  return wanted[other.rule]!.supersedes.includes(one.rule)
}

type Perhaps = 'yes' | 'no' | 'maybe'

/** Whether the same has been said, or is about to be, and nothing has happened since that lets it be said again. */
function saidBefore(one: Case, telling: Telling): Perhaps {
  if (telling.key === null) return 'no'
  const earlier = one.file.rows.filter(
    row =>
      row.decision < one.entry.order &&
      !wasRefused(row) &&
      row.rule === telling.rule &&
      isSame(one, row, telling),
  )
  return worst(earlier.map(row => stillStands(one, row)))
}

const worst = (all: readonly Perhaps[]): Perhaps =>
  all.includes('yes') ? 'yes' : all.includes('maybe') ? 'maybe' : 'no'

/** It left, or is about to; told of something that has not been taken back since. */
function stillStands({ entry, past }: Case, row: ReminderSeen): Perhaps {
  if (isOver(row, past)) return 'no'
  const withdrawn = withdrawnAt(row)
  if (withdrawn === null || withdrawn > entry.at) return 'yes'
  return withdrawn === entry.at ? 'maybe' : 'no'
}

/** By what the row itself says: its trigger's facts, not its id. */
function isSame({ past }: Case, row: ReminderSeen, telling: Telling): boolean {
  if (telling.rule === 'low' || telling.rule === 'low-head') return true
  if (row.line !== telling.line) return false
  const { event, bucket, place, at } = row.facts as {
    event: Record<string, unknown>
    bucket: string | null
    place: string | null
    at: number
  }
  const { key, rule, line } = telling
  if (rule.startsWith('arrived')) return key === `${rule}/${line}/${place}/${dayText(at)}`
  if (['welcome-back', 'summary', 'weekly'].includes(rule)) return key === `${rule}/${line}/${dayText(at)}`
  if (telling.bucket === null) return true
  if (bucket !== telling.bucket) return false
  const period = periodOf(past, row)
  const plain = `${rule}/${line}/${bucket}/${period}`
  return key === plain || key === `${plain}/${Number(event['limit'])}`
}

/** The period of the counter that a row spoke of: that of the report which caused it. */
function periodOf(past: Past, row: ReminderSeen): Moment | null {
  const { bucket } = row.facts as { bucket: string | null }
  if (bucket === null) return null
  return past.upTo(row.decision).usage(row.line, bucket)?.from ?? null
}

/** What it told of ended or was taken back: a balance that recovered, a bigger bucket, a correction. */
function isOver(row: ReminderSeen, past: Past): boolean {
  const since = past.entries.filter(entry => entry.order > row.decision)
  if (row.rule === 'low' || row.rule === 'low-head') {
    return since.some(entry => lowness(past.upTo(entry.order)) === 'fine')
  }
  const { bucket } = row.facts as { bucket: string | null }
  if (bucket === null) return false
  const limit = limitTold(row)
  const seen = past.usages(row.line, bucket)
  return seen.some((report, n) => {
    if (report.entry.order <= row.decision || report.from !== periodOf(past, row)) return false
    const earlier = seen.slice(0, n).findLast(other => other.from === report.from)
    const grew = report.allowance > (earlier?.allowance ?? Infinity)
    return (grew || report.isCorrection) && limit !== null && isAhead(limit, report)
  })
}

interface Limit {
  readonly measure: unknown
  readonly figure: number
}

function limitTold(row: ReminderSeen): Limit | null {
  const { event } = row.facts as { event: Record<string, unknown> }
  if (typeof event['limit'] !== 'number') return null
  return { measure: event['measure'], figure: event['limit'] }
}

function isAhead(
  { measure, figure }: Limit,
  report: { readonly used: number; readonly allowance: number },
): boolean {
  if (measure === 'percent') return report.allowance > 0 && figure > percentOf(report.used, report.allowance)
  if (measure === 'used') return figure > report.used
  return report.allowance - report.used > figure
}

function sisterSpoke(one: Case, { line }: Telling, sisters: readonly string[]): Perhaps {
  const { entry, file } = one
  const spoken = file.rows.filter(
    row =>
      row.decision <= entry.order &&
      !wasRefused(row) &&
      row.line === line &&
      sisters.includes(row.rule) &&
      row.plannedAt > entry.at - day,
  )
  // Of two sisters in one decision either may speak.
  return worst(spoken.map(row => (row.decision === entry.order ? 'maybe' : stillStands(one, row))))
}

/** Told of a limit, which then was not reached: the customer is told so, if the message had left. */
export function misinformed(one: Case, bucket: string): Perhaps {
  const { entry, file, past } = one
  const now = past.usage(entry.line!, bucket)
  if (now?.entry !== entry || !now.isCorrection) return 'no'
  const before = past.upTo(entry.order - 1)
  const told = file.rows.filter(row => {
    const limit = limitTold(row)
    const isAbout = row.line === entry.line && (row.facts as { bucket: unknown }).bucket === bucket
    if (!isAbout || wasRefused(row) || row.decision >= entry.order || limit?.measure !== 'percent')
      return false
    return periodOf(past, row) === now.from && !isOver(row, before) && isAhead(limit, now)
  })
  return worst(told.map(row => hadLeft(row, entry.at)))
}

function hadLeft(row: ReminderSeen, at: Moment): Perhaps {
  const left = row.trail.find(step => step.state === 'attempted')
  if (left === undefined || left.at > at) return 'no'
  return left.at === at ? 'maybe' : 'yes'
}

/** A warning that could not be given is given once more while the balance stays low. */
export function owed(one: Case): Telling | null {
  const { entry, past } = one
  const before = past.upTo(entry.order - 1)
  const isReport = past.balance()?.entry === entry
  return isReport && lowness(past) === 'low' && lowness(before) === 'low'
    ? ofLowness({ entry, before, after: past })
    : null
}

/** Planned, or put off beyond its use by rest hours or by too many of that day. */
function inTime(one: Case, { rule, line }: Telling, until: Moment): readonly Reason[] {
  if (!canWait(rule)) return [null]
  const { entry, past } = one
  const shift = past.shift(line)
  const minutes = allowedMinutes(past.activeHours(line))
  const earliest = firstAllowed(entry.at, minutes, shift)
  const full = isFull(one, { line, at: earliest, but: null })
  const tooLate = earliest + spreadMs > until && earliest > entry.at ? ['too-late'] : []
  if (earliest >= until) return ['too-late']
  if (full === 'no') return [null, ...tooLate]
  return [null, 'frequency-cap', ...tooLate]
}

/** Whether the day of `at` has as many as a day may have; those of this very decision may count or not. */
function isFull(
  { file, entry, past }: Case,
  { line, at, but }: { readonly line: string; readonly at: Moment; readonly but: ReminderSeen | null },
): Perhaps {
  const text = dayText(at, past.shift(line))
  const thatDay = file.rows.filter(row => {
    if (row === but || row.line !== line || row.decision > entry.order) return false
    if (!canWait(row.rule) || wasRefused(row)) return false
    return dayText(firstStep(row).due, file.past.upTo(row.decision).shift(line)) === text
  })
  if (thatDay.filter(row => row.decision < entry.order).length >= capPerDay) return 'yes'
  return thatDay.length >= capPerDay ? 'maybe' : 'no'
}

/** No more a day than may be (NF-05). */
function checkDay(one: Case, row: ReminderSeen, due: Moment): void {
  if (!canWait(row.rule) || isFull(one, { line: row.line, at: due, but: row }) !== 'yes') return
  one.book.blame('NF-05', one.entry.at, `${row.account} ${row.id}: one too many on ${dayText(due)}`)
}

/** At once where it may be, else soon after rest, unless the day is full. */
function checkTimes(one: Case, { rule, line }: Telling, row: ReminderSeen): void {
  if (wasRefused(row)) return
  const { book, entry, past } = one
  const { due } = firstStep(row)
  const minutes = allowedMinutes(past.activeHours(line))
  const earliest = canWait(rule) ? firstAllowed(entry.at, minutes, past.shift(line)) : entry.at
  const latest = earliest === entry.at ? earliest : earliest + spreadMs
  checkDay(one, row, due)
  if (due >= earliest && due <= latest) return
  if (due >= earliest && canWait(rule) && isFull(one, { line, at: earliest, but: row }) !== 'no') return
  book.blame(
    'G5',
    entry.at,
    `${row.account} ${row.id}: due ${clock(due)}, but the earliest moment is ${clock(earliest)}`,
  )
}
