/** Sessions by a told clock: how long they live, how their token changes, and what a request must bring along. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { tokenIn } from './cookie.ts'
import type { Desk } from './desk.ts'
import { fakeDesk } from './fake-desk.ts'
import { newToken, type SessionRecord, SessionRing, sessionLimits, tokenHash } from './sessions.ts'
import { openTrial } from './trial.ts'

const minute = 60_000

describe('a session', () => {
  let now = 0
  let row: SessionRecord | null = null
  let token = ''
  const written = { seen: 0, found: 0 }
  const sessions = {
    find: async (hash: string) => {
      written.found += 1
      return row !== null && [row.tokenHash, row.formerHash].includes(hash) ? row : null
    },
    rotate: async (record: SessionRecord, next: { tokenHash: string; at: number; formerUntil: number }) => {
      if (row?.tokenHash !== record.tokenHash) return false
      const { tokenHash: hash, at, formerUntil } = next
      row = { ...row, tokenHash: hash, formerHash: record.tokenHash, formerUntil, rotatedAt: at, seenAt: at }
      return true
    },
    seen: async (_: string, at: number) => {
      written.seen += 1
      if (row !== null) row = { ...row, seenAt: at }
    },
  }
  let ring: SessionRing

  beforeEach(() => {
    now = Date.UTC(2026, 10, 20)
    token = newToken()
    const person = {
      name: 'wang',
      displayName: '王丽',
      roles: ['agent' as const],
      territories: ['city/taizhou'],
    }
    const state = { locale: 'zh-CN' as const, mustChangePassword: false, csrf: 'c', formerUntil: 0 }
    const moments = { createdAt: now, rotatedAt: now, seenAt: now }
    row = { id: 's1', ...person, ...state, tokenHash: tokenHash(token), formerHash: null, ...moments }
    Object.assign(written, { seen: 0, found: 0 })
    ring = new SessionRing({ sessions, limits: sessionLimits, now: () => now })
  })

  it('is of a person, with the scopes of the roles', async () => {
    expect((await ring.enter(token))?.actor).toEqual({
      kind: 'staff',
      id: 'staff/wang',
      name: 'wang',
      scopes: ['read', 'customers', 'unmask', 'assist', 'stage'],
      territories: ['city/taizhou'],
      session: 's1',
    })
    expect(await ring.enter(newToken())).toBeNull()
  })

  it('is asked for once in five seconds, and written once a minute', async () => {
    for (let second = 0; second < 120; second += 1) {
      expect(await ring.enter(token)).not.toBeNull()
      now += 1_000
    }
    expect(written).toEqual({ seen: 1, found: 24 })
  })

  it('ends after half an hour without use', async () => {
    now += 30 * minute - 1
    expect(await ring.enter(token)).not.toBeNull()
    now = row!.seenAt + 30 * minute
    expect(await ring.enter(token)).toBeNull()
  })

  it('ends after twelve hours, however much it is used', async () => {
    const began = now
    let latest = token
    for (; now - began < 12 * 60 * minute; now += 5 * minute) {
      const entered = await ring.enter(latest)
      expect(entered).not.toBeNull()
      latest = entered!.newToken ?? latest
    }
    expect(await ring.enter(latest)).toBeNull()
  })

  it('gets a new token after a quarter of an hour; the former is good for what was under way', async () => {
    now += 15 * minute - 1
    expect((await ring.enter(token))?.newToken).toBeNull()
    now += 1
    const [first, second] = await Promise.all([ring.enter(token), ring.enter(token)])
    const made = [first, second].flatMap(entered => entered?.newToken ?? [])
    expect(made).toHaveLength(1)
    now += 29_999
    expect(await ring.enter(token)).toMatchObject({ newToken: null })
    expect(await ring.enter(made[0]!)).toMatchObject({ newToken: null })
    now += 1
    expect(await ring.enter(token)).toBeNull()
    expect(await ring.enter(made[0]!)).not.toBeNull()
  })

  it('that was ended here is refused at once', async () => {
    await ring.enter(token)
    row = null
    ring.forget()
    expect(await ring.enter(token)).toBeNull()
  })

  it('that was ended elsewhere is refused after five seconds', async () => {
    await ring.enter(token)
    row = null
    expect(await ring.enter(token)).not.toBeNull()
    now += 5_000
    expect(await ring.enter(token)).toBeNull()
  })
})

describe('a request with the cookie', () => {
  const hosts = ['kairos.example']
  const trials = Promise.all([openTrial({ hosts }), openTrial({ hosts, behindProxy: true })])
  afterAll(async () => {
    for (const { api } of await trials) await api.close()
  })
  const pause = { kind: 'all', value: 'all', note: 'fault' }
  const ask = async (headers: Record<string, string>, method: 'POST' | 'GET' = 'POST') => {
    const [{ api }] = await trials
    const base = { method, url: '/pauses', headers: { host: 'kairos.example', ...headers } }
    const answer = await api.inject(method === 'GET' ? base : { ...base, payload: pause })
    return answer.statusCode === 200 ? 200 : `${answer.statusCode} ${answer.json().code}`
  }

  it('that changes something needs the csrf value, and to come from our own page', async () => {
    const [trial] = await trials
    const signedIn = { ...trial.staff('operator') }
    const { cookie } = signedIn
    expect(await ask(signedIn)).toBe(200)
    expect(await ask({ cookie })).toBe('403 csrf')
    expect(await ask({ cookie, 'x-kairos-csrf': 'other' })).toBe('403 csrf')
    for (const site of ['cross-site', 'same-site'])
      expect(await ask({ ...signedIn, 'sec-fetch-site': site })).toBe('403 csrf')
    expect(await ask({ ...signedIn, 'sec-fetch-site': 'same-origin' })).toBe(200)
    for (const origin of [
      'https://evil.example',
      'null',
      'https://kairos.example:8443',
      'https://kairos.example.evil',
    ])
      expect(await ask({ ...signedIn, origin })).toBe('403 csrf')
    expect(await ask({ ...signedIn, origin: 'https://kairos.example' })).toBe(200)
    expect(await ask({ cookie }, 'GET')).toBe(200)
  })

  it('a key needs none of it, and goes before a cookie', async () => {
    const [trial] = await trials
    const authorization = `Bearer ${trial.key('operate')}`
    expect(await ask({ authorization })).toBe(200)
    expect(await ask({ authorization, cookie: trial.staff('viewer').cookie })).toBe(200)
    expect(await ask({ authorization: 'Bearer x', cookie: trial.staff('operator').cookie })).toBe(
      '401 not-authenticated',
    )
  })

  it('signing in is refused from another site, under a strange host, and as a form', async () => {
    const [{ api }] = await trials
    const signIn = async (headers: Record<string, string>) => {
      const sent = { host: 'kairos.example', 'content-type': 'application/json', ...headers }
      const payload = JSON.stringify({ name: 'wang', password: 'three words 7' })
      const answer = await api.inject({ method: 'POST', url: '/session', headers: sent, payload })
      return answer.statusCode === 200 ? answer.headers['set-cookie'] : answer.json().code
    }
    expect(await signIn({})).toBe(`kairos_session=${'A'.repeat(43)}; Path=/; HttpOnly; SameSite=Strict`)
    expect(await signIn({ 'sec-fetch-site': 'cross-site' })).toBe('csrf')
    expect(await signIn({ origin: 'https://evil.example' })).toBe('csrf')
    expect(await signIn({ host: 'evil.example' })).toBe('unknown-host')
    expect(await signIn({ 'content-type': 'application/x-www-form-urlencoded' })).toBe('wrong-content-type')
    // Nobody may claim it who is no proxy.
    expect(await signIn({ 'x-forwarded-proto': 'https' })).not.toContain('Secure')
  })

  it('behind a proxy the cookie is Secure, signing out takes it away', async () => {
    const [, trial] = await trials
    const headers = { host: 'kairos.example', 'x-forwarded-proto': 'https', ...trial.staff('viewer') }
    const answer = await trial.api.inject({ method: 'DELETE', url: '/session', headers })
    expect(answer.headers['set-cookie']).toBe(
      'kairos_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure',
    )
  })

  it.each([
    [false, '10.0.0.1'],
    [true, '10.9.9.9'],
  ])('behind a proxy (%s) attempts are counted for %s', async (behindProxy, expected) => {
    const seen: string[] = []
    const fake = fakeDesk()
    const signIn: Desk['signIn'] = body => (seen.push(body.address), fake.signIn(body))
    const { api } = await openTrial({ behindProxy, desk: { ...fake, signIn } })
    await api.inject({
      method: 'POST',
      url: '/session',
      // The first was written by whoever calls, the last by the proxy.
      headers: { host: 'localhost', 'x-forwarded-for': '10.1.1.1, 10.9.9.9' },
      remoteAddress: '10.0.0.1',
      payload: { name: 'wang', password: 'three words 7' },
    })
    expect(seen).toEqual([expected])
    await api.close()
  })

  it('tells who is signed in', async () => {
    const [trial] = await trials
    const headers = { host: 'kairos.example', cookie: trial.staff('editor').cookie }
    const answer = await trial.api.inject({ method: 'GET', url: '/session', headers })
    expect(answer.json()).toEqual({
      staff: {
        name: 'editor',
        displayName: 'editor',
        roles: ['editor'],
        scopes: ['read', 'rulebook:write', 'rulebook:try'],
        territories: [],
        locale: 'en',
        mustChangePassword: false,
      },
      csrf: 'csrf-editor',
      hasStage: false,
    })
  })

  it.each([
    [undefined, false],
    ['kairos_session=', false],
    [`kairos_session=${'a'.repeat(42)}`, false],
    [`kairos_session=${'a'.repeat(42)}!`, false],
    [`other=1; kairos_session=${'a'.repeat(43)}; x=2`, true],
    [`xkairos_session=${'a'.repeat(43)}`, false],
  ])('a cookie %s', (header, isOne) => {
    expect(tokenIn(header) !== null).toBe(isOne)
  })
})
