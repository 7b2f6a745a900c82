/** Erasing a person (BC-01), on any database: in a turn of a running machine, so that no other has the key in hand. */
import { beforeEach, describe, expect, test } from 'vitest'
import { shardOf } from '../core/account/shard.ts'
import type { Database, Row } from '../store/database.ts'
import { lastErasure, listErasures } from '../store/erasure.ts'
import { makeInstall } from '../store/install.ts'
import { findLines } from '../store/line-directory.ts'
import { readKeys } from '../store/person.ts'
import { reconcile } from '../store/reconcile.ts'
import type { Vault } from '../store/vault.ts'
import { recordAnswers } from './answers.ts'
import { FakeGateway } from './fake-gateway-suite.ts'
import { Machine } from './machine.ts'
import {
  hour,
  item,
  newVault,
  noon,
  numberOf,
  opening,
  quietLog,
  smallDecide,
  surroundings,
  usage,
} from './small-world-suite.ts'
import type { ErasureItem, Item } from './turn/item.ts'
import { released } from './waiting.ts'

const secret = new Uint8Array(32).fill(9)
const key = { shard: shardOf('A1'), account: 'A1' }
const order: ErasureItem = { kind: 'erasure', now: noon, account: 'A1', by: 'li', reason: 'case 7' }

export function erasureSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`erasing a person on ${name}`, () => {
    let database: Database
    let gateway: FakeGateway
    let vault: Vault
    let machine: Machine

    beforeEach(async () => {
      database = await fresh()
      vault = newVault()
      gateway = new FakeGateway()
      await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
      machine = await Machine.open({
        database,
        vault,
        decide: smallDecide,
        surroundingsAt: () => surroundings,
        secret,
        gateways: [gateway],
        clock: { now: () => noon, elapsed: () => 0 },
        log: quietLog,
        holder: 'test',
        markPath: null,
      })
    })

    const rows = (text: string): Promise<readonly Row[]> => database.read<Row>({ text, values: [] })
    const turn = async (...items: readonly Item[]): Promise<readonly string[]> => {
      const verdicts = new Map((await machine.turn(items)).flatMap(result => [...result.verdicts]))
      return items.map(one => verdicts.get(one)!.state)
    }
    const due = async (id: string): Promise<void> => {
      const { dispatch } = machine
      dispatch.lookAgain()
      const claimed = (await dispatch.claim(noon, 0)).filter(one => one.reminder.id === id)
      expect(await turn(...claimed)).toEqual(['decided'])
      await recordAnswers(machine.parts, machine.outgoing, machine.receipts)
    }
    const holds = async (): Promise<void> => expect((await reconcile(database)).differences).toEqual([])

    test('nobody is found by the number, name, number and texts are gone, and the books balance', async () => {
      await turn(item(opening('A1')), item(opening('A2')), item(usage('A1', 'sent')))
      await due('sent')
      await turn(item(usage('A1', 'waits')), item(usage('A2', 'other')))
      expect(await turn(order)).toEqual(['decided'])
      const hash = vault.numberHash(numberOf('A1'))
      expect(await findLines(database, [{ hash, time: noon }])).toEqual([])
      expect(await readKeys(database, [key])).toEqual([])
      expect(vault.known('A1')).toBeUndefined()
      expect(await rows(`select id, text_enc as text, number_hash as hash from attempt`)).toEqual([
        { id: 'sent#1', text: null, hash: null },
      ])
      expect(await rows(`select id, state, reason from reminder order by id`)).toEqual([
        { id: 'other', state: 'planned', reason: null },
        { id: 'sent', state: 'attempted', reason: null },
        { id: 'waits', state: 'withheld', reason: 'erased' },
      ])
      expect(await rows('select account from line_directory')).toEqual([{ account: 'A2' }])
      expect(await lastErasure(database, key)).toMatchObject({
        by: 'li',
        reason: 'case 7',
        at: noon,
        ...{ numbers: 1, texts: 1, withheld: 1, events: 0 },
      })
      await holds()
      expect(
        await rows(`select type from journal where account = 'A1' and type = 'account.erased'`),
      ).toHaveLength(1)
    })

    test('what was under way comes to its end; a second time there is nobody', async () => {
      await turn(item(opening('A1')), item(usage('A1', 'u1')))
      await due('u1')
      expect(await turn(order, { ...order })).toEqual(['decided', 'duplicate'])
      const word = { outcome: 'delivered', code: '', at: noon, stray: null } as const
      expect(await turn({ kind: 'outcome', now: noon, ...key, attempt: 'u1#1', ...word })).toEqual([
        'decided',
      ])
      expect(await reconcile(database)).toMatchObject({
        holds: true,
        reminders: { planned: 1, delivered: 1, inFlight: 0 },
      })
      expect(await listErasures(database, { before: 100, rowsMax: 10 })).toHaveLength(1)
    })

    test('whatever came in the same round sees the account as it is after: nothing is sent, the number is unknown', async () => {
      await turn(item(opening('A1')), item(usage('A1', 'u1')))
      const { dispatch } = machine
      const claimed = await dispatch.claim(noon, 0)
      expect(claimed).toHaveLength(1)
      expect(await turn(order, ...claimed, item(usage('A1', 'u2')))).toEqual([
        'decided',
        'decided',
        'waiting',
      ])
      expect(gateway.submitted).toEqual([])
      await holds()
    })

    test('whoever is opened under the account later begins anew, under a key of their own', async () => {
      await turn(item(opening('A1')), item(usage('A1', 'u1')))
      await due('u1')
      const [before] = await readKeys(database, [key])
      const number = '+8613911112222'
      const again = opening('A1', 'open-again', {
        time: noon,
        data: { ...opening('A1').data, line: 'A1-9', number },
      })
      expect(await turn(order, item(again))).toEqual(['decided', 'decided'])
      const [after] = await readKeys(database, [key])
      expect(after!.keyEnc).not.toEqual(before!.keyEnc)
      const later = usage('A1', 'u9', { subject: { kind: 'number', number }, time: noon + 1 })
      expect(await turn(item(later, noon))).toEqual(['decided'])
      await due('u9')
      expect(gateway.submitted.map(message => message.number)).toEqual([numberOf('A1'), number])
      // A fresh start reads the new key alone.
      const opened = newVault().unwrap('A1', after!.keyEnc)
      expect(opened.equals(vault.known('A1')!)).toBe(true)
      await holds()
    })

    test('set-aside events of the person lose their content; those of who has the number now keep it', async () => {
      const future = { time: noon + hour }
      await turn(item(opening('A1')), item(usage('A1', 'mine', future), noon))
      const taken = opening('A2', 'takes-over', {
        time: noon + 30 * 60_000,
        data: { ...opening('A2').data, number: numberOf('A1') },
      })
      const [state] = await turn(
        item(taken, noon + 30 * 60_000),
        item(usage('A1', 'theirs', { time: noon + 2 * hour }), noon + 30 * 60_000),
      )
      expect(state).toBe('decided')
      await database.exec(`update set_aside set time = ${noon} where id = 'mine'`)
      expect(await turn(order)).toEqual(['decided'])
      expect(await rows('select id, state, raw is null as blank from set_aside order by id')).toEqual([
        { id: 'mine', state: 'discarded', blank: true },
        { id: 'theirs', state: 'set-aside', blank: false },
      ])
      expect(await lastErasure(database, key)).toMatchObject({ events: 1 })
      await holds()
    })

    test('a number does not fall back to who held it before', async () => {
      const taken = opening('A2', 'takes-over', {
        time: noon,
        data: { ...opening('A2').data, number: numberOf('A1') },
      })
      await turn(item(opening('A1')), item(taken))
      const asked = [{ hash: vault.numberHash(numberOf('A1')), time: noon + 1 }]
      expect(await findLines(database, asked)).toMatchObject([{ account: 'A2' }])
      expect(await turn({ ...order, account: 'A2' })).toEqual(['decided'])
      expect(await findLines(database, asked)).toEqual([])
      expect(await findLines(database, [{ ...asked[0]!, time: noon - 1 }])).toMatchObject([{ account: 'A1' }])
      expect(await turn(item(usage('A1', 'whose', { time: noon + 1 }), noon))).toEqual(['waiting'])
      expect(await released(machine.parts, noon, 10)).toEqual([])
      expect(await turn(order)).toEqual(['decided'])
      const left = await rows('select account, line, length(number_enc) as number from line_directory')
      expect(left).toEqual([{ account: '', line: '', number: 0 }])
      await holds()
    })

    test('the list of erasures is only added to', async () => {
      await turn(item(opening('A1')), order)
      await expect(database.exec(`update erasure set reason = 'x'`)).rejects.toThrow(/only added to/)
      await expect(database.exec('delete from erasure')).rejects.toThrow(/only added to/)
      expect(await listErasures(database, { before: 100, rowsMax: 10 })).toHaveLength(1)
    })
  })
}
