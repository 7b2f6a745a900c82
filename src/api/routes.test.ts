import { afterAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../engine/inbox.ts'
import type { Desk } from './desk.ts'
import { fakeDesk } from './fake-desk.ts'
import { scopes } from './keys.ts'
import { openTrial } from './trial.ts'

const desk = fakeDesk()
const asked: unknown[] = []
const recording: Desk = new Proxy(desk, {
  get:
    (target, name: keyof Desk) =>
    (...of: [never, never]) => {
      asked.push([name, ...of])
      return target[name](...of)
    },
})
const trial = await openTrial({ desk: recording })
afterAll(() => trial.api.close())

const bits = 2 ** scopes.length - 1
const actor = { kind: 'key', id: `k${bits}`, name: `trial-${bits}`, scopes, territories: [] }

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) {
  asked.length = 0
  const headers = { authorization: `Bearer ${trial.key(...scopes)}` }
  const answer = await trial.api.inject(
    body === undefined ? { method, url, headers } : { method, url, headers, payload: body },
  )
  return {
    status: answer.statusCode,
    body: answer.body === '' ? null : answer.json(),
    headers: answer.headers,
  }
}

const files = { 'codes.yaml': 'codes: {}' }

describe('each route asks the desk one thing, with what it was given', () => {
  test.each<['GET' | 'POST' | 'PATCH' | 'DELETE', string, object | undefined, number, readonly unknown[]]>([
    ['GET', '/set-aside', undefined, 200, ['listSetAside', { state: 'set-aside', limit: 50 }, actor]],
    [
      'GET',
      '/set-aside?reason=conflict&state=waiting&limit=200&after=c1',
      undefined,
      200,
      ['listSetAside', { reason: 'conflict', state: 'waiting', limit: 200, after: 'c1' }, actor],
    ],
    ['GET', '/set-aside/17', undefined, 200, ['getSetAside', { id: '17' }, actor]],
    ['GET', '/set-aside/17/raw', undefined, 200, ['getSetAsideRaw', { id: '17' }, actor]],
    ['POST', '/set-aside/replay', { ids: ['1', '2'] }, 200, ['replaySetAside', { ids: ['1', '2'] }, actor]],
    [
      'POST',
      '/set-aside/replay',
      { reason: 'conflict' },
      200,
      ['replaySetAside', { reason: 'conflict' }, actor],
    ],
    ['POST', '/set-aside/17/replay', {}, 200, ['replaySetAside', { ids: ['17'] }, actor]],
    [
      'POST',
      '/set-aside/17/discard',
      { reason: 'test data' },
      200,
      ['discardSetAside', { id: '17', reason: 'test data' }, actor],
    ],
    [
      'GET',
      '/accounts/A17/decisions?from=2026-11-01T00:00:00%2B08:00&line=L1',
      undefined,
      200,
      ['explainAccount', { account: 'A17', line: 'L1', from: Date.UTC(2026, 9, 31, 16), limit: 50 }, actor],
    ],
    [
      'POST',
      '/accounts/A17/erase',
      { reason: 'asked for it' },
      200,
      ['erasePerson', { account: 'A17', reason: 'asked for it' }, actor],
    ],
    [
      'GET',
      '/figures?from=2026-11-01&until=2026-11-20&by=rule',
      undefined,
      200,
      ['figures', { from: '2026-11-01', until: '2026-11-20', by: 'rule' }, actor],
    ],
    ['GET', '/gateways', undefined, 200, ['listGateways', actor]],
    ['GET', '/operations', undefined, 200, ['operations', actor]],
    ['GET', '/queues', undefined, 200, ['listQueues', actor]],
    [
      'POST',
      '/gateways/sms-north/drain',
      { note: 'maintenance' },
      200,
      ['drainGateway', { name: 'sms-north', note: 'maintenance' }, actor],
    ],
    ['POST', '/gateways/sms-north/resume', {}, 200, ['resumeGateway', { name: 'sms-north' }, actor]],
    ['GET', '/figures/today', undefined, 200, ['figuresToday', actor]],
    ['GET', '/rulebook/versions/r-1/files', undefined, 200, ['getVersionFiles', { version: 'r-1' }, actor]],
    ['GET', '/erasures?limit=7', undefined, 200, ['listErasures', { limit: 7 }, actor]],
    [
      'GET',
      '/accounts/A17/reminders?state=withheld',
      undefined,
      200,
      ['listReminders', { account: 'A17', state: 'withheld', limit: 50 }, actor],
    ],
    [
      'GET',
      '/reminders/A17%2F2026-11%2Fdata-used-80%231',
      undefined,
      200,
      ['getReminder', { id: 'A17/2026-11/data-used-80#1' }, actor],
    ],
    [
      'POST',
      '/reminders/A17%2Fx/resend',
      { reason: 'lost', act: 'abcdefgh' },
      200,
      ['resendReminder', { id: 'A17/x', reason: 'lost', isPresent: false, act: 'abcdefgh' }, actor],
    ],
    [
      'GET',
      '/customers/A17/plan-changes/urn:boss%2Fe-1',
      undefined,
      200,
      ['comparePlanChange', { account: 'A17', eventId: 'urn:boss/e-1' }, actor],
    ],
    ['GET', '/customers/A17/blocks', undefined, 200, ['listBlocksOf', { account: 'A17' }, actor]],
    [
      'POST',
      '/customers/A17/blocks',
      { kind: 'rule', value: 'r1', days: 7, reason: 'x' },
      200,
      [
        'askForBlock',
        {
          account: 'A17',
          kind: 'rule',
          value: 'r1',
          line: null,
          days: 7,
          reason: 'x',
        },
        actor,
      ],
    ],
    [
      'POST',
      '/customers/A17/blocks/7/lift',
      { note: 'x' },
      200,
      ['liftBlock', { account: 'A17', id: '7', note: 'x' }, actor],
    ],
    ['GET', '/blocks', undefined, 200, ['listBlocks', { waiting: 'true', limit: 50 }, actor]],
    ['POST', '/blocks/7/approve', {}, 200, ['approveBlock', { id: '7', note: '' }, actor]],
    ['POST', '/blocks/7/refuse', { note: 'x' }, 200, ['refuseBlock', { id: '7', note: 'x' }, actor]],
    ['POST', '/blocks/7/lift', { note: 'x' }, 200, ['liftBlock', { id: '7', note: 'x' }, actor]],
    [
      'POST',
      '/timeline',
      { number: '13800138000', at: '2026-11-20T00:00:00Z' },
      200,
      ['timeline', { number: '+8613800138000', at: Date.UTC(2026, 10, 20), limit: 50 }, actor],
    ],
    ['GET', '/reconcile', undefined, 200, ['reconcile', actor]],
    ['GET', '/pauses', undefined, 200, ['listPauses', actor]],
    [
      'POST',
      '/pauses',
      { kind: 'scope', value: 'city/taizhou', note: 'flood' },
      200,
      ['pause', { kind: 'scope', value: 'city/taizhou', note: 'flood' }, actor],
    ],
    [
      'DELETE',
      '/pauses/scope/city%2Ftaizhou',
      undefined,
      200,
      ['resume', { kind: 'scope', value: 'city/taizhou' }, actor],
    ],
    ['GET', '/rulebook/versions', undefined, 200, ['listVersions', { limit: 50 }, actor]],
    ['GET', '/rulebook/versions/v1', undefined, 200, ['getVersion', { version: 'v1' }, actor]],
    [
      'GET',
      '/rulebook/versions/v1/diff?against=v0',
      undefined,
      200,
      ['diffVersions', { version: 'v1', against: 'v0' }, actor],
    ],
    [
      'POST',
      '/rulebook/versions',
      { note: 'prices', files },
      201,
      ['submitVersion', { note: 'prices', files }, actor],
    ],
    ['POST', '/rulebook/versions/v1/review', {}, 200, ['reviewVersion', { version: 'v1' }, actor]],
    [
      'POST',
      '/rulebook/versions/v1/publish',
      { at: '2026-11-30T16:00:00Z' },
      200,
      ['publishVersion', { version: 'v1', at: Date.UTC(2026, 10, 30, 16) }, actor],
    ],
    [
      'POST',
      '/rulebook/versions/v1/publish-untried',
      { reason: 'wrong price' },
      200,
      ['publishUntried', { version: 'v1', reason: 'wrong price' }, actor],
    ],
    [
      'POST',
      '/rulebook/dry-runs',
      { version: 'v1' },
      202,
      ['startDryRun', { version: 'v1', sample: 10_000 }, actor],
    ],
    [
      'GET',
      '/rulebook/dry-runs?version=v1',
      undefined,
      200,
      ['listDryRuns', { version: 'v1', limit: 50 }, actor],
    ],
    ['GET', '/rulebook/dry-runs/7', undefined, 200, ['getDryRun', { id: '7' }, actor]],
    ['GET', '/rulebook/dry-runs/7/result', undefined, 200, ['getDryRunResult', { id: '7' }, actor]],
    ['POST', '/rulebook/dry-runs/7/cancel', {}, 200, ['cancelDryRun', { id: '7' }, actor]],
    [
      'POST',
      '/rulebook/versions/v1/recall',
      { reason: 'wrong price' },
      200,
      ['recallVersion', { version: 'v1', reason: 'wrong price' }, actor],
    ],
    ['GET', '/blueprints', undefined, 200, ['listBlueprints', actor]],
    [
      'GET',
      '/blueprints/low-balance',
      undefined,
      200,
      ['getBlueprint', { touchpoint: 'low-balance' }, actor],
    ],
    ['GET', '/alarms', undefined, 200, ['listAlarms', { open: 'true', limit: 50 }, actor]],
    ['GET', '/gateways', undefined, 200, ['listGateways', actor]],
    ['GET', '/keys', undefined, 200, ['listKeys', actor]],
    [
      'POST',
      '/keys',
      { name: 'li', scopes: ['read'] },
      201,
      ['createKey', { name: 'li', scopes: ['read'] }, actor],
    ],
    ['DELETE', '/keys/li', undefined, 200, ['revokeKey', { name: 'li' }, actor]],
    [
      'POST',
      '/customers/open',
      { number: '13800138000', reason: { case: 'authenticated' } },
      200,
      ['openCustomer', { number: '+8613800138000', reason: { case: 'authenticated', note: '' } }, actor],
    ],
    [
      'POST',
      '/customers/A17/unmask',
      { reason: 'asked which' },
      200,
      ['unmaskCustomer', { account: 'A17', reason: 'asked which' }, actor],
    ],
    ['GET', '/staff', undefined, 200, ['listStaff', actor]],
    [
      'POST',
      '/staff',
      { name: 'wang', roles: ['agent'] },
      201,
      ['createStaff', { name: 'wang', roles: ['agent'], territories: [], locale: 'zh-CN' }, actor],
    ],
    [
      'PATCH',
      '/staff/wang',
      { disabled: true },
      200,
      ['changeStaff', { name: 'wang', disabled: true }, actor],
    ],
    ['POST', '/staff/wang/password', {}, 200, ['resetPassword', { name: 'wang' }, actor]],
    [
      'GET',
      '/audit?actor=wang&since=2026-11-20T00:00:00Z&limit=7',
      undefined,
      200,
      ['listAudit', { actor: 'wang', since: Date.UTC(2026, 10, 20), limit: 7 }, actor],
    ],
    ['GET', '/audit/check?after=5', undefined, 200, ['checkAudit', { after: '5' }, actor]],
    ['GET', '/readyz', undefined, 200, ['readiness']],
  ])('%s %s', async (...[method, url, body, status, expected]) => {
    expect((await ask(method, url, body)).status).toBe(status)
    expect(asked).toEqual([expected])
  })
})

