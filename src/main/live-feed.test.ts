/** What the live feed says of a running engine: what happened, and nothing of whom. */
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LiveHub } from '../api/live-hub.ts'
import type { Rulebook } from '../core/rule/rule.ts'
import { embeddedDatabase, serverDatabase } from '../engine/databases-suite.ts'
import { FakeGateway } from '../engine/fake-gateway-suite.ts'
import { Live } from '../engine/live.ts'
import { Machine } from '../engine/machine.ts'
import { newMeter } from '../engine/meter.ts'
import {
  newVault,
  noon,
  numberOf,
  opening,
  quietLog,
  smallDecide,
  surroundings,
  usage,
} from '../engine/small-world-suite.ts'
import { closeAlarms, raiseAlarms } from '../store/alarm.ts'
import type { Database } from '../store/database.ts'
import { makeInstall } from '../store/install.ts'
import { LiveFeed } from './live-feed.ts'

const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

const rulebook = {
  rules: new Map([['u1', { touchpoint: 'data-usage' }]]),
  policy: { costPerPart: {} },
} as unknown as Rulebook

describe.each(databases)('the live feed on $name', ({ fresh }) => {
  let database: Database
  let hub: LiveHub
  let feed: LiveFeed
  let live: Live
  let gateway: FakeGateway
  let said = ''

  const events = (kind: string): Record<string, unknown>[] =>
    [...said.matchAll(new RegExp(`event: ${kind}\\ndata: (.+)`, 'g'))].map(
      ([, data]) => JSON.parse(data!) as Record<string, unknown>,
    )

  function listen(lastId?: string): Readable {
    const stream = hub.open({ lastId, mayStay: async () => true })!
    return stream.on('data', chunk => (said += String(chunk)))
  }

  beforeEach(async () => {
    said = ''
    database = await fresh()
    const secret = new Uint8Array(32).fill(9)
    const vault = newVault()
    await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
    gateway = new FakeGateway()
    const zero = performance.now()
    const clock = { now: () => noon + Math.floor(performance.now() - zero), elapsed: () => performance.now() }
    const machine = await Machine.open({
      database,
      vault,
      decide: smallDecide,
      surroundingsAt: () => surroundings,
      secret,
      gateways: [gateway],
      clock,
      log: quietLog,
      holder: 'test',
      markPath: null,
    })
    hub = new LiveHub('boot')
    const { outgoing, parts } = machine
    const rest = { rulebookAt: () => rulebook, now: () => clock.now(), log: quietLog }
    feed = new LiveFeed({ database, hub, meter: parts.meter, outgoing, ...rest })
    machine.onCommit(result => feed.committed(result))
    live = new Live(machine)
    live.start()
    await live.inbox.offer([opening('A1')])
  })
  afterEach(async () => {
    hub.close()
    await live.stop(1_000)
  })

  async function until(holds: () => boolean): Promise<void> {
    const end = performance.now() + 20_000
    while (!holds()) {
      if (performance.now() > end) throw new Error('it did not come about in time')
      await sleep(5)
    }
  }

  it('a reminder’s life is told as it happens, without number, account, line or text', async () => {
    listen()
    await live.inbox.offer([usage('A1', 'u1')])
    await until(() => gateway.submitted.length === 1)
    await gateway.receipt(gateway.submitted[0]!)
    await until(() => events('reminder').length === 3)
    const life = {
      touchpoint: 'data-usage',
      channel: 'sms',
      reason: null,
      province: 'zhejiang',
      city: 'taizhou',
      skipped: 0,
    }
    expect(events('reminder')).toMatchObject([
      { ...life, rule: 'small-rule', state: 'planned' },
      { ...life, rule: 'u1', state: 'attempted' },
      { ...life, rule: 'u1', state: 'delivered' },
    ])
    await feed.tick()
    await until(() => events('figures').length === 1)
    expect(events('figures')).toMatchObject([
      { day: '2026-11-10', total: { triggered: 1, sent: 1, delivered: 1, parts: 1 } },
    ])
    expect(events('gateway')).toMatchObject([{ name: 'fake', room: 16, unanswered: 0, inDoubt: 0 }])
    for (const personal of ['A1', numberOf('A1'), '王小明', '恰时']) expect(said).not.toContain(personal)
  })

  it('figures are said when they have changed, alarms when they open and close, and nothing twice', async () => {
    listen()
    for (let n = 0; n < 4; n += 1) await feed.tick()
    const alarm = {
      kind: 'source-quiet',
      key: 'hlr',
      account: null,
      line: null,
      at: noon,
      note: 'x',
    } as const
    await database.transact([raiseAlarms([alarm])])
    for (let n = 0; n < 4; n += 1) await feed.tick()
    await database.transact([closeAlarms('source-quiet', ['hlr'], noon)])
    for (let n = 0; n < 4; n += 1) await feed.tick()
    await until(() => events('alarm').length === 2)
    const of = { id: '1', kind: 'source-quiet' }
    expect(events('alarm')).toMatchObject([
      { ...of, change: 'opened' },
      { ...of, change: 'closed' },
    ])
    expect([events('figures').length, events('gateway').length]).toEqual([1, 1])
  })

  it('of a flood a few lines are told and the others counted', async () => {
    listen()
    await live.inbox.offer(Array.from({ length: 60 }, (_, n) => usage('A1', `f${n}`)))
    const lines = (): Record<string, unknown>[] => events('reminder')
    await until(() => lines().length === 20)
    await feed.tick()
    await live.inbox.offer([usage('A1', 'u1')])
    await until(() => lines().length > 20)
    expect(lines()[20]).toMatchObject({ skipped: expect.any(Number) as number })
    expect(Number(lines()[20]!['skipped'])).toBeGreaterThanOrEqual(40)
  })

  it('who comes back soon misses nothing; after a minute of silence there is a gap', async () => {
    const first = listen()
    await feed.tick()
    await live.inbox.offer([usage('A1', 'u1')])
    await until(() => events('reminder').length >= 1)
    const [, lastId] = /id: (\S+)\nevent: reminder/.exec(said)!
    first.destroy()
    await until(() => hub.listeners === 0)
    await feed.tick()
    await live.inbox.offer([usage('A1', 'x1')])
    said = ''
    const second = listen(lastId)
    await until(() => events('reminder').some(({ state }) => state === 'planned'))
    expect(events('gap')).toEqual([])
    second.destroy()
    await until(() => hub.listeners === 0)
    for (let n = 0; n < 60; n += 1) await feed.tick()
    said = ''
    listen(lastId)
    await until(() => events('gap').length === 1)
  })

  it('while nobody listens nothing is read', async () => {
    let reads = 0
    const counted: Database = {
      ...database,
      kind: database.kind,
      read: statement => {
        reads += 1
        return database.read(statement)
      },
    }
    const outgoing = { gateways: [], unansweredBy: () => 0 }
    const rest = { rulebookAt: () => rulebook, now: () => noon, log: quietLog }
    const idle = new LiveFeed({ database: counted, hub, meter: newMeter(), outgoing, ...rest })
    await idle.tick()
    expect(reads).toBe(0)
    listen()
    await idle.tick()
    expect(reads).toBeGreaterThan(0)
  })
})
