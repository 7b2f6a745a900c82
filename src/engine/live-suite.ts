/** The engine at work by the real clock, on any database, against a gateway that the test commands. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shardOf } from '../core/account/shard.ts'
import type { Pause } from '../core/world.ts'
import type { Database, Row } from '../store/database.ts'
import { DatabaseError } from '../store/database.ts'
import { makeInstall } from '../store/install.ts'
import { readKeys } from '../store/person.ts'
import { reconcile } from '../store/reconcile.ts'
import { readReplies, replyPlace } from '../store/reply.ts'
import type { Vault } from '../store/vault.ts'
import { FakeGateway } from './fake-gateway-suite.ts'
import { Busy, Unavailable } from './inbox.ts'
import { Live, type LiveOptions } from './live.ts'
import { Machine, type MachineConfig } from './machine.ts'
import { clockFrom, until } from './real-time-suite.ts'
import { sameWithinMs } from './replies.ts'
import {
  arrival,
  hour,
  newVault,
  noon,
  numberOf,
  opening,
  quietLog,
  smallDecide,
  surroundings,
  usage,
} from './small-world-suite.ts'

const keyOf = (account: string) => ({ shard: shardOf(account), account })
const secret = new Uint8Array(32).fill(9)

export function liveSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`the live engine on ${name}`, () => {
    let database: Database
    let gateway: FakeGateway
    let machine: Machine
    let live: Live
    let vault: Vault
    let pauses: Pause[] = []
    let sendTo: 'everyone' | ReadonlySet<`${string}/${string}`> = 'everyone'

    const open = (extra: Partial<MachineConfig> = {}): Promise<Machine> =>
      Machine.open({
        database,
        vault,
        decide: smallDecide,
        surroundingsAt: () => ({ ...surroundings, pauses, sendTo }),
        secret,
        gateways: [gateway],
        clock: clockFrom(noon),
        log: quietLog,
        holder: 'test',
        markPath: null,
        ...extra,
      })

    async function begin(extra: Partial<MachineConfig> = {}, options: LiveOptions = {}): Promise<void> {
      machine = await open(extra)
      live = new Live(machine, options)
      live.start()
      await live.inbox.offer(['A1', 'A2', 'A3'].map(account => opening(account)))
    }

    beforeEach(async () => {
      database = await fresh()
      vault = newVault()
      await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
      gateway = new FakeGateway()
      pauses = []
      sendTo = 'everyone'
    })

    afterEach(async () => {
      await live.stop(1_000)
    })

    const one = async (text: string): Promise<Row> => (await database.read<Row>({ text, values: [] }))[0]!
    const attempts = (): Promise<readonly Row[]> =>
      database.read<Row>({
        text: 'select id, state, outcome, message_id from attempt order by id',
        values: [],
      })
    const delivered = async (n: number): Promise<boolean> =>
      (await reconcile(database)).reminders.delivered === n

    test('a reply is kept under its customer’s key before it is answered, once (CO-52)', async () => {
      await begin()
      const reply = { number: numberOf('A1'), to: '10086', text: ' 2651', at: noon }
      await gateway.reply(reply)
      await gateway.reply(reply)
      const [event, ...others] = await database.read<{ body: string; id: string }>({
        text: `select body, id from journal where type = 'reply.received'`,
        values: [],
      })
      expect(others).toEqual([])
      expect(JSON.parse(event!.body)).toEqual({ channel: 'sms', to: '10086', command: '2651' })
      const rows = await readReplies(database, { ...keyOf('A1'), from: 0, until: noon + hour })
      expect(rows).toHaveLength(1)
      const { vault } = machine.parts
      const [wrapped] = await readKeys(database, [keyOf('A1')])
      const place = replyPlace('A1', '/gateway/fake', event!.id)
      expect(vault.unseal(vault.key('A1', wrapped!.keyEnc), rows[0]!.textEnc!, place)).toBe(' 2651')
    })

    const again = [
      { says: 'whatever the hour', first: noon - 1, second: noon + 1, kept: 1 },
      { says: 'to the last', first: noon - sameWithinMs, second: noon - 1, kept: 1 },
      { says: 'and no longer', first: noon - sameWithinMs, second: noon, kept: 2 },
    ]
    const rememberedBy = ['this process', 'a former one'] as const
    test.each(rememberedBy.flatMap(by => again.map(row => ({ ...row, by }))))(
      'what a centre brings again to $by within ten minutes is the same reply, $says (CO-52, G2)',
      async ({ by, first, second, kept }) => {
        const reply = { number: numberOf('A1'), to: '10086', text: '2651' }
        await begin()
        await gateway.reply({ ...reply, at: first })
        if (by === 'a former one') {
          await live.stop(1_000)
          await begin()
        }
        await gateway.reply({ ...reply, at: second })
        await gateway.reply({ ...reply, at: second })
        expect(await one('select count(*) as n from reply')).toEqual({ n: kept })
        expect(await reconcile(database)).toMatchObject({ holds: true, events: { setAside: 0 } })
      },
    )

    test('so is one of a number that is not known yet, when its line appears after a restart (CO-52)', async () => {
      const reply = { number: numberOf('A9'), to: '10086', text: '2651' }
      await begin()
      await gateway.reply({ ...reply, at: noon })
      await live.stop(1_000)
      await begin()
      await gateway.reply({ ...reply, at: noon + 1_000 })
      await live.inbox.offer([opening('A9')])
      await until(async () => (await reconcile(database)).events.waiting === 0)
      expect(await one('select count(*) as n from reply')).toEqual({ n: 1 })
      expect(await reconcile(database)).toMatchObject({ holds: true, events: { setAside: 0 } })
    })

    test('a fact becomes a message, its receipt a delivered reminder, and the books balance', async () => {
      await begin()
      expect(await live.inbox.offer([usage('A1', 'u1')])).toEqual([{ state: 'decided' }])
      await until(() => gateway.submitted.length === 1)
      expect(gateway.submitted[0]).toMatchObject({ number: numberOf('A1'), attempt: 'A1/u1#1' })
      await until(async () => (await attempts())[0]?.['state'] === 'accepted')
      await gateway.receipt(gateway.submitted[0]!)
      expect(await delivered(1)).toBe(true)
      await gateway.receipt(gateway.submitted[0]!)
      expect(machine.parts.meter.receiptsRepeated).toBe(1)
      expect(await reconcile(database)).toMatchObject({
        holds: true,
        reminders: { planned: 1, delivered: 1 },
      })
    })

    test('what the gateway refuses has failed; what it returns is asked again', async () => {
      await begin()
      gateway.script = message =>
        message.attempt.endsWith('#1')
          ? { state: message.attempt.startsWith('A1') ? 'refused' : 'returned', code: 'x' }
          : { state: 'accepted', messageId: `m-${message.attempt}` }
      await live.inbox.offer([usage('A1', 'u1'), usage('A2', 'u2')])
      await until(() => gateway.submitted.length === 3)
      expect(gateway.submitted.map(message => message.attempt).toSorted()).toEqual([
        'A1/u1#1',
        'A2/u2#1',
        'A2/u2#2',
      ])
      expect(await reconcile(database)).toMatchObject({ holds: true, reminders: { failed: 1, inFlight: 1 } })
    })

    test('a receipt that overtakes the answer is kept and joined', async () => {
      await begin()
      gateway.script = () => 'manual'
      await live.inbox.offer([usage('A1', 'u1')])
      await until(() => gateway.submitted.length === 1)
      const [message] = gateway.submitted
      await gateway.receipt(message!, { submittedAt: null })
      expect(await delivered(0)).toBe(true)
      expect(await one('select count(*) as n from stray_receipt')).toEqual({ n: 1 })
      gateway.answer(message!.attempt, { state: 'accepted', messageId: `m-${message!.attempt}` })
      await until(() => delivered(1))
      expect(await one('select count(*) as n from stray_receipt')).toEqual({ n: 0 })
    })

    test('a line has one unanswered message at a time, in order of due time and decision (G3)', async () => {
      await begin()
      gateway.script = () => 'manual'
      await live.inbox.offer([0, 1, 2].map(i => usage('A1', `u${i}`, { time: noon + i })))
      for (const expected of ['A1/u0#1', 'A1/u1#1', 'A1/u2#1']) {
        await until(() => gateway.submitted.at(-1)?.attempt === expected)
        await sleep(30)
        expect(gateway.submitted.at(-1)!.attempt).toBe(expected)
        gateway.answer(expected, { state: 'accepted', messageId: `m-${expected}` })
      }
    })

    test('never more than the window, never more parts than the rate allows', async () => {
      gateway.window = 2
      await begin()
      gateway.script = () => 'manual'
      await live.inbox.offer(['A1', 'A2', 'A3'].map(account => usage(account, 'u')))
      await until(() => gateway.submitted.length === 2)
      await sleep(60)
      expect(gateway.submitted).toHaveLength(2)
      gateway.answer(gateway.submitted[0]!.attempt, { state: 'accepted', messageId: 'm1' })
      await until(() => gateway.submitted.length === 3)
    })

    test('parts per second of real time are kept', async () => {
      gateway = new FakeGateway({ partsPerSecond: 10 })
      await begin()
      const facts = Array.from({ length: 15 }, (_, i) => opening(`B${i}`)).flatMap((fact, i) => [
        fact,
        usage(`B${i}`, 'u'),
      ])
      const since = performance.now()
      await live.inbox.offer(facts)
      await until(() => gateway.submitted.length === 15)
      // Ten parts are free at the start, five come in half a second.
      expect(performance.now() - since).toBeGreaterThan(400)
    })

    test('what is paused is passed over until its use has ended, and goes when the pause ends', async () => {
      pauses = [{ kind: 'scope', value: 'city/taizhou' }]
      await begin()
      await live.inbox.offer([usage('A1', 'u1')])
      await sleep(80)
      expect(gateway.submitted).toHaveLength(0)
      pauses = []
      live.wake()
      await until(() => gateway.submitted.length === 1)
    })

    test('nobody off the allow-list is written to, whatever was decided (G11)', async () => {
      sendTo = new Set(['A2/A2-1'])
      await begin()
      await live.inbox.offer([usage('A1', 'u1'), usage('A2', 'u2')])
      await until(async () => (await attempts()).some(row => row['outcome'] === 'refused'))
      await until(() => gateway.submitted.length === 1)
      expect(gateway.submitted[0]!.number).toBe(numberOf('A2'))
    })

    test('an event for an unknown line returns by itself when the line is opened', async () => {
      await begin()
      expect(await live.inbox.offer([usage('A9', 'u1')])).toEqual([{ state: 'waiting' }])
      await live.inbox.offer([opening('A9')])
      await until(() => gateway.submitted.length === 1)
      expect(await reconcile(database)).toMatchObject({ holds: true, events: { setAside: 0 } })
    })

    test('a word to another account is decided by that account, soon', async () => {
      await begin()
      await live.inbox.offer([arrival('payment-group.joined', 'j', { data: { headAccount: 'A2' } })])
      await until(async () => {
        const row = await one(`select count(*) as n from journal where account = 'A2' and origin = 'agenda'`)
        return row['n'] === 1
      })
    })

    test('a full queue turns away at once, and nothing of that offer is taken', async () => {
      machine = await open()
      live = new Live(machine, { queueMax: 2 })
      const first = live.inbox.offer([opening('A1'), opening('A2')])
      await expect(live.inbox.offer([opening('A3')])).rejects.toThrow(Busy)
      live.start()
      expect(await first).toHaveLength(2)
      expect(await one('select count(*) as n from account_hot')).toEqual({ n: 2 })
    })

    test('set-aside events can be tried again', async () => {
      let broken = true
      await begin({
        decide: (account, event, world) => {
          if (broken && event.type === 'usage.reported') throw new Error('planted')
          return smallDecide(account, event, world)
        },
      })
      await live.inbox.offer([usage('A1', 'u1')])
      const { seq } = (await one(`select seq from set_aside where state = 'set-aside'`)) as { seq: number }
      expect(await live.replay([seq])).toMatchObject([{ reason: 'decision-failed' }])
      broken = false
      expect(await live.replay([seq])).toEqual([{ state: 'decided' }])
      expect(await reconcile(database)).toMatchObject({
        holds: true,
        events: { accepted: 4, decided: 4, setAside: 0 },
      })
    })

    test('stopping decides what was offered and waits for the answers under way', async () => {
      await begin()
      gateway.script = message => {
        setTimeout(
          () => gateway.answer(message.attempt, { state: 'accepted', messageId: message.attempt }),
          50,
        )
        return 'manual'
      }
      const offered = live.inbox.offer([usage('A1', 'u1')])
      await until(() => gateway.submitted.length === 1)
      await live.stop(2_000)
      expect(await offered).toEqual([{ state: 'decided' }])
      expect(await attempts()).toMatchObject([{ state: 'accepted' }])
      await expect(live.inbox.offer([usage('A1', 'u2')])).rejects.toThrow(Unavailable)
    })

    test('after a crash what had no answer is in doubt, and the gateway learns of it; the old engine commits no more', async () => {
      gateway.script = () => 'silent'
      await begin()
      await live.inbox.offer([usage('A1', 'u1')])
      await until(() => gateway.submitted.length === 1)
      const former = live
      gateway = new FakeGateway()
      machine = await open({ holder: 'another' })
      expect(await attempts()).toMatchObject([{ state: 'in-doubt' }])
      expect(gateway.resumed).toMatchObject([{ attempt: 'A1/u1#1', number: numberOf('A1'), messageId: null }])
      await expect(former.inbox.offer([usage('A2', 'u2')])).rejects.toThrow(Unavailable)
      expect(former.running).toBe(false)
      live = new Live(machine)
      live.start()
      expect(gateway.submitted).toHaveLength(0)
      expect(await reconcile(database)).toMatchObject({ holds: true, attempts: { inDoubt: 1 } })
    })

    test(
      'while the database is in trouble offers are given back, nothing is set aside',
      { timeout: 40_000 },
      async () => {
        let down = false
        const broken = (): never => {
          throw new DatabaseError('retry', 'planted')
        }
        const real = database
        const shaky: Database = {
          kind: real.kind,
          transact: async statements => (down ? broken() : real.transact(statements)),
          read: async statement => (down ? broken() : real.read(statement)),
          snapshot: async statements => (down ? broken() : real.snapshot(statements)),
          exec: sql => real.exec(sql),
          maintain: () => Promise.resolve(),
          close: () => real.close(),
        }
        await begin({ database: shaky }, { unavailableAfterMs: 600 })
        down = true
        const offered = live.inbox.offer([usage('A1', 'u1')])
        await expect(offered).rejects.toThrow(Unavailable)
        down = false
        await until(
          async () => (await live.inbox.offer([usage('A1', 'u1')]).catch(() => null)) !== null,
          15_000,
        )
        expect(await reconcile(database)).toMatchObject({ holds: true, events: { setAside: 0 } })
      },
    )
  })
}
