/**
 * Periodic reminders (SI-19, TP10-03): each line that wants a schedule has one agenda entry for its next
 * day; when it falls due, the next is entered. Lines are spread by a hash of their own, so a line keeps its
 * minute and there is no rush.
 */
import type { Line } from '../account/account.ts'
import { clockMinutes } from '../calendar/clock-time.ts'
import { addMonths } from '../calendar/months.ts'
import { addDays, daysInMonth, instantOf, localOf, startOfDay, startOfMonth } from '../calendar/zone.ts'
import { type Draft, lineOf, occur } from '../draft.ts'
import type { LineId } from '../event/event.ts'
import type { InnerEvents } from '../event/inner.ts'
import { fraction } from '../fraction.ts'
import type { Schedule } from '../rule/rule.ts'
import type { Instant } from '../units.ts'

export function ensureSchedules(draft: Draft, line: Line): void {
  for (const schedule of draft.world.rulebook.policy.schedules) {
    if (wants(line, schedule)) enter(draft, line, schedule)
  }
}

/** Only those that the change has brought: entering one anew would lose a round that is due and not yet decided. */
export function beginSchedules(draft: Draft, before: Line, line: Line): void {
  for (const schedule of draft.world.rulebook.policy.schedules) {
    if (wants(line, schedule) && !wants(before, schedule)) enter(draft, line, schedule)
  }
}

function wants(line: Line, schedule: Schedule): boolean {
  if (line.closedAt !== null) return false
  return schedule.kind === null || line.preferences.subscribed.includes(schedule.kind)
}

function enter(draft: Draft, line: Line, schedule: Schedule): void {
  const share = fraction(`${draft.id}/${line.id}/${schedule.id}`)
  const due = nextDue(schedule, { after: draft.world.now, zone: draft.world.rulebook.policy.zone, share })
  const id = `schedule/${schedule.id}/${line.id}`
  draft.agenda.push({
    id,
    account: draft.id,
    line: line.id,
    due,
    type: 'schedule.due',
    body: { schedule: schedule.id },
  })
}

export function scheduleDue(draft: Draft, body: InnerEvents['schedule.due']): void {
  const schedule = draft.world.rulebook.policy.schedules.find(entry => entry.id === body.schedule)
  const line = lineOf(draft, draft.event.line)
  if (schedule === undefined || line === null || !wants(line, schedule)) return // no longer wanted: not entered again
  enter(draft, line, schedule)
  const bucket = dataBucketOf(draft, line.id)
  occur(draft, 'schedule.due', { line: line.id, bucket, event: { schedule: schedule.id } })
}

/** The line's main data counter, null where none is known now. */
export function dataBucketOf({ hot, world }: Draft, line: LineId | null): string | null {
  const meters = hot.meters.filter(meter => meter.line === line && meter.kind === 'data')
  return meters.findLast(meter => meter.from <= world.now && world.now < meter.until)?.bucket ?? null
}

/** The next moment of a schedule strictly after `after`; `share` in [0, 1) places the line in its span. */
export function nextDue(
  schedule: Schedule,
  ask: { readonly after: Instant; readonly zone: string; readonly share: number },
): Instant {
  const { after, zone, share } = ask
  const shift = clockMinutes(schedule.time) * 60_000 + Math.floor(share * schedule.spreadMs)
  for (const day of candidateDays(schedule, after, zone)) if (day + shift > after) return day + shift
  throw new RangeError(`schedule ${schedule.id} names no day`)
}

/** Starts of the days that it names, in order, from the day of `after` until the end of the next month. */
function candidateDays(schedule: Schedule, after: Instant, zone: string): readonly Instant[] {
  if (schedule.weekDays.length > 0) {
    const today = startOfDay(after, zone)
    const week = Array.from({ length: 8 }, (_, n) => addDays(today, n, zone))
    return week.filter(day => schedule.weekDays.includes(localOf(day, zone).weekday))
  }
  const months = [0, 1, 2].map(n => addMonths(startOfMonth(after, zone), n, zone))
  return months.flatMap(month => {
    const { year, month: number } = localOf(month, zone)
    const days = schedule.monthDays.map(day => Math.min(day, daysInMonth(year, number)))
    return [...new Set(days)].sort((a, b) => a - b).map(day => instantOf({ year, month: number, day }, zone))
  })
}