describe('what the desk refuses', () => {
  const place = {
    file: 'codes.yaml',
    line: 3,
    column: 1,
    length: 4,
    severity: 'error',
    code: 'code-twice',
    message: 'twice',
    hint: 'once',
  } as const

  test.each([
    ['not-found', 404],
    ['wrong-state', 409],
    ['own-submission', 403],
    ['own-request', 403],
    ['mandatory', 422],
    ['rulebook-faulty', 422],
    ['invalid-input', 400],
    ['not-permitted', 403],
    ['reason-needed', 403],
  ] as const)('%s is %i', async (refusal, status) => {
    const one = await openTrial({
      desk: { ...desk, getVersion: async () => ({ refusal, detail: 'so it is', places: [place] }) },
    })
    const answer = await one.api.inject({
      method: 'GET',
      url: '/rulebook/versions/v1',
      headers: { authorization: `Bearer ${one.key('read')}` },
    })
    expect(answer.json()).toMatchObject({ status, code: refusal, detail: 'so it is', places: [place] })
    await one.api.close()
  })

  test.each([
    ['the database is away', () => Promise.reject(new Unavailable('away')), 503, 'unavailable'],
    ['it throws', () => Promise.reject(new Error('bug')), 500, 'internal'],
    ['its answer is not as described', async () => ({ items: 'none' }) as never, 500, 'internal'],
  ])('and when %s', async (_, listPauses, ...expected) => {
    const one = await openTrial({ desk: { ...desk, listPauses } })
    const answer = await one.api.inject({
      method: 'GET',
      url: '/pauses',
      headers: { authorization: `Bearer ${one.key('read')}` },
    })
    expect([answer.statusCode, answer.json().code]).toEqual(expected)
    await one.api.close()
  })
})

