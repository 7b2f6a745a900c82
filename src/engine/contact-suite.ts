/** Contacts who are no customers (TP9-04), on any database, with the real core: where their numbers go and do not go. */
import { beforeEach, describe, expect, test } from 'vitest'
import { shardOf } from '../core/account/shard.ts'
import { decide } from '../core/decide.ts'
import type { Arrival } from '../core/event/arrival.ts'
import { rule, rulebook } from '../core/sample/rulebook.ts'
import type { Database, Row } from '../store/database.ts'
import { lastErasure } from '../store/erasure.ts'
import { makeInstall } from '../store/install.ts'
import type { Vault } from '../store/vault.ts'
import { recordAnswers } from './answers.ts'
import { FakeGateway } from './fake-gateway-suite.ts'
import { Machine } from './machine.ts'
import { arrival, item, newVault, noon, numberOf, opening, quietLog, usage } from './small-world-suite.ts'
import type { Surroundings } from './turn/parts.ts'

const secret = new Uint8Array(32).fill(9)
const contactNumber = '+8613911110000'
const otherNumber = '+8613922220000'
const key = { shard: shardOf('A1'), account: 'A1' }

const told = rule({ id: 'told', on: 'standing.changed', to: 'contacts', class: 'real-time' })
const rules = rulebook([told])

/** Of one account, some minutes after each other. */
const named = (id: string, number = contactNumber, minutes = 0): Arrival =>
  arrival('contact-person.named', id, {
    time: noon - 3_000_000 + minutes * 60_000,
    data: { contactId: 'C7', number, role: 'company', aboutMasked: '138****0001' },
  })
const removed = (id: string, minutes: number): Arrival =>
  arrival('contact-person.removed', id, {
    time: noon - 3_000_000 + minutes * 60_000,
    data: { contactId: 'C7' },
  })
const standing = (id: string, to: string, minutes = 0): Arrival =>
  arrival('standing.reported', id, {
    time: noon - 600_000 + minutes * 60_000,
    data: { standing: to, reason: to === 'normal' ? 'paid' : 'arrears' },
  })
const usageOf = (number: string, id: string): Arrival =>
  usage('A1', id, {
    subject: { kind: 'number', number },
    data: {
      bucketId: 'data',
      kind: 'data',
      periodStart: '2026-11-01',
      periodEnd: '2026-11-30',
      usedBytes: 80,
      allowanceBytes: 100,
    },
  })

