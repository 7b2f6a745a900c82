/** Planned reminders that wait, by channel and class: a few look-ups by index, however many there are. */
import { channelName, type ChannelName } from '../core/event/facts.ts'
import { classes, type ReminderClass } from '../core/reminder.ts'
import type { Instant } from '../core/units.ts'
import { split, texts } from './columns.ts'
import type { Database } from './database.ts'

/** Of one channel and class no more are counted. */
export const countedMax = 10_000

export interface QueueRow {
  readonly channel: ChannelName
  readonly class: ReminderClass
  /** Due already, stopped ones included; at most `countedMax` are counted. */
  readonly waiting: number
  /** When the oldest of them fell due. */
  readonly oldestDue: Instant | null
  /** Due at a later time, counted as far. */
  readonly later: number
}

const planned = `from reminder where state = 'planned' and channel = channels.channel and reminder.lane = lanes.lane`

export async function readQueues(database: Database, now: Instant): Promise<readonly QueueRow[]> {
  const rows = await database.read<Omit<QueueRow, 'class'> & { readonly lane: number }>({
    text: `
      select channels.channel, lanes.lane, due.waiting, oldest.due as "oldestDue", later.later
      from unnest(${split(1)}) as channels (channel)
      cross join generate_series(0, ${classes.length - 1}) as lanes (lane)
      cross join lateral (
        select count(*) as waiting from (select 1 ${planned} and due <= $2 limit ${countedMax}) as counted
      ) as due
      cross join lateral (
        select count(*) as later from (select 1 ${planned} and due > $2 limit ${countedMax}) as counted
      ) as later
      left join lateral (select reminder.due ${planned} and due <= $2 order by due limit 1) as oldest on true
      where due.waiting > 0 or later.later > 0
      order by channels.channel, lanes.lane`,
    values: [texts(channelName.options, name => name), now],
  })
  return rows.map(({ lane, ...row }) => ({ ...row, class: classes[lane]! }))
}
