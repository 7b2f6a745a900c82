/**
 * The books, read in one snapshot (G8):
 *
 *     accepted = decided + duplicate + set aside (waiting included)
 *     planned  = delivered + failed + expired + unconfirmed + withheld + in flight
 *
 * `accepted`, `duplicate` and `planned` are tallies made while things happened; the others are counted from
 * the rows that are there, and from the tallies of those that have grown old and gone. In flight: planned or attempted,
 * in doubt included.
 */
import type { Database } from './database.ts'

export interface EventBooks {
  readonly accepted: number
  readonly decided: number
  readonly duplicate: number
  /** Waiting included. */
  readonly setAside: number
  readonly waiting: number
}

export interface ReminderBooks {
  readonly planned: number
  readonly delivered: number
  readonly failed: number
  readonly expired: number
  readonly unconfirmed: number
  readonly withheld: number
  readonly inFlight: number
}

export interface Reconciliation {
  readonly events: EventBooks
  readonly reminders: ReminderBooks
  readonly touchpoints: readonly (ReminderBooks & { readonly touchpoint: string })[]
  /** Withheld reminders by touchpoint and reason. */
  readonly withheld: readonly {
    readonly touchpoint: string
    readonly reason: string
    readonly count: number
  }[]
  /** Attempts without an outcome, by state. */
  readonly attempts: { readonly decided: number; readonly accepted: number; readonly inDoubt: number }
  readonly holds: boolean
  /** One sentence for each equation that does not hold. */
  readonly differences: readonly string[]
}

const queries = {
  tallies: 'select name, sum(count)::bigint as count from tally group by name',
  decided: `select count(*) as count from journal where origin = 'outside'`,
  aside: `select state, count(*) as count from set_aside where origin = 'outside' group by state`,
  reminders: `
    select touchpoint, state, reason, sum(count)::bigint as count from (
      select touchpoint, state, reason, count(*) as count from reminder group by touchpoint, state, reason
      union all
      select split_part(name, '/', 2), split_part(name, '/', 3), nullif(split_part(name, '/', 4), ''), count from tally
      where name like 'dropped/%'
    ) as lives group by touchpoint, state, reason`,
  attempts: `select state, count(*) as count from attempt where state <> 'concluded' group by state`,
} as const

interface Counted {
  readonly name?: string
  readonly state?: string
  readonly touchpoint?: string
  readonly reason?: string | null
  readonly count: number
}

export async function reconcile(database: Database): Promise<Reconciliation> {
  const texts = Object.values(queries)
  const answers = await database.snapshot(texts.map(text => ({ text, values: [] })))
  const [tallies, decided, aside, reminders, attempts] = answers as unknown as readonly Counted[][]
  const tally = new Map(tallies!.map(row => [row.name!, row.count]))
  const byState = (rows: readonly Counted[], ...states: string[]): number =>
    sum(rows.filter(row => states.includes(row.state!)))
  const events: EventBooks = {
    accepted: tally.get('accepted') ?? 0,
    decided: sum(decided!) + (tally.get('decided-dropped') ?? 0),
    duplicate: tally.get('duplicate') ?? 0,
    setAside: byState(aside!, 'waiting', 'set-aside', 'discarded'),
    waiting: byState(aside!, 'waiting'),
  }
  const touchpoints = booksByTouchpoint(tally, reminders!)
  const total = touchpoints.reduce(add, noBooks)
  const differences = [...eventDifferences(events), ...touchpoints.flatMap(reminderDifferences)]
  return {
    events,
    reminders: total,
    touchpoints,
    withheld: withheldOf(reminders!),
    attempts: {
      decided: byState(attempts!, 'decided'),
      accepted: byState(attempts!, 'accepted'),
      inDoubt: byState(attempts!, 'in-doubt'),
    },
    holds: differences.length === 0,
    differences,
  }
}

const sum = (rows: readonly Counted[]): number => rows.reduce((total, row) => total + row.count, 0)

const noBooks: ReminderBooks = {
  planned: 0,
  delivered: 0,
  failed: 0,
  expired: 0,
  unconfirmed: 0,
  withheld: 0,
  inFlight: 0,
}

function add(a: ReminderBooks, b: ReminderBooks): ReminderBooks {
  return {
    planned: a.planned + b.planned,
    delivered: a.delivered + b.delivered,
    failed: a.failed + b.failed,
    expired: a.expired + b.expired,
    unconfirmed: a.unconfirmed + b.unconfirmed,
    withheld: a.withheld + b.withheld,
    inFlight: a.inFlight + b.inFlight,
  }
}

function booksByTouchpoint(
  tally: ReadonlyMap<string, number>,
  rows: readonly Counted[],
): readonly (ReminderBooks & { readonly touchpoint: string })[] {
  const planned = [...tally].filter(([name]) => name.startsWith('planned/'))
  const names = new Set([
    ...planned.map(([name]) => name.slice('planned/'.length)),
    ...rows.map(row => row.touchpoint!),
  ])
  return [...names].toSorted().map(touchpoint => {
    const own = rows.filter(row => row.touchpoint === touchpoint)
    const count = (...states: string[]): number => sum(own.filter(row => states.includes(row.state!)))
    return {
      touchpoint,
      planned: tally.get(`planned/${touchpoint}`) ?? 0,
      delivered: count('delivered'),
      failed: count('failed'),
      expired: count('expired'),
      unconfirmed: count('unconfirmed'),
      withheld: count('withheld'),
      inFlight: count('planned', 'attempted'),
    }
  })
}

function withheldOf(rows: readonly Counted[]): Reconciliation['withheld'] {
  return rows
    .filter(row => row.state === 'withheld')
    .map(row => ({ touchpoint: row.touchpoint!, reason: row.reason ?? 'none', count: row.count }))
    .toSorted((a, b) => a.touchpoint.localeCompare(b.touchpoint) || a.reason.localeCompare(b.reason))
}

function eventDifferences(books: EventBooks): readonly string[] {
  const found = books.decided + books.duplicate + books.setAside
  if (books.accepted === found) return []
  return [
    `${books.accepted} events accepted, but ${books.decided} decided + ${books.duplicate} duplicate + ${books.setAside} set aside = ${found}`,
  ]
}

function reminderDifferences(books: ReminderBooks & { readonly touchpoint: string }): readonly string[] {
  const { delivered, failed, expired, unconfirmed, withheld, inFlight } = books
  const found = delivered + failed + expired + unconfirmed + withheld + inFlight
  if (books.planned === found) return []
  return [
    `${books.touchpoint}: ${books.planned} planned, but ${delivered} delivered + ${failed} failed + ${expired} expired + ` +
      `${unconfirmed} unconfirmed + ${withheld} withheld + ${inFlight} in flight = ${found}`,
  ]
}
