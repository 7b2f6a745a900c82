/** A gateway that staff drain: nothing more goes to it, its receipts go on, others take over, and a restart keeps it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gatewayView, queueList } from '../../api/shapes/gateway.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { FakeGateway } from '../../engine/fake-gateway-suite.ts'
import { Live } from '../../engine/live.ts'
import { Machine } from '../../engine/machine.ts'
import {
  newVault,
  noon,
  opening,
  quietLog,
  smallDecide,
  surroundings,
  usage,
} from '../../engine/small-world-suite.ts'
import type { Database } from '../../store/database.ts'
import { readDrains } from '../../store/gateway-drain.ts'
import { makeInstall } from '../../store/install.ts'
import { reconcile } from '../../store/reconcile.ts'
import { gatewaysDesk } from './gateways.ts'

const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

const wang = { kind: 'key' as const, id: 'k1', name: 'wang', scopes: [], territories: [] }
const accounts = Array.from({ length: 8 }, (_, n) => `A${n + 1}`)

describe.each(databases)('a drained gateway on $name', ({ fresh }) => {
  let database: Database
  let north: FakeGateway
  let south: FakeGateway
  let machine: Machine
  let live: Live
  const zero = performance.now()
  const clock = { now: () => noon + Math.floor(performance.now() - zero), elapsed: () => performance.now() }
  const secret = new Uint8Array(32).fill(9)

  const desk = () => {
    const { outgoing, recent } = machine
    const engine = {
      gateways: outgoing.gateways,
      unanswered: (name: string) => outgoing.unansweredBy(name),
      drain: (names: readonly string[]) => outgoing.drain(names),
      recent,
      changed: () => live.wake(),
    }
    return gatewaysDesk({ database, clock, log: quietLog, engine })
  }
  const drain = async (name: string) =>
    gatewayView.encode((await desk().drainGateway({ name, note: 'maintenance' }, wang)) as never)

  async function begin(): Promise<void> {
    north = new FakeGateway({ name: 'north', window: 4 })
    south = new FakeGateway({ name: 'south', window: 4 })
    machine = await Machine.open({
      database,
      vault: newVault(),
      decide: smallDecide,
      surroundingsAt: () => surroundings,
      secret,
      gateways: [north, south],
      clock,
      log: quietLog,
      holder: 'test',
      markPath: null,
    })
    machine.outgoing.drain((await readDrains(database)).map(row => row.gateway))
    live = new Live(machine)
    live.start()
  }

  beforeEach(async () => {
    database = await fresh()
    await makeInstall(database, { secret, keyId: newVault().keyId, createdAt: noon })
    await begin()
    await live.inbox.offer(accounts.map(account => opening(account)))
  })
  afterEach(() => live.stop(1_000))

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + 20_000
    while (!(await holds())) {
      if (performance.now() > end) throw new Error('it did not come about in time')
      await sleep(5)
    }
  }

  const tell = (id: string) =>
    live.inbox.offer(accounts.map(account => usage(account, `${id}-${account}`, { time: clock.now() })))

  it('gets nothing more, its receipts go on, the other takes over; a restart keeps it; resumed, it is used', async () => {
    await tell('a')
    await until(() => north.submitted.length + south.submitted.length === 8)
    expect(north.submitted.length).toBeGreaterThan(0)
    const before = north.submitted.length
    expect(await drain('north')).toMatchObject({
      drained: { by: 'wang', note: 'maintenance' },
      lastMinute: { messages: before, parts: before },
    })
    await tell('b')
    await until(() => north.submitted.length + south.submitted.length === 16)
    expect(north.submitted).toHaveLength(before)
    for (const message of north.submitted) await north.receipt(message)
    await until(async () => (await reconcile(database)).reminders.delivered === before)
    expect(machine.recent.of('north', clock.elapsed()).receiptDelay).not.toBeNull()

    await live.stop(1_000)
    await begin()
    await tell('c')
    await until(() => south.submitted.length === 8)
    expect(north.submitted).toEqual([])
    await desk().resumeGateway({ name: 'north' }, wang)
    await tell('d')
    await until(() => north.submitted.length + south.submitted.length === 16)
    expect(north.submitted.length).toBeGreaterThan(0)
  })

  it('when all of a channel are drained its reminders wait, and the queue says since when', async () => {
    await drain('north')
    await drain('south')
    await tell('a')
    const said = queueList.parse(queueList.encode((await desk().listQueues(wang)) as never))
    expect(said.items).toMatchObject([{ channel: 'sms', class: 'real-time', waiting: 8, later: 0 }])
    expect(said.items[0]!.oldestDue).toBeLessThanOrEqual(clock.now())
    expect([...north.submitted, ...south.submitted]).toEqual([])
    await desk().resumeGateway({ name: 'south' }, wang)
    await until(() => south.submitted.length === 8)
    expect(await desk().listQueues(wang)).toMatchObject({ items: [] })
  })

  it('draining twice names the first; what is not drained or unknown is told', async () => {
    await drain('north')
    const again = await desk().drainGateway({ name: 'north', note: 'again' }, { ...wang, name: 'li' })
    expect(again).toMatchObject({ drained: { by: 'wang', note: 'maintenance' } })
    expect(await desk().resumeGateway({ name: 'south' }, wang)).toMatchObject({ refusal: 'wrong-state' })
    expect(await desk().drainGateway({ name: 'nort', note: 'x' }, wang)).toMatchObject({
      refusal: 'not-found',
      detail: 'there is no gateway nort; did you mean "north"?',
    })
    expect(await readDrains(database)).toHaveLength(1)
  })
})
