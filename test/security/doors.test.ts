/**
 * What stands between a stranger's bytes and the API, as tables over all routes (NF-18). Keys and roles: src/api/guard.test.ts
 * and roles.test.ts; sessions: sessions.test.ts; locking out: src/main/desk/signing-in.test.ts; slow bodies: sockets.test.ts.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Scope, scopes } from '../../src/api/keys.ts'
import { type Role, roles, scopesOf } from '../../src/api/roles.ts'
import { openTrial } from '../../src/api/trial.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-doors-'))
writeFileSync(join(folder, 'index.html'), '<title>Kairos</title>')
const trial = await openTrial({ console: folder, limits: { bodyBytes: 2 ** 20, headersMs: 300 } })
const { api } = trial
await api.listen({ port: 0, host: '127.0.0.1' })
const { port } = api.server.address() as { port: number }
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true })
})

const everything = `Bearer ${trial.key(...scopes)}`
const json = { 'content-type': 'application/json' }
const routes = api.routeTable.all.map(({ method, url, scope }) => ({
  ...{ method: method as 'GET', name: `${method} ${url}`, scope },
  url: url.replaceAll(/:\w+|\*/g, 'x1'),
}))

describe('NF-18: whatever changes something, with the cookie of whoever may', () => {
  const isRead = new Set(['GET', 'HEAD'])
  const changing = routes.filter(({ method, scope }) => !isRead.has(method) && scope !== 'open')
  const roleOf = (scope: string): Role | undefined =>
    roles.find(role => ['self', 'session'].includes(scope) || scopesOf([role]).includes(scope as Scope))
  // Facts are for systems: no cookie opens that.
  const staffed = changing.filter(({ scope }) => roleOf(scope!) !== undefined)

  it('there are such routes, and one alone is not for staff', () => {
    expect(staffed.length).toBeGreaterThan(20)
    expect(changing.filter(route => !staffed.includes(route)).map(({ name }) => name)).toEqual([
      'POST /events',
    ])
  })

  const strange: readonly (readonly [what: string, headers: Record<string, string>])[] = [
    ['no token', { 'x-kairos-csrf': '' }],
    ['another token', { 'x-kairos-csrf': 'csrf-nobody' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling of the site', { 'sec-fetch-site': 'same-site' }],
    ['another page', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ]

  it.each(staffed)('$name is refused from elsewhere, and not from our own page', async route => {
    const own = { ...json, ...trial.staff(roleOf(route.scope!)!) }
    const ask = async (headers: Record<string, string>): Promise<string> => {
      const sent = { method: route.method, url: route.url, headers: { ...own, ...headers }, payload: '{}' }
      const answer = await api.inject(sent)
      return answer.statusCode < 300 ? 'ok' : answer.json<{ code: string }>().code
    }
    for (const [what, headers] of strange) expect([what, await ask(headers)]).toEqual([what, 'csrf'])
    expect(await ask({})).not.toBe('csrf')
  })
})

interface Kind {
  readonly url: string
  readonly status: number
  readonly headers?: Record<string, string>
}

describe('every kind of answer', () => {
  const kinds: readonly (readonly [what: string, kind: Kind])[] = [
    ['an answer', { url: '/pauses', status: 200, headers: { authorization: everything } }],
    ['who is nobody', { url: '/pauses', status: 401 }],
    ['no such route', { url: '/nothing', status: 404, headers: { authorization: everything } }],
    ['a strange host', { url: '/pauses', status: 421, headers: { host: 'evil.example' } }],
    ['a bad address', { url: '/reminders/%zz', status: 400, headers: { authorization: everything } }],
    ['the page of the console', { url: '/console/', status: 200 }],
    ['a file that is not there', { url: '/console/assets/none.js', status: 404 }],
    ['a redirect', { url: '/', status: 302 }],
    ['the page of the API', { url: '/api/docs/', status: 200 }],
    ['a script of it', { url: '/api/docs/begin.js', status: 200 }],
    ['metrics', { url: '/metrics', status: 200, headers: { authorization: everything } }],
    ['the way to a provider', { url: '/session/oidc', status: 303 }],
  ]

  it.each(kinds)(
    '%s has its policy and cannot be framed, guessed at or read from elsewhere',
    async (_, { url, status, headers = {} }) => {
      const answer = await api.inject({ url, headers: { host: 'localhost', ...headers } })
      expect(answer.statusCode).toBe(status)
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toMatch(/default-src '(none|self)'/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/)
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
      for (const name of ['access-control-allow-origin', 'server', 'x-powered-by'])
        expect(answer.headers[name]).toBeUndefined()
    },
  )

  it('what is not even HTTP is answered under it too', async () => {
    const answer = await spoken('hello\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain("content-security-policy: default-src 'none'")
    expect(answer).toContain('x-content-type-options: nosniff')
  })
})

/** Everything that comes back on a bare connection, and how long it stayed open. */
async function spoken(...parts: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', chunk => (answer += String(chunk)))
  // Cut off while it writes.
  socket.on('error', () => undefined)
  for (const part of parts) socket.write(part)
  await once(socket, 'close')
  return answer
}

describe('bytes of a size that hurts', () => {
  const bodies = routes.filter(({ method }) => ['POST', 'PATCH', 'PUT'].includes(method))
  const hostile = {
    'nested 200,000 deep': `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    'objects nested 100,000 deep': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    'a prototype':
      '{"__proto__":{"scopes":["admin"],"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
    '100,000 fields': `{${Array.from({ length: 60_000 }, (_, at) => `"f${at}":1`).join(',')}}`,
    'one long number': `{"limit":${'9'.repeat(100_000)}}`,
  }

  it.each(bodies)('$name refuses them in time, or takes them for nothing', async ({ method, url }) => {
    for (const [what, payload] of Object.entries(hostile)) {
      const began = performance.now()
      const headers = { ...json, authorization: everything, host: 'localhost' }
      const { statusCode, body } = await api.inject({ method, url, headers, payload })
      expect([what, statusCode < 500]).toEqual([what, true])
      // What is wrong is said in a bounded way, and not by repeating it.
      expect(body.length).toBeLessThan(100_000)
      expect(performance.now() - began).toBeLessThan(10_000)
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  it('headers that trickle in are cut off', async () => {
    const began = performance.now()
    const answer = await spoken('GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('a body that says it is small and is not is no second request', async () => {
    const smuggled = 'GET /pauses HTTP/1.1\r\nHost: localhost\r\n\r\n'
    const answer = await spoken(
      `POST /events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    )
    expect(answer.match(/^HTTP\/1.1 \d+/gm)).toEqual(['HTTP/1.1 400'])
  })
})
