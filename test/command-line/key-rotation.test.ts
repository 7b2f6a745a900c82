/** `kairos key rotate` as its users run it: with the server stopped, and after a `kill -9` in the middle. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { shardOf } from '../../src/core/account/shard.ts'
import { openDatabase } from '../../src/store/open.ts'
import { insertPersons } from '../../src/store/person.ts'
import { Vault } from '../../src/store/vault.ts'
import { makeSchema } from '../postgres/schema.ts'
import { Place, until } from './kairos.ts'
import { ask, opening, serve } from './server.ts'

const place = new Place()
afterAll(() => place.remove())

const keyIn = (...path: string[]): Vault => new Vault(Buffer.from(place.read(...path).trim(), 'hex'))

describe('on the embedded database', () => {
  it('not while the server runs; afterwards it starts again and knows its customers', async () => {
    const server = await serve(place)
    await ask({ ...server, place, path: '/events' }, opening('A1', '13800138000'))
    const atWork = await place.run('key', 'rotate')
    expect(atWork).toMatchObject({ code: 3, out: '' })
    expect(atWork.errors).toMatch(
      /^kairos: the server http:\/\/\S+ \(process \d+\) is at work: stop it first\n$/,
    )
    await server.started.stopped()

    const before = keyIn('data', 'master.key').keyId
    const dry = await place.run('key', 'rotate', '--dry-run')
    expect(dry.out).toContain(`1 keys of customers, 0 events set aside, 0 second factors open under`)
    expect(keyIn('data', 'master.key').keyId).toBe(before)
    expect(existsSync(place.path('data', 'master.key.next'))).toBe(false)

    const told = await place.json<{ from: string; to: string }>('key', 'rotate')
    expect(told).toMatchObject({ from: before, persons: 1, dry: false })
    expect(keyIn('data', 'master.key').keyId).toBe(told.to)
    expect(keyIn('data', `master.key.${before}`).keyId).toBe(before)

    const again = await serve(place)
    expect(await ask({ ...again, place, path: '/accounts/A1/reminders' })).toMatchObject({ status: 200 })
    expect((await place.run('timeline', '13800138000')).code).toBe(0)
    expect((await place.run('audit', 'list')).out).toMatch(/master-key\.rotate/)
    await again.started.stopped()
  })
})

describe('on a PostgreSQL server', () => {
  const persons = 2_500

  it('killed in the middle, it goes on; until then no server starts', async () => {
    const { url, schema, drop } = await makeSchema()
    const env = { DATABASE_URL: url, KAIROS_SCHEMA: schema, KAIROS_DATA: 'served' }
    const run = (...args: string[]) => place.start(args, env).ended
    expect((await run('migrate')).code).toBe(0)
    const vault = keyIn('served', 'master.key')
    const database = await openDatabase({ url, schema })
    const customers = Array.from({ length: persons }, (_, n) => `P${n}`).map(account => ({
      ...{ shard: shardOf(account), account, nameEnc: null, keyId: vault.keyId },
      keyEnc: vault.newKey(account).wrapped,
    }))
    await database.transact([insertPersons(customers)])
    const wrappedBy = async (keyId: string): Promise<number> => {
      const text = 'select count(*)::integer as n from person where key_id = $1'
      return (await database.read<{ n: number }>({ text, values: [keyId] }))[0]!.n
    }

    // The last customer is held, so that it stops where only the last slice is missing.
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    await holder.query(`set search_path to ${schema}`)
    await holder.query('begin')
    await holder.query('select from person order by shard desc, account desc limit 1 for update')
    const rotating = place.start(['key', 'rotate'], env)
    const done = await until('two slices are done', async () => {
      const n = persons - (await wrappedBy(vault.keyId))
      return n >= 2_000 ? n : null
    })
    expect(done).toBe(2_000)
    await rotating.stopped('SIGKILL')
    const refused = await run('serve', '--port', '0')
    expect(refused).toMatchObject({ code: 3, out: '' })
    expect(refused.errors).toMatch(
      /the master key is being changed to \w+, and that was broken off: "kairos key/,
    )
    await holder.query('rollback')
    await holder.end()

    const went = await run('key', 'rotate', '--json')
    expect(went).toMatchObject({ code: 0, errors: '' })
    expect(JSON.parse(went.out)).toMatchObject({ resumed: true })
    const next = keyIn('served', 'master.key')
    expect(await wrappedBy(next.keyId)).toBe(persons)
    expect(readdirSync(place.path('served')).toSorted()).toContain(`master.key.${vault.keyId}`)
    const keys = await database.read<{ account: string; keyEnc: Uint8Array }>({
      text: 'select account, key_enc as "keyEnc" from person',
      values: [],
    })
    for (const { account, keyEnc } of keys) next.unwrap(account, keyEnc)
    await database.close()
    expect((await run('reconcile')).code).toBe(0)
    await drop()
  })

  it('to a key that is named: its file stays where it is, and is to be named from then on', async () => {
    const { schema, drop } = await makeSchema()
    const url = inject('postgresUrl')
    writeFileSync(place.path('one'), `${'1a'.repeat(32)}\n`)
    writeFileSync(place.path('two'), `${randomBytes(32).toString('hex')}\n`)
    const env = { DATABASE_URL: url, KAIROS_SCHEMA: schema, KAIROS_DATA: 'named' }
    const run = (file: string, ...args: string[]) =>
      place.start(args, { ...env, KAIROS_MASTER_KEY_FILE: place.path(file) }).ended
    expect((await run('one', 'migrate')).code).toBe(0)
    expect((await run('one', 'key', 'rotate', '--new-key-file', 'none')).errors).toContain(
      'no key file at none',
    )
    const went = await run('one', 'key', 'rotate', '--new-key-file', 'two')
    expect(went).toMatchObject({ code: 0 })
    expect(went.out).toContain('name two in KAIROS_MASTER_KEY_FILE from now on')
    expect(await run('one', 'reconcile')).toMatchObject({ code: 3 })
    expect(await run('two', 'reconcile')).toMatchObject({ code: 0 })
    await drop()
  })
})
