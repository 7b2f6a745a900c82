/** Coming back (G14): what an outage or a restore left due waits for staff, over a restart too, and leaves at their rate. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heldView } from '../../api/shapes/held.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { FakeGateway } from '../../engine/fake-gateway-suite.ts'
import { Live } from '../../engine/live.ts'
import { Machine } from '../../engine/machine.ts'
import {
  minute,
  newVault,
  noon,
  numberOf,
  opening,
  quietLog,
  smallDecide,
  surroundings,
  usage,
} from '../../engine/small-world-suite.ts'
import { listAlarms } from '../../store/alarm.ts'
import type { Database } from '../../store/database.ts'
import { guardMs } from '../../engine/hold.ts'
import { readHold } from '../../store/hold.ts'
import { makeInstall } from '../../store/install.ts'
import { reconcile } from '../../store/reconcile.ts'
import { readFences, restoredStep } from '../../store/shard.ts'
import { heldDesk } from './held.ts'

const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

const wang = { kind: 'key' as const, id: 'k1', name: 'wang', scopes: [], territories: [] }
const accounts = Array.from({ length: 8 }, (_, n) => `A${n + 1}`)
const secret = new Uint8Array(32).fill(9)
const note = 'preview looked at'

describe.each(databases)('coming back on $name', ({ fresh }) => {
  let database: Database
  let gateway: FakeGateway
  let live: Live
  /** How far the clock has been moved on by hand. */
  let aheadMs = 0
  let start = 0
  const clock = {
    now: () => noon + aheadMs + Math.floor(performance.now() - start),
    elapsed: () => performance.now(),
  }
  const desk = () => {
    const engine = { changed: () => live.wake() }
    return heldDesk({ database, vault: newVault(), clock, log: quietLog, engine })
  }
  const held = async () => heldView.parse(heldView.encode((await desk().held(wang)) as never))
  const realTime = async () => (await held()).items.find(row => row.class === 'real-time')!
  const kinds = async (open: boolean) =>
    (await listAlarms(database, { open, before: Number.MAX_SAFE_INTEGER, rowsMax: 9 })).map(row => row.kind)

  async function begin({ drained = false, restored = false } = {}): Promise<void> {
    gateway = new FakeGateway({ name: 'north', window: 16 })
    const machine = await Machine.open({
      database,
      vault: newVault(),
      decide: smallDecide,
      surroundingsAt: () => surroundings,
      secret,
      gateways: [gateway],
      clock,
      log: quietLog,
      holder: 'test',
      markPath: null,
      comingBack: { outageMs: 30 * minute, perSecond: 1_000, restored },
    })
    if (drained) machine.outgoing.drain(['north'])
    live = new Live(machine)
    live.start()
  }

  /** Eight customers, each with something due that cannot leave; then nobody is at work for a while. */
  async function goneFor(ms: number): Promise<void> {
    await begin({ drained: true })
    await live.inbox.offer(accounts.map(account => opening(account)))
    await tell('a')
    await live.stop(1_000)
    aheadMs += ms
  }

  beforeEach(async () => {
    start = performance.now()
    aheadMs = 0
    database = await fresh()
    await makeInstall(database, { secret, keyId: newVault().keyId, createdAt: noon })
  })
  afterEach(() => live.stop(1_000))

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + 20_000
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`it did not come about in time: ${holds.toString()}`)
      await sleep(10)
    }
  }

  /** Facts of a moment, told now. */
  const tell = (id: string, time = clock.now(), whom = accounts) =>
    live.inbox.offer(whom.map(account => usage(account, `${id}-${account}`, { time })))
  const sent = (id: string) => gateway.submitted.filter(({ attempt }) => attempt.includes(`/${id}-`)).length

  it('G14: of before an outage nothing leaves unasked, what is new does; a restart keeps it; released it leaves, and it ends', async () => {
    await goneFor(40 * minute)
    await begin()
    const return1 = clock.now()
    // The same lines, so what is held would have gone first.
    await tell('b')
    await until(() => sent('b') === 8)
    await tell('late', return1 - 20 * minute, ['A1', 'A2'])
    expect(await held()).toMatchObject({ hold: { kind: 'outage', compared: null, messagesPerSecond: 1_000 } })
    expect(await realTime()).toMatchObject({ order: null, waiting: 10, tooLate: 0, maybeSent: 0 })
    expect(await kinds(true)).toEqual(['held-after-outage'])
    await live.stop(1_000)

    await begin()
    await tell('c')
    await until(() => sent('c') === 8)
    expect((await realTime()).waiting).toBe(10)
    expect((await realTime()).touchpoints).toMatchObject([{ touchpoint: 'data-usage', waiting: 10 }])

    await desk().releaseHeld({ class: 'real-time', unchecked: false, note }, wang)
    await until(() => sent('a') === 8 && sent('late') === 2)
    expect(await held()).toMatchObject({ hold: { kind: 'outage' } })
    await desk().releaseHeld({ unchecked: false, note }, wang)
    await until(async () => (await held()).hold === null)
    expect(await kinds(true)).toEqual([])
    for (const message of gateway.submitted) await gateway.receipt(message)
    await until(async () => (await reconcile(database)).holds)
    const deeds = await database.read({ text: 'select action, object from audit order by seq', values: [] })
    expect(deeds).toEqual([
      { action: 'held.release', object: 'real-time' },
      { action: 'held.release', object: 'all' },
    ])
  })

  it('G14: what is of no use any more is withheld at once, and none of it is sent', async () => {
    await goneFor(26 * 60 * minute)
    await begin()
    await until(async () => (await reconcile(database)).reminders.withheld === 8)
    await desk().releaseHeld({ unchecked: false, note }, wang)
    await until(async () => (await held()).hold === null)
    expect(gateway.submitted).toEqual([])
  })

  it('G14: never more than the rate that staff set', async () => {
    await goneFor(40 * minute)
    await begin()
    const rate = 4
    const asked = performance.now()
    await desk().releaseHeld({ messagesPerSecond: rate, unchecked: false, note }, wang)
    await until(() => sent('a') === 8)
    // The first leaves at once, each other a quarter of a second later; a slow machine only takes longer.
    expect(performance.now() - asked).toBeGreaterThanOrEqual((7 * 1_000) / rate)
  })

  it('G14: a class may be withheld instead, and says by whom', async () => {
    await goneFor(40 * minute)
    await begin()
    await desk().withholdHeld({ note: 'told by other means' }, wang)
    await until(async () => (await reconcile(database)).reminders.withheld === 8)
    const [row] = await database.read<Record<'reason' | 'trail', string>>({
      text: 'select reason, trail from reminder limit 1',
      values: [],
    })
    expect(row).toMatchObject({ reason: 'held-back' })
    expect(row!['trail']).toContain('withheld by wang: told by other means')
    expect(gateway.submitted).toEqual([])
  })

  it('a short absence holds nothing, nor does a long one in which nothing fell due', async () => {
    await goneFor(20 * minute)
    await begin()
    await until(() => sent('a') === 8)
    for (const message of gateway.submitted) await gateway.receipt(message)
    await until(async () => (await reconcile(database)).reminders.delivered === 8)
    await live.stop(1_000)
    aheadMs += 40 * minute
    await begin()
    expect(await readHold(database)).toBeNull()
    expect(await desk().releaseHeld({ unchecked: false, note }, wang)).toMatchObject({
      refusal: 'wrong-state',
    })
  })

  it('G14, G4: after a restore nothing of the lost time leaves twice, and old engines are fenced off', async () => {
    await goneFor(10 * minute)
    const before = await readFences(database)
    const lostAt = clock.now() - 5 * minute
    await begin({ restored: true })
    expect((await readFences(database))[0]!.epoch).toBe(before[0]!.epoch + restoredStep)
    expect(await kinds(true)).toEqual(['held-after-restore'])
    // Sources send again what was lost: A1's second fact led to a message then, A2's did not.
    await tell('again', lostAt, ['A1', 'A2'])
    const no = await desk().releaseHeld({ unchecked: false, note }, wang)
    expect(no).toMatchObject({ refusal: 'wrong-state', field: 'unchecked' })

    const entries = [
      { number: numberOf('A1').slice(3), at: lostAt + 2_000, messageId: '71' },
      // Of the lost time, but before what A3 would be told came to be known: it was something else.
      { number: numberOf('A3').slice(1), at: lostAt - 3_600_000, messageId: '72' },
    ]
    const partly = await desk().compareHeld({ gateway: 'north', entries, done: false }, wang)
    expect(partly).toEqual({ taken: 1, known: 1 })
    expect((await held()).hold!.compared).toBeNull()
    await desk().compareHeld({ gateway: 'north', entries: [], done: true }, wang)
    // A receipt of the lost time that names nothing known here is word of a message, too.
    await gateway.receipt({ attempt: 'elsewhere', number: numberOf('A4'), now: lostAt + 3_000 } as never, {
      messageId: 'lost-4',
    })
    expect((await held()).hold!.compared).toMatchObject({ by: 'wang', entries: 2 })
    expect(await realTime()).toMatchObject({ waiting: 10, maybeSent: 3 })

    await desk().releaseHeld({ unchecked: false, note }, wang)
    await until(async () => (await reconcile(database)).reminders.withheld === 3)
    await until(() => gateway.submitted.length === 7)
    const numbers = gateway.submitted.map(({ number }) => number)
    expect(numbers).not.toContain(numberOf('A1'))
    expect(numbers).not.toContain(numberOf('A4'))
    await until(async () => (await kinds(true)).length === 0)

    // Its guard goes on for those who send again later, and ends with the week.
    await tell('later', lostAt, ['A1', 'A5'])
    await until(() => gateway.submitted.length === 8)
    expect((await reconcile(database)).withheld).toEqual([
      expect.objectContaining({ reason: 'maybe-sent', count: 4 }),
    ])
    aheadMs += guardMs + minute
    await until(async () => (await readHold(database)) === null)
  })

  it('G4: what was handed over before the backup and never heard of is not sent again by another way', async () => {
    await begin()
    await live.inbox.offer([opening('A1')])
    await tell('a', clock.now(), ['A1'])
    await until(() => sent('a') === 1)
    await live.stop(1_000)
    // As after its silence: planned again, for the next rung.
    await database.transact([
      { text: `update reminder set state = 'planned', rung = 1`, values: [] },
      { text: `update attempt set state = 'concluded', outcome = 'unconfirmed'`, values: [] },
    ])
    await begin({ restored: true })
    expect(await realTime()).toMatchObject({ waiting: 1, maybeSent: 1 })
  })

  it('G14: a code goes on its way, whatever else is held', async () => {
    await goneFor(40 * minute)
    await begin()
    await database.transact([{ text: 'update reminder set lane = 0', values: [] }])
    live.wake()
    await until(() => sent('a') === 8)
    expect((await held()).hold).toMatchObject({ kind: 'outage' })
  })
})
