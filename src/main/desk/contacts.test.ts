/** What staff see of a contact who was told (TP9-04): that it was one, which, and a number with its middle hidden. */
import { afterAll, expect, it } from 'vitest'
import { decide } from '../../core/decide.ts'
import { rule, rulebook } from '../../core/sample/rulebook.ts'
import { recordAnswers } from '../../engine/answers.ts'
import { embeddedDatabase } from '../../engine/databases-suite.ts'
import { FakeGateway } from '../../engine/fake-gateway-suite.ts'
import { Machine } from '../../engine/machine.ts'
import { arrival, item, newVault, noon, opening, quietLog } from '../../engine/small-world-suite.ts'
import { makeInstall } from '../../store/install.ts'
import { showContacts } from './contacts.ts'
import { keyOf } from './reminders.ts'
import { conversationPage } from './timeline.ts'

const prepared = await embeddedDatabase()
afterAll(() => prepared.close())

const rules = rulebook([
  rule({ id: 'told', on: 'standing.changed', to: 'contacts', class: 'real-time' }),
  rule({ id: 'mine', on: 'standing.changed', class: 'real-time' }),
])
const surroundings = {
  rulebook: rules,
  versions: new Map([[rules.version, rules]]),
  recalled: new Set<string>(),
  pauses: [],
  channels: new Set(['sms'] as const),
  sendTo: 'everyone',
} as const

it('TP9-04 FP-08: the timeline of the line tells what went to its contact, masked; removed, the number is forgotten', async () => {
  const database = await prepared.fresh()
  const vault = newVault()
  await makeInstall(database, { secret: new Uint8Array(32), keyId: vault.keyId, createdAt: noon })
  const machine = await Machine.open({
    database,
    vault,
    decide,
    surroundingsAt: () => surroundings,
    secret: new Uint8Array(32),
    gateways: [new FakeGateway()],
    clock: { now: () => noon, elapsed: () => 0 },
    log: quietLog,
    holder: 'test',
    markPath: null,
  })
  const person = { contactId: 'C7', number: '13911110000', role: 'company', aboutMasked: '138****0001' }
  const facts = [
    opening('A1'),
    arrival('contact-person.named', 'n', { data: person, time: noon - 2_000 }),
    arrival('standing.reported', 's', { data: { standing: 'suspended', reason: 'arrears' } }),
  ]
  await machine.turn(facts.map(fact => item(fact, noon)))
  machine.dispatch.lookAgain()
  await machine.turn(await machine.dispatch.claim(noon, 0))
  await recordAnswers(machine.parts, machine.outgoing, machine.receipts)

  const line = { account: 'A1', line: 'A1-1' }
  const { items } = await conversationPage({ database, vault }, line, { after: null, limit: 50 })
  const sent = items.filter(({ kind }) => kind === 'sent').map(({ what, contact }) => ({ what, contact }))
  expect(sent.toSorted((a, b) => a.what.localeCompare(b.what))).toEqual([
    { what: 'mine', contact: null },
    { what: 'told', contact: { id: 'C7', number: '+86139****0000' } },
  ])
  expect(JSON.stringify(items)).not.toContain('13911110000')

  const gone = arrival('contact-person.removed', 'r', { data: { contactId: 'C7' }, time: noon })
  await machine.turn([item(gone, noon)])
  const show = await showContacts({ database, vault }, 'A1', await keyOf({ database, vault }, 'A1'))
  expect(show('contact:C7')).toEqual({ id: 'C7', number: null })
  expect(show('A1-1')).toBeNull()
})
