/** Another master key (BC-01): broken off at any point it goes on, and whoever has the former key has nothing. */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shardOf } from '../core/account/shard.ts'
import { embeddedDatabase, serverDatabase, type TestDatabase } from '../engine/databases-suite.ts'
import { item, newVault, noon, numberOf, opening, partsOn, usage } from '../engine/small-world-suite.ts'
import { numberPlace } from '../engine/turn/load.ts'
import type { TurnParts } from '../engine/turn/parts.ts'
import { rawPlace } from '../engine/turn/personal.ts'
import { runTurn } from '../engine/turn/turn.ts'
import { listAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { takeLeases } from '../store/gateway-lease.ts'
import { readInstall } from '../store/install.ts'
import { asidesToSeal, personsToWrap, readRotation } from '../store/key-rotation.ts'
import { findLines, readNumbers } from '../store/line-directory.ts'
import { readKeys } from '../store/person.ts'
import { takeShards } from '../store/shard.ts'
import { findStaff, insertStaff, proposeTotp } from '../store/staff.ts'
import { Vault } from '../store/vault.ts'
import { openSecret, secretPlace } from './desk/second-factor.ts'
import { type Rotated, rotateKey } from './key-rotation.ts'

const accounts = ['A1', 'A2', 'A3', 'A4', 'A5']
const unknown = ['A7', 'A8', 'A9']
const totp = Buffer.from('twenty bytes of TOTP')
const newMaster = randomBytes(32)

/** Five customers, three facts about lines that are not known yet, a member of staff with a second factor. */
async function world(database: Database): Promise<TurnParts> {
  const parts = await partsOn(database)
  await runTurn(
    parts,
    accounts.map(account => item(opening(account))),
  )
  await runTurn(
    parts,
    unknown.map(account => item(usage(account, `waits-${account}`))),
  )
  const li = {
    name: 'li',
    displayName: 'Li',
    roles: ['viewer'],
    territories: [],
    locale: 'en',
    createdAt: noon,
  }
  await database.transact([
    insertStaff({ ...li, password: 'none', mustChange: false }),
    proposeTotp('li', parts.vault.sealHouse(totp.toString('base64'), secretPlace('li'))),
  ])
  return parts
}

interface Cut {
  /** Which transaction does not come back. */
  readonly at: number
  /** Whether it was committed before the process died. */
  readonly isCommitted: boolean
}

class Dead extends Error {}

/** Dies at a transaction; `null` never. */
function mortal(database: Database, cut: Cut | null): { readonly database: Database; count(): number } {
  let count = 0
  const transact: Database['transact'] = async statements => {
    count += 1
    if (cut === null || count < cut.at) return database.transact(statements)
    if (count === cut.at && cut.isCommitted) await database.transact(statements)
    throw new Dead()
  }
  const own = new Proxy(database, {
    get: (target, name) => {
      if (name === 'transact') return transact
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { database: own, count: () => count }
}

const rotate = (database: Database, more: Partial<Parameters<typeof rotateKey>[0]> = {}): Promise<Rotated> =>
  rotateKey({
    database,
    from: newVault(),
    to: new Vault(newMaster),
    now: () => noon,
    dry: false,
    sliceMax: 2,
    at: () => undefined,
    ...more,
  })

/** Numbers are found and read, facts that wait open, the second factor opens: with this vault. */
async function readsAll(database: Database, vault: Vault): Promise<void> {
  const keys = accounts.map(account => ({ shard: shardOf(account), account }))
  const found = await findLines(
    database,
    accounts.map(account => ({ hash: vault.numberHash(numberOf(account)), time: noon })),
  )
  expect(found.map(({ account }) => account).toSorted()).toEqual(accounts)
  const wrapped = await readKeys(database, keys)
  for (const { account, keyEnc } of wrapped) {
    const [row] = await readNumbers(database, [{ shard: shardOf(account), account, line: `${account}-1` }])
    const key = vault.unwrap(account, keyEnc)
    expect(vault.unseal(key, row!.numberEnc, numberPlace(account, `${account}-1`))).toBe(numberOf(account))
  }
  const asides = await asidesToSeal(database, 0, 10)
  expect(asides).toHaveLength(unknown.length)
  for (const { time, raw } of asides) expect(vault.unsealHouse(raw, rawPlace(time))).toContain('waits-')
  const row = await findStaff(database, 'li')
  expect(Buffer.from(openSecret(vault, 'li', row!.totpNextEnc!))).toEqual(totp)
}

const vaultOf = async (database: Database, master: Uint8Array): Promise<Vault> =>
  new Vault(master, (await readInstall(database))!.indexKeyEnc)

describe.each([
  ['the embedded database', embeddedDatabase],
  ['a PostgreSQL server', serverDatabase],
])('another master key on %s', (_, open) => {
  let test: TestDatabase
  beforeAll(async () => (test = await open()))
  afterAll(() => test.close())

  it('wraps everything anew, and the index goes on finding; it is in the audit log', async () => {
    const database = await test.fresh()
    const parts = await world(database)
    await readsAll(database, parts.vault)
    const steps: number[] = []
    expect(await rotate(database, { at: done => steps.push(done) })).toMatchObject({
      ...{ persons: 5, asides: 3, secrets: 1, resumed: false, dry: false },
    })
    expect(steps).toEqual([2, 4, 5, 7, 8, 9])
    await readsAll(database, await vaultOf(database, newMaster))
    expect((await readInstall(database))!.keyId).toBe(new Vault(newMaster).keyId)

    const log = await listAudit(database, {
      ...{ actor: null, action: null, since: 0, before: 100, rowsMax: 10 },
    })
    expect(log.map(({ action }) => action)).toEqual(['master-key.rotate', 'master-key.begin'])

    const former = newVault()
    for (const account of accounts) {
      const [row] = await readKeys(database, [{ shard: shardOf(account), account }])
      expect(() => former.unwrap(account, row!.keyEnc)).toThrow(/authenticate/)
    }
    for (const { time, raw } of await asidesToSeal(database, 0, 10))
      expect(() => former.unsealHouse(raw, rawPlace(time))).toThrow(/authenticate/)
    expect(
      await personsToWrap(database, { keyId: new Vault(newMaster).keyId, from: first, rowsMax: 9 }),
    ).toEqual([])
  })

  it('afterwards facts are decided as before: what came twice is known, a line is found, new ones open', async () => {
    const database = await test.fresh()
    await world(database)
    await rotate(database)
    const parts = await partsOn(database, { vault: await vaultOf(database, newMaster) })
    const items = [item(opening('A1')), item(usage('A2', 'later')), item(opening('A6'))]
    const { verdicts } = await runTurn(parts, items)
    expect(items.map(one => verdicts.get(one)!.state)).toEqual(['duplicate', 'decided', 'decided'])
  })

  it('a second change follows the first', async () => {
    const database = await test.fresh()
    await world(database)
    await rotate(database)
    const third = randomBytes(32)
    await rotate(database, { from: await vaultOf(database, newMaster), to: new Vault(third) })
    await readsAll(database, await vaultOf(database, third))
  })

  it('wherever it is broken off, it goes on to the same end', async () => {
    const counted = await test.fresh()
    await world(counted)
    const whole = mortal(counted, null)
    await rotate(whole.database)
    expect(whole.count()).toBe(8)
    for (let at = 1; at <= whole.count(); at += 1)
      for (const isCommitted of [false, true]) {
        const database = await test.fresh()
        const { vault } = await world(database)
        await expect(rotate(mortal(database, { at, isCommitted }).database)).rejects.toThrow(Dead)
        if (at === whole.count() && isCommitted) {
          expect(await readRotation(database)).toBeNull()
        } else {
          expect((await readInstall(database))!.keyId).toBe(vault.keyId)
          await rotate(database)
        }
        await readsAll(database, await vaultOf(database, newMaster))
      }
  }, 120_000)

  it('a dry run opens everything and changes nothing', async () => {
    const database = await test.fresh()
    const { vault } = await world(database)
    expect(await rotate(database, { dry: true })).toMatchObject({
      persons: 5,
      asides: 3,
      secrets: 1,
      dry: true,
    })
    expect(await readRotation(database)).toBeNull()
    await readsAll(database, vault)
    await database.exec(
      `update person set key_enc = decode('01' || repeat('00', 60), 'hex') where account = 'A3'`,
    )
    await expect(rotate(database, { dry: true })).rejects.toThrow(/key of account A3 does not open/)
  })

  it('another key than the one it began with is refused, and so is the present one', async () => {
    const database = await test.fresh()
    await world(database)
    await expect(rotate(database, { to: newVault() })).rejects.toThrow(/is the present master key/)
    await expect(rotate(mortal(database, { at: 4, isCommitted: true }).database)).rejects.toThrow(Dead)
    const told = `a change to the master key ${new Vault(newMaster).keyId} has begun`
    await expect(rotate(database, { to: new Vault(randomBytes(32)) })).rejects.toThrow(told)
  })

  it('an engine that takes the database over ends it in words, and it goes on after that', async () => {
    const database = await test.fresh()
    await world(database)
    const overtaken: number[] = []
    const at = (done: number): void => void overtaken.push(done)
    const own = mortal(database, null)
    const reading = new Proxy(own.database, {
      get: (target, name) => {
        if (name !== 'read' || overtaken.length !== 1) return Reflect.get(target, name) as unknown
        return async (statement: never) => {
          await takeShards(database)
          return database.read(statement)
        }
      },
    })
    await expect(rotate(reading, { at })).rejects.toThrow(
      /an engine has begun to work on this database: stop it/,
    )
    expect(await rotate(database)).toMatchObject({ resumed: true, persons: 3 })
    await readsAll(database, await vaultOf(database, newMaster))
  })

  it('an engine at work is a reason not to begin', async () => {
    const database = await test.fresh()
    await world(database)
    const lease = { epoch: 1, holder: 'other', until: noon + 1, now: noon }
    await takeLeases(database, { ...lease, gateways: ['centre'] })
    if (database.kind === 'embedded') return void (await rotate(database)) // nobody else is let in
    await expect(rotate(database)).rejects.toThrow(
      /an engine is at work on this database \(it holds centre\)/,
    )
    expect(await readRotation(database)).toBeNull()
  })
})

const first = { shard: -1, account: '' }

it('whatever is sealed for no customer is known to it', () => {
  const root = join(import.meta.dirname, '..')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const sealing = files.filter(name => /\.sealHouse\(/.test(readFileSync(join(root, name), 'utf8')))
  expect(sealing.toSorted()).toEqual([
    'engine/turn/take-arrival.ts', // set_aside.raw
    'engine/turn/take.ts', // set_aside.raw
    'main/desk/correction.ts', // set_aside.raw
    'main/desk/provider-sign-in.ts', // a cookie of ten minutes: whoever has one begins anew
    'main/desk/second-factor.ts', // staff.totp_enc, staff.totp_next_enc
  ])
})