describe('ready', () => {
  test('is 503 with the reason while something is missing, or does not answer in time', async () => {
    const idle = await desk.readiness()
    const stuck = async () => ({
      ...idle,
      ready: false,
      engine: { ...idle.engine, ok: false, note: 'no turn for 40 s' },
    })
    const silent = () => new Promise<never>(() => {})
    for (const [readiness, detail] of [
      [stuck, 'database: answered; engine: no turn for 40 s'],
      [silent, 'the database did not answer in time'],
    ] as const) {
      const one = await openTrial({ desk: { ...desk, readiness }, limits: { readinessMs: 20 } })
      const answer = await one.api.inject({
        method: 'GET',
        url: '/readyz',
        headers: { authorization: `Bearer ${one.key('read')}` },
      })
      expect(answer.json()).toMatchObject({ status: 503, code: 'not-ready', detail })
      await one.api.close()
    }
  })
})

test('metrics are Prometheus text with the counts of requests by route, not by address', async () => {
  await ask('GET', '/set-aside/4711')
  const answer = await trial.api.inject({
    method: 'GET',
    url: '/metrics',
    headers: { authorization: `Bearer ${trial.key('read')}` },
  })
  expect(answer.headers['content-type']).toContain('text/plain; version=0.0.4')
  expect(answer.body).toContain(
    'kairos_http_requests_total{method="GET",route="/set-aside/:id",status="200"}',
  )
  expect(answer.body).not.toContain('4711')
})

test('nothing that was asked or sent stands in the log', async () => {
  trial.logged.length = 0
  await ask('POST', '/timeline', { number: '13800138000' })
  await ask('GET', '/reminders/13800138000?x=13800138000')
  await ask('GET', '/nothing/13800138000')
  expect(trial.logged.length).toBeGreaterThanOrEqual(3)
  const log = trial.logged.join('')
  expect(log).not.toMatch(/13800138000|kairos_|Bearer/)
})
