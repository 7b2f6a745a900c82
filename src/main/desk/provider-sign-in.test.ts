/** Staff come in through a provider of identities: a real one on a socket, on both databases (NF-18). */
import { createServer } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { atProvider, clientId, clientSecret, TestProvider } from '../../../test/identity/provider.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { minute } from '../../engine/small-world-suite.ts'
import { findStaff } from '../../store/staff.ts'
import { oidcSettings } from '../oidc-config.ts'
import { type IdentityProvider, identityProvider } from '../staff/identity-provider.ts'
import { type Answer, password, Staffed } from './staffed-suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-oidc-'))
const clientSecretFile = join(folder, 'secret')
writeFileSync(clientSecretFile, `${clientSecret}\n`)

const redirectUris = ['http://localhost/api/session/oidc/callback']
let provider: TestProvider
beforeAll(async () => {
  provider = await TestProvider.open({ redirectUris })
})
afterAll(async () => {
  await provider.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => provider.people.clear())

type Settings = Parameters<typeof oidcSettings.parse>[0]

const providerOf = (more: object = {}): IdentityProvider => {
  const settings: Settings = { issuer: provider.issuer, clientId, clientSecretFile, ...more }
  return identityProvider(oidcSettings.parse(settings))
}

const mapped = {
  rolesClaim: 'groups',
  roles: { 'kairos-agents': 'agent', 'kairos-ops': ['operator', 'viewer'] },
  territoriesClaim: 'places',
}

const browser = { headers: { host: 'localhost', 'sec-fetch-site': 'cross-site' } }

/** As a browser that keeps what it is given on the way there. */
async function leave(staffed: Staffed): Promise<{ url: string; cookie: string }> {
  const { status, headers } = await staffed.ask('GET', '/api/session/oidc', browser)
  expect(status).toBe(303)
  const [cookie = ''] = String(headers['set-cookie']).split(';', 1)
  expect(headers['set-cookie']).toMatch(
    /^kairos_ticket=[\w-]+; Path=\/api\/session\/oidc; HttpOnly; SameSite=Lax$/,
  )
  return { url: String(headers['location']), cookie }
}

const comeBack = (staffed: Staffed, back: URL, cookie: string): Promise<Answer> =>
  staffed.ask('GET', `${back.pathname}${back.search}`, { headers: { ...browser.headers, cookie } })

/** All the way; the address at which it ends, and the cookie if there is one. */
async function signIn(
  staffed: Staffed,
  login: string,
  isWilling = true,
): Promise<{ readonly at: string; readonly session: string | null }> {
  const { url, cookie } = await leave(staffed)
  return ended(await comeBack(staffed, await atProvider(provider, url, { login, isWilling }), cookie))
}

function ended({ status, headers }: Answer): { readonly at: string; readonly session: string | null } {
  expect(status).toBe(303)
  const set = [headers['set-cookie']].flat().map(String)
  expect(set[0]).toMatch(/^kairos_ticket=; Max-Age=0;/)
  return {
    at: String(headers['location']),
    session: set.find(cookie => cookie.startsWith('kairos_session='))?.split(';', 1)[0] ?? null,
  }
}

const door = (failure: string): string => `/console/?sign-in=${failure}`

for (const prepared of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  afterAll(prepared.close)
  describe(`through a provider of identities on ${prepared.name}`, () => {
    let staffed: Staffed
    const open = async (more: object = {}): Promise<Staffed> =>
      (staffed = await Staffed.open(await prepared.fresh(), { provider: providerOf(more) }))
    const whoIs = async (session: string): Promise<Answer['body']> =>
      (await staffed.ask('GET', '/session', { headers: { host: 'localhost', cookie: session } })).body

    it('NF-18: an account that is there is signed in as by password, and that goes on as well', async () => {
      await open({ label: '统一身份认证' })
      await staffed.hire('wang', ['agent'], ['city/taizhou'])
      provider.people.set('77', { preferred_username: 'Wang' })
      expect((await staffed.ask('GET', '/session/ways')).body).toEqual({
        provider: { label: '统一身份认证' },
      })
      const { at, session } = await signIn(staffed, '77')
      expect(at).toBe('/console/')
      const { staff, csrf } = await whoIs(session!)
      expect(staff).toMatchObject({ name: 'wang', roles: ['agent'], territories: ['city/taizhou'] })
      const headers = { host: 'localhost', cookie: session! }
      expect((await staffed.ask('DELETE', '/session', { headers })).body.code).toBe('csrf')
      expect(
        (await staffed.ask('DELETE', '/session', { headers: { ...headers, 'x-kairos-csrf': csrf } })).status,
      ).toBe(200)
      expect((await whoIs(session!)).code).toBe('not-authenticated')
      expect((await staffed.signIn('wang')).status).toBe(200)
      expect(await staffed.audit()).toEqual([
        'wang session.begin wang',
        'wang session.end wang',
        'wang session.begin wang',
      ])
    })

    it('a password for one use is void for whoever comes in this way', async () => {
      await open()
      const boss = await staffed.as('boss', ['administrator'])
      const { password: once } = (await boss.ask('POST', '/staff', { name: 'li', roles: ['viewer'] })).body
      provider.people.set('5', { preferred_username: 'li' })
      const { session } = await signIn(staffed, '5')
      expect((await whoIs(session!)).staff.mustChangePassword).toBe(false)
      expect((await staffed.signIn('li', once)).status).toBe(401)
    })

    it('who has the name is not enough once somebody came in by it; a new password lets it go', async () => {
      await open()
      await staffed.hire('wang', ['agent'])
      provider.people.set('77', { preferred_username: 'wang' })
      provider.people.set('78', { preferred_username: 'wang' })
      expect((await signIn(staffed, '77')).at).toBe('/console/')
      expect(await signIn(staffed, '78')).toEqual({ at: door('unknown-account'), session: null })
      // Another name at the provider is still the same person.
      provider.people.set('77', { preferred_username: 'wang.li' })
      expect((await signIn(staffed, '77')).at).toBe('/console/')
      const boss = await staffed.as('boss', ['administrator'])
      expect(await boss.status('POST', '/staff/wang/password', {})).toBe('200')
      expect((await signIn(staffed, '78')).at).toBe('/console/')
    })

    it('nobody of that name, and disabled ones, stay outside; the audit log says so', async () => {
      await open()
      await staffed.hire('gone', ['agent'])
      const boss = await staffed.as('boss', ['administrator'])
      await boss.ask('PATCH', '/staff/gone', { disabled: true })
      provider.people.set('1', { preferred_username: 'nobody' })
      provider.people.set('2', { preferred_username: 'gone' })
      provider.people.set('3', { preferred_username: '张三' })
      provider.people.set('4', {})
      expect((await signIn(staffed, '1')).at).toBe(door('unknown-account'))
      expect((await signIn(staffed, '2')).at).toBe(door('disabled'))
      expect((await signIn(staffed, '3')).at).toBe(door('unknown-account'))
      expect((await signIn(staffed, '4')).at).toBe(door('unknown-account'))
      expect((await staffed.audit()).filter(line => line.includes('session.refused'))).toEqual([
        'sign-in session.refused unknown name',
        'sign-in session.refused gone',
        'sign-in session.refused unknown name',
        'sign-in session.refused unknown name',
      ])
      // Five in a row, and the address waits, as at the door for passwords.
      expect((await signIn(staffed, '1')).at).toBe(door('unknown-account'))
      expect((await signIn(staffed, '1')).at).toBe(door('too-many-attempts'))
      staffed.clock.now += 31_000
      await staffed.hire('zhao', ['viewer'])
      provider.people.set('1', { preferred_username: 'zhao' })
      expect((await signIn(staffed, '1')).at).toBe('/console/')
    })

    it('where roles follow a claim, accounts are made and follow it; without a role nobody is in', async () => {
      await open(mapped)
      const person = { preferred_username: 'chen', name: '陈静', places: ['city/taizhou'] }
      provider.people.set('9', { ...person, groups: ['kairos-agents', 'other'] })
      const first = await signIn(staffed, '9')
      expect((await whoIs(first.session!)).staff).toMatchObject({
        ...{ name: 'chen', displayName: '陈静', roles: ['agent'], territories: ['city/taizhou'] },
      })
      expect((await findStaff(staffed.database, 'chen'))!.oidcManaged).toBe(true)

      provider.people.set('9', { ...person, groups: 'kairos-ops', places: 'everywhere' })
      const second = await signIn(staffed, '9')
      expect((await whoIs(second.session!)).staff).toMatchObject({
        roles: ['operator', 'viewer'],
        territories: [],
      })
      staffed.clock.now += 6_000 // longer than a session is remembered
      expect((await whoIs(first.session!)).code).toBe('not-authenticated')

      for (const nothing of [
        { groups: [] },
        { groups: ['constructor'] },
        { groups: ['kairos-ops'], places: [] },
        { groups: ['kairos-ops'], places: ['taizhou'] },
      ]) {
        provider.people.set('9', { ...person, ...nothing })
        expect(await signIn(staffed, '9')).toEqual({ at: door('no-role'), session: null })
      }
      staffed.clock.now += 6_000
      expect((await whoIs(second.session!)).code).toBe('not-authenticated')
      expect((await staffed.audit()).slice(0, 5)).toEqual([
        'sign-in staff.create chen',
        'chen session.begin chen',
        'sign-in staff.change chen',
        'chen session.begin chen',
        'sign-in session.refused chen',
      ])
    })

    it('accounts that were made here keep their roles, whatever the claim says', async () => {
      await open(mapped)
      await staffed.hire('wang', ['viewer'])
      provider.people.set('9', { preferred_username: 'wang', groups: ['kairos-ops'], places: 'everywhere' })
      const { session } = await signIn(staffed, '9')
      expect((await whoIs(session!)).staff.roles).toEqual(['viewer'])
    })

    it('a name that a key has is no name for a person', async () => {
      await open(mapped)
      await staffed.key('billing', 'read')
      provider.people.set('9', {
        preferred_username: 'billing',
        groups: ['kairos-ops'],
        places: 'everywhere',
      })
      expect((await signIn(staffed, '9')).at).toBe(door('unknown-account'))
    })

    it('not begun in this browser, another state, too late: nothing of it opens', async () => {
      await open()
      await staffed.hire('wang', ['agent'])
      provider.people.set('77', { preferred_username: 'wang' })
      const { url, cookie } = await leave(staffed)
      const back = await atProvider(provider, url, { login: '77' })
      expect(ended(await comeBack(staffed, back, 'other=1'))).toEqual({ at: door('expired'), session: null })
      expect(ended(await comeBack(staffed, back, 'kairos_ticket=AAAA')).at).toBe(door('expired'))
      const own = await leave(staffed)
      expect(ended(await comeBack(staffed, back, own.cookie)).at).toBe(door('expired'))
      staffed.clock.now += 10 * minute
      expect(ended(await comeBack(staffed, back, cookie)).at).toBe(door('expired'))
    })

    it('a code is good once, and one that was made up not at all', async () => {
      await open()
      await staffed.hire('wang', ['agent'])
      provider.people.set('77', { preferred_username: 'wang' })
      const { url, cookie } = await leave(staffed)
      const back = await atProvider(provider, url, { login: '77' })
      expect(ended(await comeBack(staffed, back, cookie)).at).toBe('/console/')
      expect(ended(await comeBack(staffed, back, cookie))).toEqual({ at: door('refused'), session: null })
      back.searchParams.set('code', 'made-up')
      expect(ended(await comeBack(staffed, back, cookie)).at).toBe(door('refused'))
    })

    it('whoever thinks better of it is told so, and is not counted', async () => {
      await open()
      for (let time = 0; time < 6; time += 1)
        expect((await signIn(staffed, '77', false)).at).toBe(door('denied'))
    })

    it('a provider that is down is told so; name and password still open; it comes back by itself', async () => {
      const gone = await TestProvider.open({ redirectUris })
      await gone.stop()
      await open({ issuer: gone.issuer })
      await staffed.hire('wang', ['agent'])
      const turned = await staffed.ask('GET', '/api/session/oidc', browser)
      expect([turned.status, turned.headers['location']]).toEqual([303, door('provider-down')])
      expect((await staffed.signIn('wang')).status).toBe(200)
      expect(staffed.logged.join('')).toContain('nobody was signed in by the provider of identities')
      const back = await TestProvider.open({ redirectUris, port: Number(new URL(gone.issuer).port) })
      expect((await staffed.ask('GET', '/api/session/oidc', browser)).headers['location']).toMatch(
        `${gone.issuer}/auth?`,
      )
      await back.stop()
    })

    it('what answers there and is no provider is told the same', async () => {
      const silent = createServer(socket =>
        socket.resume().end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi'),
      )
      await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
      const { port } = silent.address() as { port: number }
      await open({ issuer: `http://127.0.0.1:${port}` })
      const turned = await staffed.ask('GET', '/api/session/oidc', browser)
      expect(turned.headers['location']).toBe(door('provider-down'))
      await new Promise(resolve => silent.close(resolve))
    })

    it('without one the way is closed, and by an unknown host as well', async () => {
      staffed = await Staffed.open(await prepared.fresh())
      expect((await staffed.ask('GET', '/session/ways')).body).toEqual({ provider: null })
      expect((await staffed.ask('GET', '/session/oidc', browser)).status).toBe(404)
      const elsewhere = { headers: { host: 'evil.example' } }
      expect((await staffed.ask('GET', '/session/oidc', elsewhere)).body.code).toBe('unknown-host')
    })

    it('what the provider said of somebody is in no log', async () => {
      await open()
      provider.people.set('1', { preferred_username: 'secretname', name: '王小明' })
      await signIn(staffed, '1')
      await signIn(staffed, '1', false)
      for (const word of ['secretname', '王小明', 'kairos_ticket', password])
        expect(staffed.logged.join('')).not.toContain(word)
    })
  })
}
