/**
 * What an outage or a restore left due waits for staff (G14):
 *
 *     (nothing) ──► holding ──► some classes released or withheld ──► all of them, and nothing left ──► (nothing)
 *
 * It is entered by an engine that comes back, lasts over a restart, and is entered anew when it comes back once more.
 */
import type { Instant } from '../core/units.ts'
import { hexes, numbers, split, texts } from './columns.ts'
import type { Database, Row, Statement } from './database.ts'

export type HoldKind = 'outage' | 'restore'

export interface HoldRow {
  readonly kind: HoldKind
  /** From then on nobody was at work, or what was done is lost. */
  readonly lostFrom: Instant
  /** What is of before is held. */
  readonly until: Instant
  /** Messages, once they are released. */
  readonly perSecond: number
  readonly comparedBy: string | null
  readonly comparedAt: Instant | null
  readonly comparedEntries: number
}

export interface HoldOrder {
  readonly lane: number
  readonly word: 'release' | 'withhold'
  readonly by: string
  readonly at: Instant
  readonly note: string
}

export interface HoldView {
  readonly hold: HoldRow
  /** By lane. */
  readonly orders: readonly HoldOrder[]
}

/** Null while nothing is held. */
export async function readHold(database: Database): Promise<HoldView | null> {
  const [hold] = await database.read<HoldRow>({
    text: `
      select kind, lost_from as "lostFrom", until, per_second as "perSecond", compared_by as "comparedBy",
        compared_at as "comparedAt", compared_entries as "comparedEntries"
      from hold`,
    values: [],
  })
  if (hold === undefined) return null
  const orders = await database.read<HoldOrder>({
    text: 'select lane, word, by, at, note from hold_order order by lane',
    values: [],
  })
  return { hold, orders }
}

/**
 * Of one that stands the earlier loss and the severer kind remain; all that was released waits again, and a log that was
 * compared may lack what came since.
 */
export const beginHold = (
  row: Pick<HoldRow, 'kind' | 'lostFrom' | 'until' | 'perSecond'>,
): readonly Statement[] => [
  {
    text: `
      insert into hold (kind, lost_from, until, per_second) values ($1, $2, $3, $4)
      on conflict (one) do update set
        kind = case when 'restore' in (hold.kind, excluded.kind) then 'restore' else 'outage' end,
        lost_from = least(hold.lost_from, excluded.lost_from), until = excluded.until, per_second = excluded.per_second,
        compared_by = null, compared_at = null`,
    values: [row.kind, row.lostFrom, row.until, row.perSecond],
  },
  { text: 'delete from hold_order', values: [] },
]

export const endHold: readonly Statement[] = [
  { text: 'delete from hold', values: [] },
  { text: 'delete from hold_order', values: [] },
  { text: 'delete from handed_elsewhere', values: [] },
]

export const setPerSecond = (perSecond: number): Statement => ({
  text: 'update hold set per_second = $1',
  values: [perSecond],
})

/** The last word counts: what was released may still be withheld as far as it waits, and the other way round. */
export const orderHeld = (lanes: readonly number[], order: Omit<HoldOrder, 'lane'>): Statement => ({
  text: `
    insert into hold_order (lane, word, by, at, note)
    select lane, $2, $3, $4, $5 from unnest($1::smallint[]) as new (lane)
    on conflict (lane) do update
    set word = excluded.word, by = excluded.by, at = excluded.at, note = excluded.note`,
  values: [numbers(lanes, lane => lane), order.word, order.by, order.at, order.note],
})

/** A line of a gateway's log. */
export interface HandedElsewhere {
  readonly numberHash: Uint8Array
  readonly at: Instant
  readonly gateway: string
  readonly messageId: string
}

/** Those whose id is known here are no news: a row tells of them. One answer row for each that is. */
export const addHandedElsewhere = (rows: readonly HandedElsewhere[]): Statement => ({
  text: `
    insert into handed_elsewhere (number_hash, at, gateway, message_id)
    select distinct decode(hash, 'hex'), at, coalesce(gateway, ''), coalesce(message_id, '')
    from unnest(${split(1)}, $2::bigint[], ${split(3)}, ${split(4)}) as new (hash, at, gateway, message_id)
    where not exists (
      select from handed where handed.message_id = new.message_id and coalesce(new.gateway, '') in (handed.gateway, ''))
    on conflict do nothing returning 1`,
  values: [
    hexes(rows, r => r.numberHash),
    numbers(rows, r => r.at),
    texts(rows, r => r.gateway),
    texts(rows, r => r.messageId),
  ],
})

/** `by`: null while more of the log is to come, and it is not compared yet. */
export const noteComparison = (what: {
  readonly by: string | null
  readonly at: Instant
  readonly entries: number
}): Statement => ({
  text: `
    update hold set compared_by = coalesce($1, compared_by), compared_entries = compared_entries + $3,
      compared_at = case when $1::text is null then compared_at else $2 end`,
  values: [what.by, what.at, what.entries],
})

/** When an engine was last at work here; null before the first. Databases of before that was noted have their last arrival. */
export async function lastAlive(database: Database): Promise<Instant | null> {
  const [row] = await database.read<Row>({
    text: 'select coalesce(alive_at, (select max(last_arrival) from source_seen)) as at from install',
    values: [],
  })
  const at = row?.['at'] ?? null
  return at === null ? null : Number(at)
}

export const noteAlive = (at: Instant): Statement => ({
  text: 'update install set alive_at = $1',
  values: [at],
})
