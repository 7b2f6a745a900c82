/**
 * No page of the console makes the database read a large table: over 20,000 accounts with a past, each statement behind
 * each page is explained with the values that it was asked with. Not by the clock: by the blocks it touches, and by the
 * tables it reads whole.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, Staffed } from '../src/main/desk/staffed-suite.ts'
import { scopes } from '../src/api/keys.ts'
import type { Database, Row, Statement } from '../src/store/database.ts'
import { type Bench, startBench } from './databases.ts'
import { addPast, sayTo } from './past.ts'
import { accountOf, lineOf, populate, realRulebook, settledAt } from './population.ts'
import { noon } from './twins.ts'

const size = 20_000
const each = 10
/** 8 KB each; what is in memory already counts as well. A page of rows by key, over forty days of the journal. */
const blocksMax = 1_000
/** A table of so few is best read whole: lists of staff, a day of the journal without an event. */
const wholeMax = 8

/** Remembers what is read through it. */
class Watched implements Database {
  readonly kind
  asked: Statement[] = []
  readonly #inner: Database

  constructor(inner: Database) {
    this.#inner = inner
    this.kind = inner.kind
  }

  transact(statements: readonly Statement[]): Promise<Row[][]> {
    return this.#inner.transact(statements)
  }

  read<T>(statement: Statement): Promise<T[]> {
    this.asked.push(statement)
    return this.#inner.read<T>(statement)
  }

  snapshot(statements: readonly Statement[]): Promise<Row[][]> {
    this.asked.push(...statements)
    return this.#inner.snapshot(statements)
  }

  exec(sql: string): Promise<void> {
    return this.#inner.exec(sql)
  }

  maintain(): Promise<void> {
    return this.#inner.maintain()
  }

  close(): Promise<void> {
    return this.#inner.close()
  }
}

let bench: Bench
let database: Watched
let staffed: Staffed
let desk: Browser

beforeAll(async () => {
  bench = await startBench('postgres')
  database = new Watched(await bench.open('plans'))
  staffed = await Staffed.open(database, { rulebook: realRulebook() })
  await populate(database, size, {
    settled: settledAt(realRulebook(), noon),
    vault: staffed.vault,
    now: noon,
  })
  await addPast(database, { now: noon, each })
  await sayTo(database, staffed.vault, [asked])
  await database.exec(lists)
  desk = await staffed.key('plans', ...scopes)
}, 180_000)

afterAll(() => bench.close())

/** As long as a bad month leaves them. */
const lists = `
  insert into set_aside (state, reason, note, origin, source, id, type, time, since, changed_at)
  select case n % 4 when 0 then 'set-aside' else 'discarded' end, 'decision-failed', 'it threw', 'outside', 'boss', 'e' || n,
    'usage.reported', n, n, n from generate_series(1, 20000) as n;
  insert into alarm (kind, key, at, note, closed_at)
  select 'quiet-source', 'boss' || n, n, 'nothing came', case when n > 19990 then null else n + 1 end
  from generate_series(1, 20000) as n;
  insert into audit (seq, at, actor_kind, actor, action, object, details, hash)
  select 1000000 + n, n, 'key', 'k' || n % 50, 'customer.look', 'A' || n, '{}', '' from generate_series(1, 20000) as n;
  insert into figure (day, touchpoint, rule, channel, name, count)
  select day, 't' || rule % 10, 'r' || rule, channel, name, 5 from generate_series(20300, 20700) as day,
    generate_series(1, 60) as rule, unnest(array['sms', 'voice']) as channel,
    unnest(array['triggered', 'sent', 'parts', 'delivered/1000', 'withheld/moot']) as name;
  insert into agenda (shard, account, id, due, line, type, body)
  select shard, account, 'wake', ${noon} + n * 60000, null, 'period.ended', '{}'
  from (select shard, account, row_number() over () as n from account_cold) as numbered;
  analyze set_aside; analyze alarm; analyze audit; analyze figure; analyze agenda;`

const asked = 7_777
const account = accountOf(asked)
const line = lineOf(asked)
const reminder = encodeURIComponent(`${account}/data-used-80/past-3`)

/** Of each page what it asks. */
const asks: readonly [page: string, method: string, url: string, body?: object][] = [
  ['customer', 'POST', '/customers/open', { account, reason: { case: 'authenticated' } }],
  ['customer', 'GET', `/customers/${account}`],
  ['conversation', 'POST', '/timeline', { account, line, limit: 100 }],
  ['decisions', 'GET', `/accounts/${account}/decisions?limit=50`],
  ['reminders', 'GET', `/accounts/${account}/reminders`],
  ['reminder', 'GET', `/reminders/${reminder}`],
  ['overview', 'GET', '/figures/today'],
  ['overview', 'GET', '/figures?by=rule&from=2026-10-18&until=2026-11-17'],
  ['gateways', 'GET', '/gateways'],
  ['gateways', 'GET', '/queues'],
  ['set aside', 'GET', '/set-aside'],
  ['set aside', 'GET', '/set-aside?reason=decision-failed&state=set-aside'],
  ['alarms', 'GET', '/alarms?open=true'],
  ['operations', 'GET', '/operations'],
  ['audit', 'GET', '/audit'],
  ['audit', 'GET', '/audit?actor=k7'],
  ['audit', 'GET', '/audit?action=customer.look'],
  ['versions', 'GET', '/rulebook/versions'],
]

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Plan[]
}

async function planOf({ text, values }: Statement): Promise<Plan> {
  const [rows] = await database.transact([
    { text: `explain (analyze, buffers, format json) ${text}`, values },
  ])
  return (rows![0]!['QUERY PLAN'] as readonly { readonly Plan: Plan }[])[0]!.Plan
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

const blocksOf = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks']

/** What is wrong with it, if anything. */
function faultsOf(plan: Plan): readonly string[] {
  const whole = nodesOf(plan).filter(node => node['Node Type'].endsWith('Seq Scan'))
  const large = whole.filter(node => blocksOf(node) > wholeMax).map(node => node['Relation Name'] ?? '')
  const blocks = blocksOf(plan)
  return [
    ...new Set(large.map(name => `reads ${name} whole`)),
    ...(blocks > blocksMax ? [`touches ${blocks} blocks`] : []),
  ]
}

describe('the plans of what the pages ask', () => {
  it.each(asks)('%s: %s %s', async (...[, method, url, body]) => {
    database.asked = []
    const answer = await desk.ask(method, url, body)
    expect(answer.status, `${JSON.stringify(answer.body)} ${staffed.logged.slice(-2).join(' ')}`).toBe(200)
    const statements = database.asked
    const odd: string[] = []
    for (const statement of statements) {
      const faults = faultsOf(await planOf(statement))
      if (faults.length > 0)
        odd.push(`${faults.join(', ')}: ${statement.text.replaceAll(/\s+/g, ' ').trim()}`)
    }
    expect(odd).toEqual([])
  })

  it('sees a table that is read whole', async () => {
    const plan = await planOf({ text: 'select count(*) from reminder where facts like $1', values: ['x%'] })
    expect(faultsOf(plan)).toContain('reads reminder whole')
  })
})
