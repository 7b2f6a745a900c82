import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Arrival } from '../core/event/arrival.ts'
import type { Row } from '../store/database.ts'
import { makeInstall } from '../store/install.ts'
import { reconcile } from '../store/reconcile.ts'
import { SettableClock } from './clock.ts'
import { embeddedDatabase } from './databases-suite.ts'
import { runDiscrete } from './discrete.ts'
import { FakeGateway } from './fake-gateway-suite.ts'
import { Machine } from './machine.ts'
import {
  arrival,
  hour,
  minute,
  newVault,
  noon,
  opening,
  quietLog,
  smallDecide,
  surroundings,
  usage,
} from './small-world-suite.ts'
import type { Decide, Surroundings } from './turn/parts.ts'

const { fresh, close } = await embeddedDatabase()
const database = await fresh()
afterAll(close)
beforeEach(async () => void (await fresh()))

const secret = new Uint8Array(32).fill(9)

interface Played {
  readonly gateway: FakeGateway
  readonly machine: Machine
}

async function play(
  feed: readonly Arrival[],
  extra: { decide?: Decide; gateway?: FakeGateway; around?: Surroundings } = {},
): Promise<Played> {
  const vault = newVault()
  await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
  const gateway = extra.gateway ?? new FakeGateway({ window: 100 })
  gateway.deliveryMs ??= 8_000
  const clock = new SettableClock(noon - 2 * hour)
  const machine = await Machine.open({
    database,
    vault,
    decide: extra.decide ?? smallDecide,
    surroundingsAt: () => extra.around ?? surroundings,
    secret,
    gateways: [gateway],
    clock,
    log: quietLog,
    holder: 'discrete',
    markPath: null,
    limits: { throttled: false, handOverMs: Infinity, answerMs: 50 },
  })
  const timed = feed.map(fact => ({ arrival: fact, at: fact.time }))
  await runDiscrete({ machine, clock, feed: timed, until: noon + 48 * hour, spanMs: 30 * minute })
  await machine.close(100)
  return { gateway, machine }
}

const accounts = Array.from({ length: 20 }, (_, i) => `A${i + 1}`)
const openings = accounts.map((account, i) => opening(account, `open-${account}`, { time: noon - hour + i }))
const day = (account: string, i: number): readonly Arrival[] =>
  [0, 5, 12, 200, 900].map(m => usage(account, `u${m}`, { time: noon + m * minute + i * 1_000 }))
const feed = [...openings, ...accounts.flatMap((account, i) => day(account, i))].toSorted(
  (a, b) => a.time - b.time,
)

const rows = (text: string): Promise<Row[]> => database.read<Row>({ text, values: [] })

test('a day passes: every reminder is sent and delivered, in few turns, and the books balance', async () => {
  const { gateway, machine } = await play(feed)
  expect(gateway.submitted).toHaveLength(100)
  expect(await reconcile(database)).toMatchObject({
    holds: true,
    reminders: { planned: 100, delivered: 100 },
  })
  expect(machine.parts.meter.turns).toBeLessThan(60)
})

test('each account sees its own time pass in order, each item decided at its own moment', async () => {
  await play(feed)
  const journal = await rows(`
    select account, decided_at as at, origin, (regexp_match(id, '@(\\d+)$'))[1]::integer as decision from journal
    order by account, decided_at, decision nulls first`)
  const reminders = await rows('select cause_time, planned_at from reminder')
  expect(reminders.every(row => row['cause_time'] === row['planned_at'])).toBe(true)
  const delivered = await rows('select concluded_at - decided_at as took from attempt')
  expect([...new Set(delivered.map(row => row['took']))]).toEqual([8_000])
  for (const account of accounts) {
    const own = journal.filter(row => row['account'] === account && row['decision'] !== null)
    const decisions = own.map(row => Number(row['decision']))
    expect(decisions).toEqual(decisions.toSorted((a, b) => a - b))
  }
})

