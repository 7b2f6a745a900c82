import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from './keys.ts'
import { scopes } from './keys.ts'
import { problemShape } from './problem.ts'
import type { ProblemCode } from './problems.ts'
import type { Trial } from './trial.ts'
import { openTrial } from './trial.ts'

const trial = await openTrial()
const { api } = trial
const routes = api.routeTable.all.map(({ method, url }) => ({
  method: method as 'GET',
  url,
  address: url.replaceAll(/:\w+/g, 'x1'),
}))
const open = [
  'GET /healthz',
  'POST /session',
  'GET /session/ways',
  'GET /session/oidc',
  'GET /session/oidc/callback',
]
const guarded = routes.filter(({ method, url }) => !open.includes(`${method.replace('HEAD', 'GET')} ${url}`))
/** The others are for staff who are signed in. */
const forKeys = guarded.filter(({ url }) => !url.startsWith('/session'))
const everything = trial.key(...scopes)
const json = { 'content-type': 'application/json' }
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

afterAll(() => api.close())

type Answer = Awaited<ReturnType<Trial['api']['inject']>>

function expectProblem(answer: Answer, code: ProblemCode, status: number): void {
  expect(answer.statusCode).toBe(status)
  if (answer.body === '') return
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(problemShape.parse(answer.json())).toMatchObject({ code, status })
}

/** The scope that a route needs, found by trying each alone. */
async function scopesThatOpen(route: {
  readonly method: 'GET'
  readonly address: string
}): Promise<readonly Scope[]> {
  const opening: Scope[] = []
  for (const scope of scopes) {
    const answer = await api.inject({
      method: route.method,
      url: route.address,
      headers: { ...bearer(trial.key(scope)), ...json },
      payload: '{}',
    })
    if (answer.statusCode !== 403) opening.push(scope)
  }
  return opening
}

test('there are routes to be guarded', () => {
  expect(routes.length).toBeGreaterThan(30)
})

describe.each(guarded)('$method $url', route => {
  const ask = (headers: Record<string, string>) =>
    api.inject({ method: route.method, url: route.address, headers: { ...json, ...headers }, payload: '{}' })

  test('without a key is 401', async () => {
    const answer = await ask({})
    expectProblem(answer, 'not-authenticated', 401)
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="kairos"')
  })

  test.each([
    'Bearer',
    'Bearer x',
    `Basic ${everything}`,
    `Bearer ${everything}x`,
    `Bearer kairos_${'x'.repeat(43)}`,
  ])('with "%s" is 401', async authorization => {
    expectProblem(await ask({ authorization }), 'not-authenticated', 401)
  })

  test('is opened by exactly one scope, or by none, else 403', async () => {
    expect(await scopesThatOpen(route)).toHaveLength(forKeys.includes(route) ? 1 : 0)
    expectProblem(await ask(bearer(trial.key())), 'not-permitted', 403)
  })

  test('under a strange host is 421', async () => {
    expectProblem(await ask({ ...bearer(everything), host: 'evil.example' }), 'unknown-host', 421)
  })

  test('has headers of safety and a request id', async () => {
    const { headers } = await ask(bearer(everything))
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    })
    expect(headers['x-request-id']).toMatch(/^[0-9a-z]+-[0-9a-z]+$/)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('each scope', () => {
  const expected: Readonly<Record<string, Scope>> = {
    'POST /events': 'events:write',
    'GET /set-aside': 'read',
    'GET /set-aside/:id/raw': 'admin',
    'POST /set-aside/:id/discard': 'operate',
    'GET /alarms': 'read',
    'POST /timeline': 'customers',
    'GET /accounts/:account/reminders': 'customers',
    'POST /customers/open': 'customers',
    'POST /customers/:account/unmask': 'unmask',
    'GET /audit': 'audit',
    'PATCH /staff/:name': 'staff',
    'POST /pauses': 'operate',
    'POST /rulebook/versions': 'rulebook:write',
    'POST /rulebook/versions/:version/review': 'rulebook:review',
    'POST /keys': 'admin',
  }

  test.each(Object.entries(expected))('%s needs %s', async (name, scope) => {
    const route = routes.find(({ method, url }) => `${method} ${url}` === name)!
    expect(await scopesThatOpen(route)).toEqual([scope])
  })

  test('is named to a key that lacks it, with what to do: keys made before a scope existed have to ask', async () => {
    const headers = { ...bearer(trial.key('read')), ...json }
    const answer = await api.inject({ method: 'POST', url: '/accounts/A1/erase', headers, payload: '{}' })
    expectProblem(answer, 'not-permitted', 403)
    expect(answer.json<{ detail: string }>().detail).toMatch(
      /^it needs scope erase: erase a person.*: kairos key create NAME --scopes erase$/,
    )
  })
})

describe('writes', () => {
  const writes = forKeys.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))

  test.each(writes)('$method $url takes no other content type than its own', async route => {
    const refused = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      '',
    ]
    for (const type of refused) {
      const headers = { ...bearer(everything), ...(type === '' ? {} : { 'content-type': type }) }
      expectProblem(
        await api.inject({ method: route.method, url: route.address, headers, payload: 'x' }),
        'wrong-content-type',
        415,
      )
    }
  })

  test.each(writes)('$method $url takes nothing compressed', async route => {
    const headers = { ...bearer(everything), ...json, 'content-encoding': 'gzip' }
    expectProblem(
      await api.inject({ method: route.method, url: route.address, headers, payload: 'x' }),
      'wrong-content-type',
      415,
    )
  })

  test.each(writes)('$method $url refuses what is not JSON, and broken UTF-8', async route => {
    for (const payload of ['{"a":', '', Buffer.from([0x22, 0xcd, 0xf5, 0x22])]) {
      const answer = await api.inject({
        method: route.method,
        url: route.address,
        headers: { ...bearer(everything), ...json },
        payload,
      })
      expectProblem(answer, 'not-json', 400)
    }
  })

  test.each(writes)('$method $url refuses a body that is too large', async route => {
    const small = await openTrial({ limits: { bodyBytes: 100, rulebookBytes: 100 } })
    const headers = { ...bearer(small.key(...scopes)), ...json }
    const answer = await small.api.inject({
      method: route.method,
      url: route.address,
      headers,
      payload: JSON.stringify('x'.repeat(200)),
    })
    expectProblem(answer, 'body-too-large', 413)
    await small.api.close()
  })

  test('NDJSON goes to /events alone', async () => {
    const headers = { ...bearer(everything), 'content-type': 'application/x-ndjson' }
    expectProblem(
      await api.inject({ method: 'POST', url: '/pauses', headers, payload: '{}' }),
      'wrong-content-type',
      415,
    )
  })
})

