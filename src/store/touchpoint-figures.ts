/** What happened per touchpoint (NF-02): triggered, sent, delivered, withheld by reason, parts, delay. */
import type { Database } from './database.ts'

export interface TouchpointFigures {
  readonly touchpoint: string
  /** Reminders that rules asked for, withheld ones included. */
  readonly triggered: number
  /** Reminders handed to a gateway at least once. */
  readonly sent: number
  readonly delivered: number
  readonly failed: number
  readonly expired: number
  readonly unconfirmed: number
  readonly withheld: number
  readonly open: number
  readonly parts: number
  /** Milliseconds from when it may first leave to the handset, for delivered ones; null when there are none. */
  readonly delayP50Ms: number | null
  readonly delayP99Ms: number | null
}

/** The first due time of a reminder is kept in its trail's first step; what rest hours held is not delay. */
const figures = `
  with sendings as (
    select shard, account, reminder, sum(parts) as parts, min(decided_at) as first from attempt group by shard, account, reminder
  ), life as (
    select r.touchpoint, r.state, s.parts,
      case when r.state = 'delivered'
        then r.concluded_at - greatest(r.planned_at, (('[' || r.trail || ']')::json -> 0 ->> 4)::bigint) end as delay
    from reminder r left join sendings s on s.shard = r.shard and s.account = r.account and s.reminder = r.id
  )
  select touchpoint,
    count(*) as triggered,
    count(parts) as sent,
    count(*) filter (where state = 'delivered') as delivered,
    count(*) filter (where state = 'failed') as failed,
    count(*) filter (where state = 'expired') as expired,
    count(*) filter (where state = 'unconfirmed') as unconfirmed,
    count(*) filter (where state = 'withheld') as withheld,
    count(*) filter (where state in ('planned', 'attempted')) as open,
    coalesce(sum(parts), 0)::bigint as parts,
    percentile_disc(0.5) within group (order by delay) as "delayP50Ms",
    percentile_disc(0.99) within group (order by delay) as "delayP99Ms"
  from life group by touchpoint order by touchpoint`

export function readFigures(database: Database): Promise<readonly TouchpointFigures[]> {
  return database.read<TouchpointFigures>({ text: figures, values: [] })
}

/** The line with the liveliest month: most touchpoints, then most messages that arrived. */
export async function readLiveliest(
  database: Database,
): Promise<{ readonly account: string; readonly line: string } | null> {
  const [row] = await database.read<{ readonly account: string; readonly line: string }>({
    text: `
      select account, line from reminder group by shard, account, line
      order by count(distinct touchpoint) filter (where state = 'delivered') desc,
        count(*) filter (where state = 'delivered') desc, account, line limit 1`,
    values: [],
  })
  return row ?? null
}
