/** What decisions may know, read anew as it changes: cheaply, in order, and never older than before. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Arrival } from '../core/event/arrival.ts'
import { shardOf } from '../core/account/shard.ts'
import { serverDatabase, type TestDatabase } from '../engine/databases-suite.ts'
import { contentVersion } from '../rulebook/bundle.ts'
import { readBundle } from '../rulebook/folder.ts'
import { dropContacts, insertContacts } from '../store/contact-person.ts'
import type { Database, Statement } from '../store/database.ts'
import { insertLines } from '../store/line-directory.ts'
import { pause, resume } from '../store/pause.ts'
import { publishVersion, recallVersion, reviewVersion, submitVersion } from '../store/rulebook-version.ts'
import { Vault } from '../store/vault.ts'
import { AllowList } from './allow-list.ts'
import { bundledRulebook } from './installation.ts'
import { NoRulebook, SurroundingsKeeper } from './surroundings.ts'

let prepared: TestDatabase
let database: Database
beforeAll(async () => {
  prepared = await serverDatabase()
})
afterAll(() => prepared.close())
beforeEach(async () => {
  database = await prepared.fresh()
})

const { bundle } = readBundle(bundledRulebook)
const vault = new Vault(randomBytes(32))
const now = 1_800_000_000_000

const keeper = (over: Database, numbers: 'everyone' | readonly string[] = []) => {
  const allowList = new AllowList({ database: over, vault, numbers })
  return {
    allowList,
    surroundings: new SurroundingsKeeper({ database: over, allowList, channels: new Set() }),
  }
}

async function publish(version: string, from: number): Promise<void> {
  await database.transact([
    submitVersion({ version, by: 'a', at: from }, JSON.stringify(bundle), ''),
    reviewVersion({ version, by: 'b', at: from }),
    publishVersion({ version, by: 'a', at: from }),
  ])
}

/** A database that counts what is read of it, and can be slow. */
function watched(delays: readonly number[] = []): { readonly database: Database; readonly reads: string[] } {
  const reads: string[] = []
  const read = async <T>(statement: Statement): Promise<T[]> => {
    reads.push(statement.text)
    const rows = await database.read<T>(statement)
    const delay = delays[reads.length - 1] ?? 0
    if (delay > 0) await new Promise(resolve => setTimeout(resolve, delay))
    return rows
  }
  return { database: { ...database, read, transact: s => database.transact(s) }, reads }
}

it('without a published rulebook nothing is decided, and it is said what to do', async () => {
  const { surroundings } = keeper(database)
  await surroundings.reload(now)
  expect(() => surroundings.at(now)).toThrow(NoRulebook)
})

it('a version is read and compiled once; reading anew takes two small queries', async () => {
  await publish(contentVersion(bundle), now)
  const { database: counted, reads } = watched()
  const { surroundings } = keeper(counted)
  await surroundings.reload(now)
  const { rulebook } = surroundings.at(now)
  reads.length = 0
  await surroundings.reload(now)
  expect(reads).toHaveLength(2)
  expect(reads.some(text => /select content|from reminder/.test(text))).toBe(false)
  expect(surroundings.at(now).rulebook).toBe(rulebook)
})

it('the latest version that has begun is in force; recalled, the one before is again', async () => {
  await publish('v1', now)
  await publish('v2', now + 1_000)
  const { surroundings } = keeper(database)
  await surroundings.reload(now)
  expect(surroundings.at(now).rulebook.version).toBe('v1')
  expect(surroundings.at(now + 1_000).rulebook.version).toBe('v2')
  await database.transact([recallVersion({ version: 'v2', by: 'a', at: now + 2_000 })])
  await surroundings.reload(now)
  const after = surroundings.at(now + 2_000)
  expect(after.rulebook.version).toBe('v1')
  expect([...after.recalled]).toEqual(['v2'])
})

it('G12: a slow reading from before a pause does not undo the pause', async () => {
  await publish('v1', now)
  // Its first reading dawdles once it has read the pauses, the second query.
  const { database: dawdling } = watched([0, 150])
  const { surroundings } = keeper(dawdling)
  const early = surroundings.reload(now)
  await new Promise(resolve => setTimeout(resolve, 50))
  await database.transact([pause({ kind: 'all', value: 'all', since: now, by: 'a', note: '' })])
  await surroundings.reload(now)
  await early
  expect(surroundings.at(now).pauses).toHaveLength(1)
  await database.transact([resume({ kind: 'all', value: 'all' })])
  await surroundings.reload(now)
  expect(surroundings.at(now).pauses).toHaveLength(0)
})

const opening = (account: string, line: string, number: string): Arrival =>
  ({
    type: 'line.opened',
    subject: { kind: 'account', account },
    data: { line, number },
    time: now,
  }) as unknown as Arrival

const directory = (account: string, line: string, number: string) =>
  insertLines([
    {
      shard: shardOf(account),
      account,
      hash: vault.numberHash(number),
      since: now - 1_000,
      line,
      numberEnc: new Uint8Array([1]),
    },
  ])

it('G11: the allow-list follows its numbers, and knows a line that is just being opened', async () => {
  const [listed, other] = ['+8613800138000', '+8613800138001']
  await database.transact([directory('A1', 'L1', listed), directory('A2', 'L2', other)])
  const { allowList } = keeper(database, [listed])
  await allowList.refresh(now)
  expect(allowList.sendTo).toEqual(new Set(['A1/L1']))
  await allowList.expect([opening('A3', 'L3', '13800138000'), opening('A4', 'L4', other)], now)
  expect(allowList.sendTo).toEqual(new Set(['A1/L1', 'A3/L3']))
  // A line that is there keeps counting under the number that it has.
  await allowList.expect([opening('A2', 'L2', listed)], now)
  expect(allowList.sendTo).toEqual(new Set(['A1/L1', 'A3/L3']))
  // It was never opened: after a minute it is forgotten.
  await allowList.refresh(now + 60_001)
  expect(allowList.sendTo).toEqual(new Set(['A1/L1']))
})

it('G11 TP9-04: a contact counts under its own number, whoever else it is', async () => {
  const [listed, other] = ['+8613800138000', '+8613800138001']
  const contact = (recipient: string, number: string) => {
    const hash = vault.numberHash(number)
    return { shard: shardOf('A2'), account: 'A2', recipient, hash, numberEnc: new Uint8Array([1]) }
  }
  await database.transact([
    directory('A2', 'L2', other),
    insertContacts([contact('contact:C1', listed), contact('contact:C2', other)]),
  ])
  const { allowList } = keeper(database, [listed])
  await allowList.refresh(now)
  expect(allowList.sendTo).toEqual(new Set(['A2/contact:C1']))
  // Named anew with another number it has another name, and that is not on the list.
  await database.transact([
    dropContacts([contact('contact:C1', listed)]),
    insertContacts([contact('contact:C1~2', other)]),
  ])
  expect(allowList.sendTo).not.toContain('A2/contact:C1~2')
  await allowList.refresh(now)
  expect(allowList.sendTo).toEqual(new Set())
})

it('everyone is everyone, and an empty list nobody', async () => {
  expect(keeper(database, 'everyone').allowList.sendTo).toBe('everyone')
  const { allowList } = keeper(database)
  await allowList.expect([opening('A3', 'L3', '13800138000')], now)
  expect(allowList.sendTo).toEqual(new Set())
})