export function contactSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`contacts on ${name}`, () => {
    let database: Database
    let gateway: FakeGateway
    let vault: Vault
    let machine: Machine
    let sendTo: Surroundings['sendTo']

    const open = (): Promise<Machine> =>
      Machine.open({
        database,
        vault,
        decide,
        surroundingsAt: () => ({
          rulebook: rules,
          versions: new Map([[rules.version, rules]]),
          recalled: new Set(),
          pauses: [],
          channels: new Set(['sms']),
          sendTo,
        }),
        secret,
        gateways: [gateway],
        clock: { now: () => noon, elapsed: () => 0 },
        log: quietLog,
        holder: 'test',
        markPath: null,
      })

    beforeEach(async () => {
      database = await fresh()
      vault = newVault()
      gateway = new FakeGateway()
      sendTo = 'everyone'
      await makeInstall(database, { secret, keyId: vault.keyId, createdAt: noon })
      machine = await open()
    })

    const rows = (text: string): Promise<readonly Row[]> => database.read<Row>({ text, values: [] })
    const turn = async (...arrivals: readonly Arrival[]): Promise<readonly string[]> => {
      const items = arrivals.map(one => item(one, noon))
      const verdicts = new Map((await machine.turn(items)).flatMap(result => [...result.verdicts]))
      return items.map(one => verdicts.get(one)!.state)
    }
    const send = async (): Promise<void> => {
      machine.dispatch.lookAgain()
      const claimed = await machine.dispatch.claim(noon, 0)
      if (claimed.length > 0) await machine.turn(claimed)
      await recordAnswers(machine.parts, machine.outgoing, machine.receipts)
    }
    const numbers = (): readonly string[] => gateway.submitted.map(message => message.number)

    test('TP9-04: the contact is written to under its own number, named in the same batch or long before', async () => {
      expect(await turn(opening('A1'), named('n1'), standing('s1', 'restricted'))).toEqual([
        'decided',
        'decided',
        'decided',
      ])
      await send()
      expect(numbers()).toEqual([contactNumber])
      expect(await rows('select line, state from reminder')).toEqual([
        { line: 'contact:C7', state: 'attempted' },
      ])
    })

    test('BC-01: the number stands nowhere in the clear, and nowhere beside its own table', async () => {
      await turn(opening('A1'), named('n1'), standing('s1', 'restricted'))
      await send()
      const tables = [
        'journal',
        'reminder',
        'attempt',
        'agenda',
        'account_cold',
        'account_hot',
        'contact_person',
      ]
      for (const table of tables) {
        const text = JSON.stringify(await rows(`select * from ${table} as one`))
        expect(text).not.toContain('13911110000')
      }
      expect(await rows('select recipient from contact_person')).toEqual([{ recipient: 'contact:C7' }])
      const [journal] = await rows(`select body from journal where type = 'contact-person.named'`)
      expect(JSON.parse(String(journal!['body']))).toEqual({
        contactId: 'C7',
        role: 'company',
        aboutMasked: '138****0001',
      })
    })

    test('TP9-04: a fact about a contact’s number is about its holder, or waits for one; never about the account', async () => {
      await turn(opening('A1'), named('n1'))
      expect(await turn(usageOf(contactNumber, 'u1'))).toEqual(['waiting'])
      const holder = opening('A2', 'open-A2', { data: { ...opening('A2').data, number: contactNumber } })
      expect(await turn(holder, usageOf(contactNumber, 'u2'))).toEqual(['decided', 'decided'])
      expect(await rows(`select account from journal where id = 'u2'`)).toEqual([{ account: 'A2' }])
    })

    test('another number is another recipient: what waits for the former is not sent, and the former number is gone', async () => {
      await turn(opening('A1'), named('n1'), standing('s1', 'restricted'))
      await turn(named('n2', otherNumber, 1))
      await send()
      expect(numbers()).toEqual([])
      expect(await rows('select recipient from contact_person')).toEqual([{ recipient: 'contact:C7~2' }])
      await turn(standing('s2', 'suspended', 1))
      await send()
      expect(numbers()).toEqual([otherNumber])
    })

    test('named, named anew and removed in one batch: nothing of it stays', async () => {
      const [opened, ...rest] = await turn(
        opening('A1'),
        named('n1'),
        named('n2', otherNumber, 1),
        removed('r1', 2),
      )
      expect([opened, ...rest]).toEqual(['decided', 'decided', 'decided', 'decided'])
      expect(await rows('select recipient from contact_person')).toEqual([])
      // An older word that comes late brings nobody back.
      await turn(named('n3', contactNumber, 1))
      expect(await rows('select recipient from contact_person')).toEqual([])
    })

    test('the same naming twice is a duplicate; with another number under the same id it is a conflict', async () => {
      await turn(opening('A1'), named('n1'))
      expect(await turn(named('n1'))).toEqual(['duplicate'])
      expect(await turn(named('n1', otherNumber))).toEqual(['set-aside'])
    })

    test('G11: off the allow-list nothing is handed over, though it was decided before', async () => {
      await turn(opening('A1'), named('n1'), standing('s1', 'restricted'))
      sendTo = new Set(['A1/A1-1'])
      await send()
      expect(numbers()).toEqual([])
      expect(await rows('select state, reason from reminder')).toEqual([
        { state: 'withheld', reason: 'not-allowed' },
      ])
    })

    test('a start names to the gateway what a contact still waits for, by its number', async () => {
      await turn(opening('A1'), named('n1'), standing('s1', 'restricted'))
      await send()
      gateway = new FakeGateway()
      machine = await open()
      expect(gateway.resumed.map(({ number }) => number)).toEqual([contactNumber])
    })

    test('BC-01: erasing the account forgets its contacts; a contact who is a customer elsewhere stays one', async () => {
      const holder = opening('A2', 'open-A2', { data: { ...opening('A2').data, number: contactNumber } })
      await turn(holder, opening('A1'), named('n1'), standing('s1', 'restricted'))
      await machine.turn([{ kind: 'erasure', now: noon, account: 'A1', by: 'li', reason: 'case 7' }])
      await send()
      expect(numbers()).toEqual([])
      expect(await rows('select recipient from contact_person')).toEqual([])
      expect(await lastErasure(database, key)).toMatchObject({ numbers: 2, withheld: 1 })
      expect(await turn(usageOf(contactNumber, 'u1'))).toEqual(['decided'])
      expect(await turn(usageOf(numberOf('A1'), 'u2'))).toEqual(['waiting'])
    })
  })
}
