/** Reminders: written once at planning, moved by steps; a step appends to the trail, so the whole way can be told. */
import { classes, type ReminderClass, type ReminderRow, type ReminderStep } from '../core/reminder.ts'
import type { ChannelName } from '../core/event/facts.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { firstHeldLane, type HeldSpan, isHeld } from './held-span.ts'

export const laneOf = (reminderClass: ReminderClass): number => classes.indexOf(reminderClass)

export interface PlannedRow extends AccountKey {
  readonly row: ReminderRow
  readonly step: ReminderStep
  readonly province: string | null
  readonly city: string | null
  readonly trail: string
}

export interface MovedRow extends AccountKey {
  readonly step: ReminderStep
  readonly trail: string
}

/** One element of a trail; a trail is such elements joined by commas. */
export const trailOf = (at: Instant, step: ReminderStep): string =>
  JSON.stringify([at, step.state, step.reason, step.note, step.due])

export function insertReminders(rows: readonly PlannedRow[]): Statement {
  return {
    text: `
      insert into reminder (shard, account, id, line, rule, touchpoint, template, version, lane,
        cause_source, cause_id, cause_time, facts, steps, planned_at, decision, group_id, place, province, city,
        state, reason, due, useful_until, channel, rung, concluded_at, trail,
        leaves_at)
      select * from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, ${split(6)}, ${split(7)},
        ${split(8)}, $9::smallint[], ${split(10)}, ${split(11)}, $12::bigint[], ${split(13)}, ${split(14)},
        $15::bigint[], $16::bigint[], ${split(17)}, $18::smallint[], ${split(19)}, ${split(20)},
        ${split(21)}, ${split(22)}, $23::bigint[], $24::bigint[], ${split(25)}, $26::smallint[], $27::bigint[], ${split(28)},
        $29::bigint[])`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.row.id),
      texts(rows, r => r.row.line),
      texts(rows, r => r.row.rule),
      texts(rows, r => r.row.touchpoint),
      texts(rows, r => r.row.template),
      texts(rows, r => r.row.version),
      numbers(rows, r => laneOf(r.row.class)),
      texts(rows, r => r.row.cause.source),
      texts(rows, r => r.row.cause.id),
      numbers(rows, r => r.row.cause.time),
      texts(rows, r => JSON.stringify(r.row.facts)),
      texts(rows, r => JSON.stringify(r.row.steps)),
      numbers(rows, r => r.row.plannedAt),
      numbers(rows, r => r.row.decision),
      texts(rows, r => r.row.group),
      numbers(rows, r => r.row.order),
      texts(rows, r => r.province),
      texts(rows, r => r.city),
      ...stepColumns(rows),
      numbers(rows, r => Math.max(r.row.plannedAt, r.row.step.due)),
    ],
    rows: rows.length,
  }
}

export function moveReminders(rows: readonly MovedRow[]): Statement {
  return {
    text: `
      update reminder set state = new.state, reason = new.reason, due = new.due, useful_until = new.useful_until,
        channel = new.channel, rung = new.rung, concluded_at = new.concluded_at,
        trail = reminder.trail || ',' || new.trail
      from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, $6::bigint[], $7::bigint[],
        ${split(8)}, $9::smallint[], $10::bigint[], ${split(11)})
        as new (shard, account, id, state, reason, due, useful_until, channel, rung, concluded_at, trail)
      where reminder.shard = new.shard and reminder.account = new.account and reminder.id = new.id`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.step.id),
      ...stepColumns(rows),
    ],
    rows: rows.length,
  }
}

const stepColumns = (
  rows: readonly { readonly step: ReminderStep; readonly trail: string }[],
): readonly unknown[] => [
  texts(rows, r => r.step.state),
  texts(rows, r => r.step.reason),
  numbers(rows, r => r.step.due),
  numbers(rows, r => r.step.usefulUntil),
  texts(rows, r => r.step.channel),
  numbers(rows, r => r.step.rung),
  numbers(rows, r => r.step.concludedAt),
  texts(rows, r => r.trail),
]

