/**
 * Figures by Beijing day, touchpoint, rule and channel (NF-02): a projection that the turn writes in the same
 * transaction as the rows that it counts, a few rows per batch, so that whoever asks for a day reads none of them.
 *
 * | name | counts | day of |
 * |---|---|---|
 * | `triggered` | reminders that a rule asked for, withheld ones included | planning |
 * | `sent` | reminders handed over for the first time | that attempt |
 * | `attempts`, `parts` | hand-overs, and their SMS parts | the attempt |
 * | `withheld/<reason>`, `failed`, `expired`, `unconfirmed` | reminders that ended so | their end |
 * | `delivered/<bucket>` | reminders that arrived, by how long it took | their end |
 *
 * What had ended without having arrived and turns out delivered moves from one count to the other, each on the day of
 * its own end.
 */
import type { ChannelName } from '../core/event/facts.ts'
import type { FinalState, WithheldReason } from '../core/reminder.ts'
import type { Instant } from '../core/units.ts'
import type { AccountKey } from './account.ts'
import { numbers, split, texts } from './columns.ts'
import type { Statement } from './database.ts'
import { delayBoundsMs } from './delay.ts'

export type FigureName =
  | 'triggered'
  | 'sent'
  | 'attempts'
  | 'parts'
  | 'failed'
  | 'expired'
  | 'unconfirmed'
  | `withheld/${string}`
  | `delivered/${string}`

export interface FigureRow {
  /** Days since 1970 in Beijing time. */
  readonly day: number
  readonly touchpoint: string
  readonly rule: string
  readonly channel: ChannelName
  readonly name: FigureName
  readonly count: number
}

const columns = '(day, touchpoint, rule, channel, name, count)'

/** In the order of the key, so that writers who meet do not wait for each other in a ring. */
const added = `
  order by day, touchpoint, rule, channel, name
  on conflict (day, touchpoint, rule, channel, name) do update set count = figure.count + excluded.count`

export function addFigures(rows: readonly FigureRow[]): Statement {
  return {
    text: `
      insert into figure ${columns}
      select * from unnest($1::integer[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, $6::bigint[])
        as new ${columns} ${added}`,
    values: [
      numbers(rows, r => r.day),
      texts(rows, r => r.touchpoint),
      texts(rows, r => r.rule),
      texts(rows, r => r.channel),
      texts(rows, r => r.name),
      numbers(rows, r => r.count),
    ],
    rows: rows.length,
  }
}

/** A reminder of before this batch that comes to its end. */
export interface EndedRow extends AccountKey {
  readonly id: string
  readonly state: FinalState
  readonly reason: WithheldReason | null
  readonly channel: ChannelName
  readonly concludedAt: Instant
}

/**
 * What rest hours held is not delay. Rows of before `leaves_at` was kept have it in their trail's first step, where reading it
 * costs nearly as much as all the rest.
 */
const leaves = `coalesce(leaves_at, greatest(planned_at, (('[' || trail || ']')::json -> 0 ->> 4)::bigint))`
const delay = `ends.at - ${leaves}`

const bucket = `
  (array['${delayBoundsMs.join(`','`)}','more'])[width_bucket(${delay}, array[${delayBoundsMs.join(',')}]::bigint[]) + 1]`

/** To be run before the rows move: what they were is taken back, what they become is added. */
export function countEnds(rows: readonly EndedRow[]): Statement {
  return {
    text: `
      insert into figure ${columns}
      select counted.*, sum(ends.n)::bigint
      from unnest($1::smallint[], ${split(2)}, ${split(3)}, ${split(4)}, ${split(5)}, ${split(6)}, $7::bigint[])
        as new (shard, account, id, state, reason, channel, concluded_at)
      join reminder old on old.shard = new.shard and old.account = new.account and old.id = new.id
      cross join lateral (values
        (new.state, new.reason, new.channel, new.concluded_at, 1),
        (old.state, old.reason, old.channel, old.concluded_at, -1)) as ends (state, reason, channel, at, n)
      cross join lateral (
        select (ends.at + 28800000) / 86400000 as day, old.touchpoint, old.rule, ends.channel, case ends.state
          when 'withheld' then 'withheld/' || coalesce(ends.reason, 'none')
          when 'delivered' then 'delivered/' || ${bucket}
          else ends.state end as name
      ) as counted (day, touchpoint, rule, channel, name)
      where ends.at is not null
      group by counted.day, counted.touchpoint, counted.rule, counted.channel, counted.name having sum(ends.n) <> 0 ${added}`,
    values: [
      numbers(rows, r => r.shard),
      texts(rows, r => r.account),
      texts(rows, r => r.id),
      texts(rows, r => r.state),
      texts(rows, r => r.reason),
      texts(rows, r => r.channel),
      numbers(rows, r => r.concludedAt),
    ],
  }
}
