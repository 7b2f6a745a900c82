/** Reminders that an outage or a restore left due (G14): what would go, what would not, and what staff let go. */
import { classes, type ReminderClass } from '../core/reminder.ts'
import type { ChannelName } from '../core/event/facts.ts'
import type { Instant } from '../core/units.ts'
import { numbers, split, texts } from './columns.ts'
import type { Database, Row } from './database.ts'
import { firstHeldLane, type HeldSpan, isHeld } from './held-span.ts'
import { type DueReminder, dueColumns, type Stops } from './reminder.ts'

/** Clocks of centres, and the minutes that their receipts name. */
export const clocksApartMs = 5 * 60_000

/**
 * In SQL: the number was written to in the lost time, no earlier than this reminder had cause to; or it was handed over before the
 * backup and what became of it is lost.
 */
const maybeSent = (lostFrom: string, until: string): string => {
  const span = `between greatest(reminder.cause_time, ${lostFrom}) - ${clocksApartMs} and ${until} + ${clocksApartMs}`
  return `(
    exists (
      select from attempt tried
      where tried.shard = reminder.shard and tried.account = reminder.account and tried.reminder = reminder.id
        and tried.decided_at < ${until} and (tried.outcome is null or tried.outcome = 'unconfirmed'))
    or exists (
      select from (
        select number_hash from line_directory held
        where held.shard = reminder.shard and held.account = reminder.account and held.line = reminder.line
        union all
        select number_hash from contact_person held
        where held.shard = reminder.shard and held.account = reminder.account and held.recipient = reminder.line
      ) as person
      where exists (
          select from handed_elsewhere log where log.number_hash = person.number_hash and log.at ${span})
        or exists (
          select from stray_receipt stray
          where stray.number_hash = person.number_hash and coalesce(stray.submitted_at, stray.at) ${span})))`
}

export interface HeldReminder extends DueReminder {
  readonly maybeSent: boolean
}

export interface HeldAsk {
  readonly span: HeldSpan
  readonly lanes: readonly number[]
  readonly now: Instant
  readonly rowsMax: number
}

const lateral = (where: string, limit: string): string => `
  select held.* from unnest($1::smallint[]) as lanes (lane)
  cross join lateral (
    select ${dueColumns}, $2 = 'restore' and ${maybeSent('$3::bigint', '$4::bigint')} as "maybeSent"
    from reminder
    where state = 'planned' and reminder.lane = lanes.lane and due <= $5 and ${isHeld('$4::bigint')} and ${where}
    order by due, decision limit ${limit}
  ) as held
  order by held.lane, held.due, held.decision, held.shard, held.account, held.id limit ${limit}`

const common = ({ span, lanes, now, rowsMax }: HeldAsk): unknown[] => [
  numbers(lanes, lane => lane),
  span.kind,
  span.lostFrom,
  span.until,
  now,
  rowsMax,
]

/** Of a channel, in the order in which they leave: lane, due, decision. Stopped ones are passed over. */
export function heldReminders(
  database: Database,
  ask: HeldAsk & { readonly channel: ChannelName; readonly stops: Stops },
): Promise<readonly HeldReminder[]> {
  const { all, rules, versions, provinces, cities } = ask.stops
  const isStopped = `($8 or rule = any(${split(9)}) or coalesce(province = any(${split(10)}), false)
    or coalesce(city = any(${split(11)}), false) or version = any(${split(12)}))`
  return database.read<HeldReminder>({
    text: lateral(`channel = $7 and not ${isStopped}`, '$6'),
    values: [
      ...common(ask),
      ask.channel,
      all,
      texts(rules, name => name),
      texts(provinces, name => name),
      texts(cities, name => name),
      texts(versions, name => name),
    ],
  })
}

/** Of any channel, those whose use has ended: they can only be withheld. */
export const outdatedReminders = (database: Database, ask: HeldAsk): Promise<readonly HeldReminder[]> =>
  database.read<HeldReminder>({ text: lateral('useful_until <= $5', '$6'), values: common(ask) })

/** Of any channel. */
export const heldOfLanes = (database: Database, ask: HeldAsk): Promise<readonly HeldReminder[]> =>
  database.read<HeldReminder>({ text: lateral('true', '$6'), values: common(ask) })

/** Of one channel of one class of one touchpoint. */
export interface HeldCount {
  readonly class: ReminderClass
  readonly touchpoint: string
  readonly waiting: number
  /** Of these, by now of no use: they will be withheld. */
  readonly tooLate: number
  /** Of these, perhaps sent in the lost time: they will be withheld, too. */
  readonly maybeSent: number
  /** When the oldest should have left. */
  readonly oldest: Instant
}

/** No more are looked at. */
export const heldCountedMax = 100_000

export async function countHeld(
  database: Database,
  { span, now }: Pick<HeldAsk, 'span' | 'now'>,
): Promise<readonly HeldCount[]> {
  const rows = await database.read<Omit<HeldCount, 'class'> & { readonly lane: number }>({
    text: `
      select lane, touchpoint, count(*) as waiting, count(*) filter (where too_late) as "tooLate",
        count(*) filter (where maybe_sent and not too_late) as "maybeSent", min(leaves) as oldest
      from (
        select lane, touchpoint, useful_until <= $4 as too_late, coalesce(leaves_at, due) as leaves,
          $1 = 'restore' and ${maybeSent('$2::bigint', '$3::bigint')} as maybe_sent
        from reminder
        where state = 'planned' and lane >= $5 and due <= $4 and ${isHeld('$3::bigint')} limit ${heldCountedMax}
      ) as held
      group by lane, touchpoint order by lane, touchpoint`,
    values: [span.kind, span.lostFrom, span.until, now, firstHeldLane(span)],
  })
  return rows.map(({ lane, ...row }) => ({ ...row, class: classes[lane]! }))
}

/** Whether any waits, due or not. */
export async function anyHeld(database: Database, span: HeldSpan): Promise<boolean> {
  const rows = await database.read<Row>({
    text: `select 1 as one from reminder where state = 'planned' and lane >= $2 and ${isHeld('$1::bigint')} limit 1`,
    values: [span.until, firstHeldLane(span)],
  })
  return rows.length > 0
}

/** Whether anything of before is due at all, or will be once its timers are decided. */
export async function anythingDue(database: Database, now: Instant): Promise<boolean> {
  const [row] = await database.read<Row>({
    text: `
      select exists (select from reminder where state = 'planned' and lane > 0 and due <= $1)
        or exists (select from agenda where due <= $1) as due`,
    values: [now],
  })
  return row!['due'] === true
}
