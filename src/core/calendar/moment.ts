/**
 * The `at` of a rule: when a reminder is to be sent, in words that an operator writes and reads. Texts are parsed once, when
 * a rulebook is loaded; `resolveMoment` then gives the instant for one event.
 *
 *     now                                   at once
 *     next 08:00                            when the clock next shows 08:00: today if it has not passed, else tomorrow
 *     +2d 15:00   +2d   +3h   +30m          after the event (d = calendar days, h = hours, m = minutes)
 *     +1 month    +2 months 09:00           after the event, clipped to the end of a shorter month
 *     at balance.validUntil                 at the instant of a fact
 *     -1 month before promotion.endsAt      before a fact; also -7d, -7d 09:00, -3h, -30m
 *     +3d 09:00 after subscription.since    after a fact
 *
 * A time of day goes with days and months only. Days and months are counted on the local calendar (TP1-06: +2d 15:00 is the
 * second day after, at 15:00, whatever the hour of the event). The result may lie in the past: what then happens (withheld
 * as published-late, say) is for the caller to decide.
 */
import { atClock, nextClock, type ClockMinutes } from './clock-time.ts'
import { addMonths, isMonth, startOfNamedMonth } from './months.ts'
import { nextAllowed, type RestHours } from './rest-hours.ts'
import { addDays, instantOf, type Instant } from './zone.ts'

export { parseMoment } from './moment-text.ts'

/** A signed distance: negative is earlier. */
export type Shift = { readonly unit: 'month' | 'day' | 'hour' | 'minute'; readonly count: number }

/** When, as a rule says it. `anchor` is the dotted path of the fact that the caller must look up, or null when none is needed. */
export type Moment =
  | { readonly kind: 'now'; readonly anchor: null }
  | { readonly kind: 'next'; readonly clock: ClockMinutes; readonly anchor: null }
  | {
      readonly kind: 'after-event'
      readonly shift: Shift
      readonly clock: ClockMinutes | null
      readonly anchor: null
    }
  | { readonly kind: 'at-fact'; readonly anchor: string }
  | {
      readonly kind: 'from-fact'
      readonly shift: Shift
      readonly clock: ClockMinutes | null
      readonly anchor: string
    }

const fixedMs = { hour: 3_600_000, minute: 60_000 }

/** A fact to count from: an instant, a local day `YYYY-MM-DD` (its start) or a local month `YYYY-MM` (its start, CO-14). */
export type Anchor = Instant | string

/**
 * The instant that a moment means for an event at `now`. With `restHours` an instant within them moves to their end (CO-05).
 * Throws RangeError when the moment counts from a fact and `anchor` is absent or no date: whether a fact is there is known
 * from `moment.anchor` before.
 */
export function resolveMoment(
  moment: Moment,
  ask: {
    readonly now: Instant
    readonly zone: string
    readonly anchor?: Anchor
    readonly restHours?: RestHours
  },
): Instant {
  const at = bareInstant(moment, ask)
  return ask.restHours === undefined ? at : nextAllowed(at, ask.restHours, ask.zone)
}

function bareInstant(moment: Moment, ask: { now: Instant; zone: string; anchor?: Anchor }): Instant {
  const { now, zone } = ask
  if (moment.kind === 'now') return now
  if (moment.kind === 'next') return nextClock(now, moment.clock, zone)
  const from = moment.anchor === null ? now : anchorInstant(ask.anchor, moment.anchor, zone)
  return moment.kind === 'at-fact' ? from : shifted(from, moment, zone)
}

function shifted(from: Instant, move: { shift: Shift; clock: ClockMinutes | null }, zone: string): Instant {
  const at = shiftedBy(from, move.shift, zone)
  return move.clock === null ? at : atClock(at, move.clock, zone)
}

function shiftedBy(from: Instant, { unit, count }: Shift, zone: string): Instant {
  if (unit === 'month') return addMonths(from, count, zone)
  if (unit === 'day') return addDays(from, count, zone)
  return from + count * fixedMs[unit]
}

function anchorInstant(anchor: Anchor | undefined, path: string, zone: string): Instant {
  if (anchor === undefined) throw new RangeError(`the moment counts from ${path}, which was not given`)
  if (typeof anchor === 'number') return anchor
  if (isMonth(anchor)) return startOfNamedMonth(anchor, zone)
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(anchor)
  if (parts === null) throw new RangeError(`${path} is neither an instant nor a date: ${anchor}`)
  return instantOf({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }, zone)
}
