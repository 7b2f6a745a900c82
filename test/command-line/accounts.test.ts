/** People sign in: the first start's administrator, accounts by the command line, and the record of what they did. */
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open.ts'
import { makeSchema } from '../postgres/schema.ts'
import { Place } from './kairos.ts'
import { serve, type Server } from './server.ts'

const databases = ['the embedded database', 'a PostgreSQL server'] as const
const shown = /signs in as admin with the password (\S+)/

describe.each(databases)('on %s', name => {
  let place: Place
  let server: Server
  let schema: { readonly url: string; readonly schema: string } | null = null
  let drop: () => Promise<void> = async () => undefined
  beforeAll(async () => {
    if (name === databases[0]) place = new Place()
    else {
      const made = await makeSchema()
      schema = made
      place = new Place({ DATABASE_URL: made.url, KAIROS_SCHEMA: made.schema })
      drop = made.drop
    }
    writeFileSync(place.path('kairos.yaml'), 'staff: { idleMinutes: 5 }\n')
    server = await serve(place)
  })
  afterAll(async () => {
    await server.started.stopped('SIGKILL')
    place.remove()
    await drop()
  })

  const say = async (...args: readonly string[]): Promise<string> => {
    const { code, out, errors } = await place.run(...args)
    if (code !== 0) throw new Error(`${args.join(' ')}: ${code}: ${errors}${out}`)
    return out
  }
  const refusal = async (code: number, ...args: readonly string[]): Promise<string> => {
    const ended = await place.run(...args)
    expect(ended).toMatchObject({ code, out: '' })
    return ended.errors
  }
  const signIn = async (who: string, password: string) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ name: who, password })
    const answer = await fetch(`${server.url}/session`, { method: 'POST', headers, body })
    return {
      status: answer.status,
      cookie: (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '',
      body: (await answer.json()) as { csrf: string; staff?: { mustChangePassword: boolean } },
    }
  }
  let first = ''

  it('NF-18: the first start shows the administrator’s password once, on the terminal and not in the log', async () => {
    const found = await server.started.said(shown)
    first = found[1] ?? ''
    expect(first).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    expect(server.started.out.split(first)).toHaveLength(2)
    const entered = await signIn('admin', first)
    expect([entered.status, entered.body.staff?.mustChangePassword]).toEqual([200, true])
    const ended = await server.started.stopped()
    expect(ended.errors).toContain('"route":"/session"')
    expect(ended.errors).not.toContain(first)
    server = await serve(place)
    expect(server.started.out).not.toMatch(shown)
    expect((await signIn('admin', first)).status).toBe(200)
  })

  it('that password must be changed before anything else', async () => {
    const { cookie, body } = await signIn('admin', first)
    const headers = { cookie, 'x-kairos-csrf': body.csrf, 'content-type': 'application/json' }
    const codeOf = async (path: string) =>
      ((await (await fetch(`${server.url}${path}`, { headers })).json()) as { code?: string }).code
    expect(await codeOf('/pauses')).toBe('password-change-needed')
    const sent = JSON.stringify({ current: first, next: 'a sentence of my own' })
    const changed = await fetch(`${server.url}/session/password`, { method: 'POST', headers, body: sent })
    expect(changed.status).toBe(200)
    expect(await codeOf('/pauses')).toBeUndefined()
    expect((await signIn('admin', first)).status).toBe(401)
  })

  it('accounts are made, listed, changed and disabled', async () => {
    const made = await say('staff', 'create', 'wang', '--roles', 'agent', '--territories', 'city/taizhou')
    const [line = '', once = ''] = made.split('\n')
    expect(line).toMatch(/^wang: agent, city\/taizhou, made \d{4}-.*, has to set a password$/)
    const [password = ''] = once.split(' ')
    expect((await signIn('wang', password)).status).toBe(200)
    expect(await say('staff', 'change', 'wang', '--roles', 'agent', 'viewer', '--everywhere')).toMatch(
      /^wang: agent, viewer, everywhere, /,
    )
    expect(await say('staff', 'disable', 'wang')).toMatch(/, disabled \d{4}-/)
    expect((await signIn('wang', password)).status).toBe(401)
    await say('staff', 'change', 'wang', '--enable')
    const [anew = ''] = (await say('staff', 'password', 'wang')).split(' ')
    expect((await signIn('wang', anew)).status).toBe(200)
    expect((await say('staff', 'list')).split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^admin: administrator, everywhere, made \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      expect.stringMatching(/^wang: agent, viewer, everywhere/),
    ])
  })

  it('a slip of the pen is no success', async () => {
    expect(await refusal(1, 'staff', 'disable', 'admin')).toContain('the last administrator who can sign in')
    expect(await refusal(1, 'staff', 'create', 'wang', '--roles', 'viewer')).toContain(
      'names are not used twice',
    )
    expect(await refusal(1, 'staff', 'password', 'nobody')).toContain('nobody of the staff is named nobody')
    expect(await refusal(2, 'staff', 'change', 'wang')).toContain('say what is to change')
    expect(await refusal(2, 'staff', 'create', 'li', '--roles', 'root')).toContain('Allowed choices')
    expect(await refusal(2, 'staff', 'change', 'wang', '--territories', 'taizhou')).toContain('city/taizhou')
  })

  it('FP-10: the log says who did what; the chain is intact, and says so', async () => {
    const list = await say('audit', 'list', '--actor', 'admin')
    expect(list.split('\n')[0]).toMatch(/^\d+ {2}\d{4}-.* {2}admin {2}password\.change admin$/)
    expect(await say('audit', 'list', '--action', 'staff.disable')).toBe('nothing\n')
    expect(await say('audit', 'list', '--since', '2099-01-01')).toBe('nothing\n')
    expect(await say('audit', 'list', '--limit', '500')).toMatch(
      / {2}kairos {2}staff\.create admin \(first start\)\n2 {2}.* {2}kairos {2}key\.create owner-[0-9a-f]{6} .*\n1 {2}/,
    )
    expect(await say('audit', 'verify')).toMatch(
      /^✓ \d+ entries, chain intact\n {2}last hash [0-9a-f]{64}\n$/,
    )
  })

  it('whatever is done to it by hand is found, with exit code 1, with a server and without', async () => {
    const { entries } = await place.json<{ entries: number }>('audit', 'verify')
    await server.started.stopped()
    const database = await openDatabase(schema ?? { dataDir: place.path('data', 'database') })
    await database.exec(
      `begin read write; alter table audit disable trigger audit_stays;
       update audit set actor = 'somebody' where seq = 3; commit`,
    )
    await database.close()
    const told = { code: 1, out: '✗ entry 3 is not what was written; 2 before it are in order\n' }
    expect(await place.run('audit', 'verify')).toMatchObject(told)
    server = await serve(place)
    expect(await place.run('audit', 'verify')).toMatchObject(told)
    expect(entries).toBeGreaterThan(10)
  })
})
