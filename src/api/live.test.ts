/** The live feed over real connections: what is said, to whom, and when it ends. */
import { once } from 'node:events'
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { keyHash, type KeyRecord } from './keys.ts'
import { type HubLimits, LiveHub } from './live-hub.ts'
import type { Trial } from './trial.ts'
import { openTrial } from './trial.ts'

let trial: Trial
let hub: LiveHub
let port = 0
const open: ClientRequest[] = []

async function listen(limits: Partial<HubLimits>, parts: Parameters<typeof openTrial>[0] = {}) {
  hub = new LiveHub('boot', limits)
  trial = await openTrial({ hosts: ['127.0.0.1'], hub, ...parts })
  await trial.api.listen({ port: 0, host: '127.0.0.1' })
  const address = trial.api.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
}

afterEach(async () => {
  for (const asked of open.splice(0)) asked.destroy()
  await trial.api.close()
})

async function ask(headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const authorization = `Bearer ${trial.key('read')}`
  const asked = request({
    host: '127.0.0.1',
    port,
    agent: false,
    path: '/live',
    headers: { authorization, ...headers },
  })
  open.push(asked)
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.on('error', () => undefined)
  return answer
}

/** What comes until `holds`, or until the end. */
async function heard(answer: IncomingMessage, holds: (text: string) => boolean): Promise<string> {
  let text = ''
  for await (const chunk of answer.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    if (holds(text)) return text
  }
  return text
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 20_000
  while (!holds()) {
    if (performance.now() > end) throw new Error('it did not come about in time')
    await pause(5)
  }
}

const at = Date.UTC(2026, 10, 20)
const alarm = (id: string) => ({ id, kind: 'source-quiet', change: 'opened', at }) as const
const alarmText = (id: string) =>
  `id: boot-${id}\nevent: alarm\ndata: {"id":"${id}","kind":"source-quiet","change":"opened","at":"2026-11-20T00:00:00.000Z"}\n\n`

test('what happens is said to each listener, once, with the safety headers', async () => {
  await listen({})
  const answers = [await ask(), await ask()]
  hub.publish('alarm', alarm('1'))
  hub.publish('alarm', alarm('2'))
  for (const answer of answers) {
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    const text = await heard(answer, told => told.includes('boot-2'))
    expect(text).toBe(`retry: 3000\n\n${alarmText('1')}${alarmText('2')}`)
  }
})

test('who comes back goes on from there; what is gone, or was of another process, is a gap', async () => {
  await listen({ ringMax: 3 })
  for (let n = 1; n <= 5; n += 1) hub.publish('alarm', alarm(String(n)))
  const back = async (lastId: string): Promise<string> => {
    const answer = await ask({ 'last-event-id': lastId })
    return (await heard(answer, text => /boot-5|gap/.test(text))).replace('retry: 3000\n\n', '')
  }
  expect(await back('boot-3')).toBe(alarmText('4') + alarmText('5'))
  expect(await back('boot-2')).toBe(alarmText('3') + alarmText('4') + alarmText('5'))
  const gap = 'id: boot-5\nevent: gap\ndata: {}\n\n'
  expect([await back('boot-1'), await back('other-4'), await back('boot-9')]).toEqual([gap, gap, gap])
})

test('a heartbeat comes by itself', async () => {
  await listen({ heartbeatMs: 20 })
  const text = await heard(await ask(), told => told.split(':\n\n').length > 3)
  expect(text).toMatch(/^retry: 3000\n\n(:\n\n)+$/)
})

test('beyond the limit it is 503; a place that is left is free again', async () => {
  await listen({ listenersMax: 1 })
  const first = await ask()
  const second = await ask()
  expect(second.statusCode).toBe(503)
  expect(second.headers['retry-after']).toBe('30')
  expect(await heard(second, () => false)).toContain('too-many-listeners')
  first.destroy()
  await until(() => hub.listeners === 0)
  expect((await ask()).statusCode).toBe(200)
})

test('who does not read is dropped, and holds no more than the limit', async () => {
  await listen({ listenerBytes: 10_000 })
  const slow = await ask()
  slow.pause()
  const long = { ...alarm('1'), kind: 'x'.repeat(5_000) }
  for (let n = 0; n < 20_000 && hub.listeners > 0; n += 1) {
    hub.publish('alarm', long)
    if (n % 100 === 0) await pause(1)
  }
  expect(hub.listeners).toBe(0)
})

test('a key that is revoked listens no longer', async () => {
  const keys = new Map<string, KeyRecord>()
  let now = at
  await listen({ heartbeatMs: 20 }, { keys: { find: async hash => keys.get(hash) ?? null }, now: () => now })
  const hash = keyHash(trial.key('read'))
  keys.set(hash, { id: 'k', name: 'k', scopes: ['read'], hash })
  const answer = await ask()
  expect(await heard(answer, text => text.includes(':\n\n'))).toContain(':\n\n')
  keys.clear()
  now += 10_000
  await heard(answer, () => false)
  expect(hub.listeners).toBe(0)
})

test('closing the server ends the feed at once', async () => {
  await listen({})
  const answer = await ask()
  const ended = heard(answer, () => false)
  await trial.api.close()
  await ended
  expect(hub.listeners).toBe(0)
})

test.each([
  [null, 401],
  ['events:write', 403],
] as const)('with scope %s alone it is %i', async (scope, status) => {
  await listen({})
  const authorization = scope === null ? 'none' : `Bearer ${trial.key(scope)}`
  expect((await ask({ authorization })).statusCode).toBe(status)
})