/** What dispatch needs to raise `reminder.due`. */
export interface DueReminder extends AccountKey {
  readonly id: string
  readonly line: string
  readonly rule: string
  readonly version: string
  readonly touchpoint: string
  readonly lane: number
  readonly decision: number
  readonly channel: ChannelName
  readonly rung: number
  readonly due: Instant
  readonly usefulUntil: Instant
  readonly province: string | null
  readonly city: string | null
  /** JSON. */
  readonly facts: string
}

export const dueColumns = `shard, account, id, line, rule, version, touchpoint, lane, decision, channel, rung, due,
  useful_until as "usefulUntil", province, city, facts`

/** What is stopped (G12), as the claim sees it. */
export interface Stops {
  /** All of this channel. */
  readonly all: boolean
  readonly rules: readonly string[]
  readonly versions: readonly string[]
  readonly provinces: readonly string[]
  readonly cities: readonly string[]
}

/**
 * Planned reminders of a channel in the order in which they leave: lane, due, decision (G3). Stopped ones are
 * passed over until their usefulness has ended; then they come, to be withheld with that reason.
 *
 * Each lane is a range of the index `reminder_planned` that is read until there are enough. Asked for all lanes at
 * once, a claim read everything that was due and sorted it, and walked past everything held for later: with 10,000
 * due it took 7 ms instead of 1.
 */
export function dueReminders(
  database: Database,
  ask: {
    readonly channel: ChannelName
    readonly now: Instant
    readonly rowsMax: number
    readonly skip: number
    readonly stops: Stops
    /** What is held after an outage or a restore is passed over (G14). */
    readonly held?: HeldSpan | null
  },
): Promise<readonly DueReminder[]> {
  const { all, rules, versions, provinces, cities } = ask.stops
  const { held = null } = ask
  // What fell due before the return is held without exception: the claim need not walk past it.
  const free =
    held === null
      ? ''
      : `
          and due >= case when lanes.lane < $11 then 0 else $10::bigint end
          and (lanes.lane < $11 or not ${isHeld('$10::bigint')})`
  return database.read<DueReminder>({
    text: `
      select due.* from generate_series(0, ${classes.length - 1}) as lanes (lane)
      cross join lateral (
        select ${dueColumns} from reminder
        where state = 'planned' and channel = $1 and reminder.lane = lanes.lane and due <= $2
          and (useful_until <= $2 or not ($3 or rule = any(${split(4)})
            or coalesce(province = any(${split(5)}), false) or coalesce(city = any(${split(6)}), false)
            or version = any(${split(9)})))${free}
        order by due, decision limit $7::integer + $8::integer
      ) as due
      order by due.lane, due.due, due.decision, due.shard, due.account, due.id limit $7 offset $8`,
    values: [
      ask.channel,
      ask.now,
      all,
      texts(rules, name => name),
      texts(provinces, name => name),
      texts(cities, name => name),
      ask.rowsMax,
      ask.skip,
      texts(versions, name => name),
      ...(held === null ? [] : [held.until, firstHeldLane(held)]),
    ],
  })
}

/** Planned reminders of all channels due until a moment, by due time: for the discrete clock. */
export function plannedUntil(database: Database, until: Instant): Promise<readonly DueReminder[]> {
  return database.read<DueReminder>({
    text: `select ${dueColumns} from reminder where state = 'planned' and due <= $1 order by due, lane, decision, shard, account, id`,
    values: [until],
  })
}

/** The next moment after `after` at which a planned reminder is due. */
export async function nextReminder(database: Database, after: Instant): Promise<Instant | null> {
  const [row] = await database.read<{ due: Instant | null }>({
    text: `select min(due) as due from reminder where state = 'planned' and due > $1`,
    values: [after],
  })
  return row?.due ?? null
}

/** Which of these ids exist already: the backstop of `once-per`. */
export async function takenIds(
  database: Database,
  keys: readonly (AccountKey & { readonly id: string })[],
): Promise<readonly (AccountKey & { readonly id: string })[]> {
  return database.read({
    text: `
      select reminder.shard, reminder.account, reminder.id
      from unnest($1::smallint[], ${split(2)}, ${split(3)}) as wanted (shard, account, id)
      join reminder on reminder.shard = wanted.shard and reminder.account = wanted.account and reminder.id = wanted.id`,
    values: [numbers(keys, k => k.shard), texts(keys, k => k.account), texts(keys, k => k.id)],
  })
}
