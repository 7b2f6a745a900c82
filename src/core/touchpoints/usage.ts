/**
 * Counters of data as the OCS reports them (TP10, SI-18, SI-20).
 *
 * A newer report of the same period may only raise the counter; an older one changes nothing; a new period
 * starts afresh; only `usage.corrected` takes back. On the way from the previous to the current value every
 * limit passed is raised once, by a correction too where it goes up.
 */
import type { Line, Meter, Told } from '../account/account.ts'
import { rearm, reminderOf } from '../account/told.ts'
import { addDays, instantOf } from '../calendar/zone.ts'
import { type Draft, factTime, lineOf, occur, setHot } from '../draft.ts'
import type { FactOf } from '../event/facts.ts'
import { withholdOpen } from '../planning/withhold.ts'
import type { Instant } from '../units.ts'
import { abroadOf } from './roaming.ts'
import { type Crossing, limitsPassed, percentOf } from './usage-limits.ts'

/** Counters per account: lines × buckets in two periods. */
export const metersMax = 64

export function takeUsage(draft: Draft, body: FactOf<'usage.reported'>, how: 'reported' | 'corrected'): void {
  const line = lineOf(draft, draft.event.line)
  if (line === null) return
  const reported = meterOf(draft, line, body)
  const known = draft.hot.meters.find(meter => meter.line === line.id && meter.bucket === body.bucketId)
  const before = known !== undefined && known.from === reported.from ? known : null
  if (known !== undefined && known.from > reported.from) return // a late word about a period that is over
  if (before !== null && reported.asOf < before.asOf) return // an older report never lowers nor fires again
  if (how === 'corrected') return correct(draft, before, reported)
  if (before !== null && reported.used < before.used) return // only a correction lowers a counter
  keep(draft, reported)
  if (before !== null && grew(before, reported)) rearmAbove(draft, reported)
  pass(draft, before, reported)
}

function pass(draft: Draft, before: Meter | null, reported: Meter): void {
  const { usage } = draft.world.rulebook.policy
  for (const crossing of limitsPassed(usage, before, reported)) cross(draft, reported, crossing)
}

function meterOf(draft: Draft, line: Line, body: FactOf<'usage.reported'>): Meter {
  const { zone } = draft.world.rulebook.policy
  return {
    bucket: body.bucketId,
    line: line.id,
    kind: body.kind,
    from: dayStart(body.periodStart, zone),
    until: addDays(dayStart(body.periodEnd, zone), 1, zone),
    used: body.usedBytes,
    allowance: body.allowanceBytes,
    asOf: factTime(draft),
  }
}

function dayStart(day: string, zone: string): Instant {
  return instantOf(
    { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) },
    zone,
  )
}

function keep(draft: Draft, meter: Meter): void {
  const { meters } = draft.hot
  const at = meters.findIndex(other => other.line === meter.line && other.bucket === meter.bucket)
  if (at >= 0) return setHot(draft, { meters: meters.with(at, meter) })
  setHot(draft, { meters: [...meters.slice(1 - metersMax), meter] })
}

function cross(draft: Draft, meter: Meter, crossing: Crossing): void {
  const { measure, limit, highest } = crossing
  const event = { measure, limit, limitBytes: measure === 'percent' ? 0 : limit, highest }
  const place = meter.kind === 'roaming-data' ? abroadOf(draft.hot, meter.line) : null
  occur(draft, 'usage.crossed', { line: meter.line, bucket: meter.bucket, place, event })
}

const grew = (before: Meter, now: Meter): boolean => now.allowance > before.allowance

/**
 * A bigger bucket, or a correction: what is ahead again may be told again, within this period; what was said of the last
 * one stays said. Returns the marks of what had left.
 */
function rearmAbove(draft: Draft, meter: Meter): readonly Told[] {
  const { bucket, line, from } = meter
  const isOfIt = (mark: Told): boolean => mark.bucket === bucket && mark.line === line && mark.period === from
  const marks = rearm(draft, mark => isOfIt(mark) && isAhead(mark, meter))
  const waiting = new Set(draft.hot.open.flatMap(({ id, attempts }) => (attempts === 0 ? [id] : [])))
  const unsent = new Set(marks.map(reminderOf).filter(id => waiting.has(id)))
  const note = 'no longer true, before it left'
  withholdOpen(draft, { which: ({ id }) => unsent.has(id), reason: 'moot', note })
  return marks.filter(mark => !unsent.has(reminderOf(mark)))
}

function isAhead({ measure, limit }: Told, { used, allowance }: Meter): boolean {
  if (measure === null || limit === null) return false
  switch (measure) {
    case 'percent':
      return allowance > 0 && limit > percentOf(used, allowance)
    case 'used':
      return limit > used
    case 'left':
      return allowance - used > limit
  }
}

/** The customer was told of limits that had not been reached: say so once, of the highest. */
function correct(draft: Draft, before: Meter | null, meter: Meter): void {
  keep(draft, meter)
  const told = rearmAbove(draft, meter)
  pass(draft, before, meter)
  const percents = told.flatMap(({ measure, limit }) => (measure === 'percent' ? [limit ?? 0] : []))
  if (percents.length === 0) return
  const event = { toldLimit: Math.max(...percents) }
  occur(draft, 'usage.retracted', { line: meter.line, bucket: meter.bucket, event })
}
