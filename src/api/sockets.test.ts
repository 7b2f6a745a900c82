/** What only a real connection shows: both directions at once, clients that stall, and what is not even HTTP. */
import { once } from 'node:events'
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Busy } from '../engine/inbox.ts'
import { exampleEvent } from '../intake/event-examples.ts'
import type { Trial } from './trial.ts'
import { openTrial } from './trial.ts'

let trial: Trial
let port = 0

async function listen(limits: Parameters<typeof openTrial>[0]): Promise<void> {
  trial = await openTrial({ hosts: ['127.0.0.1'], ...limits })
  await trial.api.listen({ port: 0, host: '127.0.0.1' })
  const address = trial.api.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
}

beforeEach(() => listen({}))
afterEach(() => trial.api.close())

const line = (id: string) => `${JSON.stringify({ ...exampleEvent('usage.reported'), id })}\n`

function send(headers: Record<string, string>): ClientRequest {
  const authorization = `Bearer ${trial.key('events:write')}`
  const asked = request({
    host: '127.0.0.1',
    port,
    agent: false,
    method: 'POST',
    path: '/events',
    headers: { authorization, ...headers },
  })
  // The server may be done before all is sent.
  asked.on('error', () => {})
  return asked
}

const stream = { 'content-type': 'application/x-ndjson' }

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of answer) text += String(chunk)
  return text
}

/** Everything that comes back on a bare connection. */
async function spoken(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(text)
  let answer = ''
  socket.on('data', chunk => (answer += String(chunk)))
  await once(socket, 'close')
  return answer
}

test('each line is answered while the request is still open', async () => {
  const asked = send(stream)
  asked.write(line('e1'))
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const chunks = answer.iterator()
  expect(String((await chunks.next()).value)).toBe('{"line":1,"state":"decided"}\n')
  asked.write(line('e2'))
  expect(String((await chunks.next()).value)).toBe('{"line":2,"state":"decided"}\n')
  asked.end()
  expect(String((await chunks.next()).value)).toContain('"end":true,"lines":2')
})

test('a client that does not read its answers is not read either', async () => {
  await trial.api.close()
  await listen({ limits: { streamAheadBytes: 10_000 } })
  const asked = send(stream)
  const sending = (async () => {
    while (!asked.destroyed) if (!asked.write('{}\n'.repeat(500))) await pause(5)
  })()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.pause()
  const answered = async () => {
    const { values } = await trial.metrics.getSingleMetric('kairos_intake_events_total')!.get()
    return values.reduce((sum, { value }) => sum + value, 0)
  }
  let before = -1
  for (let now = await answered(); now !== before; now = await answered()) {
    before = now
    await pause(200)
  }
  expect(before).toBeGreaterThan(1_000)
  asked.destroy()
  await sending
}, 30_000)

test('an answer that ends early arrives whole, although the client is still sending', async () => {
  trial.inbox.onOffer = () => void trial.inbox.troubles.push(...Array.from({ length: 50 }, () => new Busy(7)))
  const asked = send(stream)
  const text = Array.from({ length: 20_000 }, (_, n) => line(`e${n}`)).join('')
  asked.end(text)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const results = (await textOf(answer)).trim().split('\n')
  expect(results.at(-1)).toContain('"end":false')
  expect(results).toHaveLength(trial.inbox.taken.length + 1)
  expect(trial.inbox.taken.length).toBeLessThan(20_000)
})

test('a client that goes away in the middle leaves the server well', async () => {
  const asked = send(stream)
  asked.write(line('e1'))
  await once(asked, 'response')
  asked.destroy()
  await pause(50)
  const again = send({ 'content-type': 'application/json' })
  again.end(JSON.stringify(exampleEvent('balance.reported')))
  const [answer] = (await once(again, 'response')) as [IncomingMessage]
  expect(await textOf(answer)).toBe('{"state":"decided"}')
  expect(trial.logged.filter(entry => entry.includes('"level":50'))).toEqual([])
})

test('a body that trickles in is cut off', async () => {
  await trial.api.close()
  await listen({ limits: { bodyMs: 100 } })
  const head = `POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${trial.key('events:write')}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`
  const started = performance.now()
  const answer = await spoken(head)
  expect(performance.now() - started).toBeLessThan(5_000)
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(answer).toContain('body-too-slow')
  expect(trial.inbox.taken).toEqual([])
})

test('a refused body is not waited for: the connection is closed', async () => {
  const answer = await spoken(
    'POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{',
  )
  expect(answer).toMatch(/^HTTP\/1.1 401 /)
  expect(answer.toLowerCase()).toContain('connection: close')
})

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400, 'bad-request'],
  [
    'headers beyond the limit',
    `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers-too-large',
  ],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, ''],
  [
    'two lengths',
    'POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
    'bad-request',
  ],
])('%s is answered as a problem', async (...[, text, status, code]) => {
  const answer = await spoken(text)
  expect(answer).toContain(`HTTP/1.1 ${status} `)
  expect(answer).toContain(code)
})
