/** The rows of the database and the far side's memory as a chronicle. */
import { unsealed } from './texts.ts'
import { figureDifferences } from '../../figures.ts'
import { reconcile } from '../../../src/store/reconcile.ts'
import type { Database } from '../../../src/store/database.ts'
import type {
  AlarmSeen,
  Aside,
  AttemptSeen,
  Brought,
  Chronicle,
  Decided,
  Fact,
  ReminderSeen,
  Step,
} from '../chronicle.ts'
import type { Recorded } from './recorded.ts'

const classes = ['code', 'real-time', 'notice', 'courtesy', 'marketing']

export async function recordOf(life: Recorded): Promise<Chronicle> {
  const { plot, database, down, sent, answered, centres } = life
  const { seed, setting, start, quietFrom, end, poisoned } = plot
  const attempts = await attemptsOf(life)
  const decided = await decidedOf(life)
  const books = await reconcile(database)
  const differences = [...books.differences, ...(await figureDifferences(database))]
  const handed = centres.flatMap(centre => centre.handed).sort((a, b) => a.at - b.at)
  return {
    seed,
    setting: { ...setting, down, closed: plot.closed },
    start,
    quietFrom,
    end,
    sent,
    poisoned,
    decided,
    asides: await all<Aside>(database, asideColumns),
    handed,
    answered,
    brought: broughtOf(decided),
    reported: centres.flatMap(centre => centre.reported),
    shown: centres.flatMap(centre => centre.shown),
    reminders: await remindersOf(database, attempts),
    attempts,
    alarms: await all<AlarmSeen>(database, 'select kind, account, at from alarm order by seq'),
    books: { ...books.events, planned: books.reminders.planned, differences },
    watchesSources: true,
    isLive: life.isLive,
  }
}

const all = async <T>(database: Database, text: string): Promise<T[]> =>
  database.read<T>({ text, values: [] })

const asideColumns = `
  select source, id, time, case state when 'waiting' then state else 'set-aside' end as state, reason from set_aside
  where origin = 'outside' and state <> 'replayed' order by seq`

interface JournalSeen {
  readonly account: string
  readonly time: number
  readonly source: string
  readonly id: string
  readonly origin: string
  readonly type: string
  readonly line: string | null
  readonly body: string
  readonly decidedAt: number
}

async function decidedOf({ database, notebook, sent }: Recorded): Promise<Decided[]> {
  const rows = await all<JournalSeen>(
    database,
    `select account, time, source, id, origin, type, line, body, decided_at as "decidedAt" from journal`,
  )
  const facts = Map.groupBy(
    new Set(sent.map(({ fact }) => fact)),
    fact => `${fact.source} ${fact.id} ${fact.time} ${plainBody(fact)}`,
  )
  return rows.map(row => {
    const { account, source, id, time, type, line, decidedAt: at } = row
    const fact =
      row.origin === 'outside' ? (facts.get(`${source} ${id} ${time} ${row.body}`)?.[0] ?? null) : null
    const order = notebook.orderOf(row)
    const body = JSON.parse(row.body) as Record<string, unknown>
    // An opening's line stands in its body; its subject is the account.
    return {
      account,
      order,
      at,
      time,
      source,
      id,
      type,
      fact,
      line: type === 'line.opened' ? null : line,
      body,
    }
  })
}

/** As journalled: without the number. */
function plainBody(fact: Fact): string {
  return JSON.stringify(Object.fromEntries(Object.entries(fact.body).filter(([name]) => name !== 'number')))
}

/** When the engine took word of an attempt: its own decision about it. */
function broughtOf(decided: readonly Decided[]): Brought[] {
  return decided.flatMap(({ account, at, type, body }) => {
    if (type !== 'attempt.concluded') return []
    const { attempt, outcome } = body as { attempt: string; outcome: string }
    const isReceipt = outcome === 'delivered' || outcome === 'failed' || outcome === 'expired'
    return isReceipt ? [{ account, attempt, outcome, at, kept: true }] : []
  })
}

type ReminderRow = Omit<ReminderSeen, 'facts' | 'steps' | 'trail' | 'class'> & {
  readonly facts: string
  readonly steps: string
  readonly trail: string
  readonly lane: number
  readonly channel: string
}

async function remindersOf(database: Database, attempts: readonly AttemptSeen[]): Promise<ReminderSeen[]> {
  const rows = await all<ReminderRow>(
    database,
    `select account, id, line, rule, touchpoint, template, version, lane, cause_source as "causeSource",
       cause_id as "causeId", facts, steps, planned_at as "plannedAt", decision, useful_until as "usefulUntil",
       state, reason, trail, channel from reminder order by account, decision, id`,
  )
  const tried = Map.groupBy(attempts, attempt => `${attempt.account} ${attempt.reminder}`)
  return rows.map(({ lane, channel, ...row }) => ({
    ...row,
    class: classes[lane]!,
    facts: JSON.parse(row.facts) as Record<string, unknown>,
    steps: JSON.parse(row.steps) as string[],
    trail: trailOf(row.trail, { channel, attempts: tried.get(`${row.account} ${row.id}`) ?? [] }),
  }))
}

/** The trail does not say by which channel: by that of the next attempt, or the last one. */
function trailOf(text: string, about: { channel: string; attempts: readonly AttemptSeen[] }): Step[] {
  const cells = JSON.parse(`[${text}]`) as [number, string, string | null, string, number][]
  const { channel, attempts } = about
  return cells.map(([at, state, reason, note, due], n) => {
    const left = cells.slice(0, n).filter(cell => cell[1] === 'attempted').length
    return { at, state, reason, note, due, channel: attempts[left]?.channel ?? channel }
  })
}

async function attemptsOf(life: Recorded): Promise<AttemptSeen[]> {
  const rows = await all<Omit<AttemptSeen, 'text'> & { readonly textEnc: Uint8Array | null }>(
    life.database,
    `select account, id, reminder, line, channel, gateway, decided_at as "decidedAt", valid_until as "validUntil",
       state, outcome, concluded_at as "concludedAt", text_enc as "textEnc" from attempt order by account, decided_at, id`,
  )
  const texts = await unsealed(life, rows)
  return rows.map(({ textEnc: _sealed, ...row }, n) => ({ ...row, text: texts[n]! }))
}