describe('addresses', () => {
  test.each([
    { method: 'GET', url: '/nothing', code: 'no-such-route', status: 404 },
    { method: 'POST', url: '/nothing', code: 'no-such-route', status: 404 },
    { method: 'GET', url: '/set-aside/x1/nothing', code: 'no-such-route', status: 404 },
    { method: 'GET', url: '/events', code: 'wrong-method', status: 405 },
    { method: 'OPTIONS', url: '/events', code: 'wrong-method', status: 405 },
    { method: 'DELETE', url: '/set-aside/5', code: 'wrong-method', status: 405 },
    { method: 'PATCH', url: '/healthz', code: 'wrong-method', status: 405 },
  ] as const)('$method $url is $code, and 401 without a key', async ({ method, url, code, status }) => {
    expectProblem(await api.inject({ method, url, headers: bearer(everything) }), code, status)
    expectProblem(await api.inject({ method, url }), 'not-authenticated', 401)
  })

  test('405 names what is allowed', async () => {
    const answer = await api.inject({ method: 'PUT', url: '/pauses', headers: bearer(everything) })
    expect(answer.headers['allow']).toBe('GET, HEAD, POST')
  })

  test('an id that is far too long is 414, broken escapes are 400', async () => {
    expectProblem(
      await api.inject({
        method: 'GET',
        url: `/reminders/${'x'.repeat(2_000)}`,
        headers: bearer(everything),
      }),
      'url-too-long',
      414,
    )
    expectProblem(
      await api.inject({ method: 'GET', url: '/reminders/%zz', headers: bearer(everything) }),
      'bad-request',
      400,
    )
  })
})

describe('hosts', () => {
  const hosts = ['kairos.example', '127.0.0.1:8080', '[::1]']
  let named: Trial
  beforeAll(async () => {
    named = await openTrial({ hosts })
  })
  afterAll(() => named.api.close())

  test.each([
    ['kairos.example', 404],
    ['KAIROS.example:9', 404],
    ['127.0.0.1:8080', 404],
    ['[::1]:80', 404],
    ['127.0.0.1', 421],
    ['127.0.0.1:80', 421],
    ['kairos.example.evil', 421],
    ['', 421],
  ])('%s is %i', async (host, status) => {
    const answer = await named.api.inject({
      method: 'GET',
      url: '/nothing',
      headers: { ...bearer(named.key('read')), host },
    })
    expect(answer.statusCode).toBe(status)
  })

  test('the probe of life needs neither host nor key', async () => {
    const answer = await named.api.inject({
      method: 'GET',
      url: '/healthz',
      headers: { host: '10.0.0.7:8080' },
    })
    expect([answer.statusCode, answer.json()]).toEqual([200, { alive: true }])
  })
})
