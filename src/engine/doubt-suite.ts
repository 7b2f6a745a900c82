/** Receipts whose id nobody knows, and attempts in doubt that they may be about (G4), on any database. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../channels/channel.ts'
import type { Database } from '../store/database.ts'
import { makeInstall } from '../store/install.ts'
import { FakeGateway } from './fake-gateway-suite.ts'
import { Live } from './live.ts'
import { Machine, type MachineConfig } from './machine.ts'
import { clockFrom, until } from './real-time-suite.ts'
import { newVault, noon, opening, quietLog, smallDecide, surroundings, usage } from './small-world-suite.ts'

const secret = new Uint8Array(32).fill(9)

export function doubtSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`what is in doubt on ${name}`, () => {
    let database: Database
    let gateway: FakeGateway
    let live: Live
    let vault = newVault()

    async function begin(extra: Partial<MachineConfig> = {}): Promise<void> {
      const machine = await Machine.open({
        database,
        vault,
        decide: smallDecide,
        surroundingsAt: () => surroundings,
        secret,
        gateways: [gateway],
        clock: clockFrom(noon),
        log: quietLog,
        holder: 'test',
        markPath: null,
        ...extra,
      })
      live = new Live(machine)
      live.start()
    }

    beforeEach(async () => {
      database = await fresh()
      vault = newVault()
      await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
      gateway = new FakeGateway({ script: () => 'silent' })
    })

    afterEach(() => live.stop(1_000))

    /** By attempt: its outcome, or its state as long as it has none. */
    const attempts = async (): Promise<Readonly<Record<string, string>>> => {
      const rows = await database.read<{ id: string; now: string }>({
        text: 'select id, coalesce(outcome, state) as now from attempt',
        values: [],
      })
      return Object.fromEntries(rows.map(row => [row.id, row.now]))
    }
    const strays = async (): Promise<readonly string[]> => {
      const rows = await database.read<{ id: string }>({
        text: 'select message_id as id from stray_receipt order by message_id',
        values: [],
      })
      return rows.map(({ id }) => id)
    }
    const soon = (id: string, state: string): Promise<void> =>
      until(async () => (await attempts())[id] === state)

    test('without an answer an attempt is in doubt, and a receipt finds it by gateway, number and minute', async () => {
      await begin({ limits: { answerMs: 50 } })
      await live.inbox.offer([opening('A1'), usage('A1', 'u1')])
      await soon('u1#1', 'in-doubt')
      const [message] = gateway.submitted
      await gateway.receipt(message!, { messageId: 'unknown', submittedAt: message!.now - 120_000 })
      expect(await attempts()).toEqual({ 'u1#1': 'in-doubt' })
      await gateway.receipt(message!, { messageId: 'unknown-too', submittedAt: message!.now })
      expect(await attempts()).toEqual({ 'u1#1': 'delivered' })
    })

    test('a receipt that came before its attempt was in doubt is joined once it is', async () => {
      await begin({ limits: { answerMs: 300 } })
      await live.inbox.offer([opening('A1'), opening('A2'), usage('A1', 'u1'), usage('A2', 'u2')])
      await until(() => gateway.submitted.length === 2)
      const message = gateway.submitted.find(({ attempt }) => attempt === 'A1/u1#1')
      const other = gateway.submitted.find(({ attempt }) => attempt === 'A2/u2#1')
      await gateway.receipt(message!, { messageId: 'unknown', submittedAt: message!.now })
      await gateway.receipt(other!, { messageId: 'unknown-too', submittedAt: other!.now - 600_000 })
      await soon('u1#1', 'delivered')
      expect(await strays()).toEqual(['unknown-too'])
    })

    test('a gateway learns what ended close to one in doubt, since its receipts may come again', async () => {
      gateway.script = () => 'manual'
      await begin()
      await live.inbox.offer([opening('A1'), opening('A2'), usage('A1', 'u1'), usage('A2', 'other')])
      await until(() => gateway.submitted.length === 2)
      for (const message of gateway.submitted) {
        gateway.answer(message.attempt, { state: 'accepted', messageId: `m-${message.attempt}` })
        await gateway.receipt(message)
      }
      await soon('u1#1', 'delivered')
      await soon('other#1', 'delivered')
      await live.inbox.offer([usage('A1', 'u2')])
      await until(() => gateway.submitted.length === 3)
      await live.stop(0)
      gateway = new FakeGateway()
      await begin()
      expect(gateway.resumed.map(({ attempt }) => attempt)).toEqual(['A1/u2#1'])
      expect(gateway.ended).toMatchObject([{ attempt: 'A1/u1#1', messageId: 'm-A1/u1#1' }])
    })

    /** Two messages of one number and minute: of u1 it is doubtful whether it was handed over, u2 waits for its answer. */
    async function rivals(): Promise<Message> {
      await begin()
      await live.inbox.offer([opening('A1'), usage('A1', 'u1')])
      await until(() => gateway.submitted.length === 1)
      await live.stop(0)
      gateway = new FakeGateway({ script: () => 'manual' })
      await begin()
      expect(await attempts()).toEqual({ 'u1#1': 'in-doubt' })
      await live.inbox.offer([usage('A1', 'u2')])
      await until(() => gateway.submitted.length === 1)
      return gateway.submitted[0]!
    }

    test('an unknown receipt is not taken for one in doubt while another message may be meant', async () => {
      const message = await rivals()
      await gateway.receipt(message, { messageId: 'm-2', submittedAt: message.now })
      expect(await attempts()).toEqual({ 'u1#1': 'in-doubt', 'u2#1': 'decided' })
      expect(await strays()).toEqual(['m-2'])
      gateway.answer(message.attempt, { state: 'accepted', messageId: 'm-2' })
      await soon('u2#1', 'delivered')
      await until(async () => (await strays()).length === 0)
      expect(await attempts()).toEqual({ 'u1#1': 'in-doubt', 'u2#1': 'delivered' })
    })

    const answers = [
      { says: 'under another id', answer: { state: 'accepted', messageId: 'm-2' }, state: 'accepted' },
      { says: 'by refusing it', answer: { state: 'refused', code: 'x' }, state: 'refused' },
    ] as const
    test.each(answers)(
      'it is the word of the one in doubt once the other has been answered $says',
      async ({ answer, state }) => {
        const message = await rivals()
        await gateway.receipt(message, { messageId: 'm-1', submittedAt: message.now })
        expect(await strays()).toEqual(['m-1'])
        gateway.answer(message.attempt, answer)
        await soon('u1#1', 'delivered')
        expect(await attempts()).toEqual({ 'u1#1': 'delivered', 'u2#1': state })
        expect(await strays()).toEqual([])
      },
    )
  })
}