test('the same feed and secret give the same decisions in the same order', async () => {
  const seen: unknown[] = []
  for (let run = 0; run < 2; run += 1) {
    await fresh()
    const { gateway } = await play(feed)
    seen.push([
      gateway.submitted.map(({ attempt, now }) => [attempt, now]),
      await rows('select account, state from account_hot order by account'),
      await rows(
        'select account, time, source, id, body, decided_at from journal order by account, time, source, id',
      ),
      await rows('select account, id, facts, trail from reminder order by account, id'),
    ])
  }
  expect(seen[1]).toEqual(seen[0])
})

test('a small window only takes more rounds', async () => {
  const gateway = new FakeGateway({ window: 3 })
  await play(feed, { gateway })
  expect(gateway.submitted).toHaveLength(100)
  expect((await reconcile(database)).reminders.delivered).toBe(100)
})

test('an answer that stays out leaves the attempt in doubt and time goes on', async () => {
  const gateway = new FakeGateway({ window: 100, script: () => 'silent' })
  await play(feed.slice(0, 21), { gateway })
  expect(await reconcile(database)).toMatchObject({ holds: true, attempts: { inDoubt: 1 } })
})

test('timers and words to other accounts fall due in simulated time', async () => {
  const decide: Decide = (account, event, world) => {
    const changes = smallDecide(account, event, world)
    if (event.type !== 'payment.received') return changes
    const entry = {
      id: 'later',
      account: 'A2',
      line: null,
      due: event.time + 3 * hour,
      type: 'schedule.due',
      body: {},
    }
    return { ...changes, agenda: [entry] }
  }
  await play([...openings, arrival('payment.received', 'p1')], { decide })
  const [row] = await rows(`select account, time, decided_at from journal where type = 'schedule.due'`)
  expect(row).toEqual({ account: 'A2', time: noon + 3 * hour, decided_at: noon + 3 * hour })
})

test('G13: a source that falls silent is missed within the hour, and its next word is heard as soon', async () => {
  const policy = { ...surroundings.rulebook.policy, sources: { '/boss': { quietAfterMs: 2 * hour } } }
  const around = { ...surroundings, rulebook: { ...surroundings.rulebook, policy } }
  const others = Array.from({ length: 40 }, (_, n) =>
    usage('A1', `other-${n}`, { source: '/crm', time: noon + n * 15 * minute }),
  )
  const last = usage('A1', 'last', { time: noon + 6 * hour + 20 * minute })
  const all = [opening('A1'), usage('A1', 'first', { time: noon + 1 }), ...others, last]
  await play(
    all.toSorted((a, b) => a.time - b.time),
    { around },
  )
  const alarms = await rows('select kind, key, at, closed_at as closed from alarm order by at')
  const missed = { kind: 'source-quiet', key: '/boss' }
  // After its last word it is silent for good.
  expect(alarms).toMatchObject([missed, { ...missed, closed: null }])
  const [{ at, closed }] = alarms as unknown as [{ at: number; closed: number }]
  expect(at - noon).toBeGreaterThan(2 * hour)
  expect(at - noon).toBeLessThanOrEqual(3 * hour + 30 * minute)
  expect(closed - last.time).toBeGreaterThanOrEqual(0)
  expect(closed - last.time).toBeLessThanOrEqual(hour + 30 * minute)
})

test('facts told before their line is opened return when it is', async () => {
  const early = usage('A1', 'early', { time: noon - hour + 1 })
  await play([early, opening('A1', 'open', { time: noon - hour })])
  expect(await reconcile(database)).toMatchObject({ holds: true, events: { decided: 2, waiting: 0 } })
})

test('a fact that is released twice before its turn comes is decided once', async () => {
  const start = noon - hour
  const another = (n: number): Arrival => {
    const data = { ...opening('A2').data, line: `A2-${n}`, number: `+861380000100${n}` }
    return opening('A2', `open-2-${n}`, { time: start + (19 + n) * minute, data })
  }
  const { machine } = await play([
    usage('A1', 'early', { time: start }),
    opening('A1', 'open-1', { time: start - 1 }),
    usage('A1', 'soon', { time: start + minute }),
    ...[1, 2, 3, 4].map(another),
  ])
  const books = await reconcile(database)
  expect(books).toMatchObject({ holds: true, events: { accepted: 7, decided: 7, waiting: 0 } })
  expect(machine.parts.meter.setAside).toEqual({})
  expect(machine.parts.meter.duplicates).toBe(0)
})
