import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Refused, sendFacts } from './fact-sender.ts'
import { createOperator } from './operator.ts'

let server: Server | null = null
afterEach(() => server?.close())

async function listening(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>(resolve => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`
}

const facts = createOperator({ seed: 'send', customers: 20, month: '2026-11' }).next(Infinity)

test('sends every fact in order, in batches, with the key, and counts what was said of them', async () => {
  const taken: string[] = []
  const url = await listening((request, response) => {
    let body = ''
    request.on('data', chunk => (body += chunk))
    request.on('end', () => {
      expect(request.headers.authorization).toBe('Bearer k')
      expect(request.headers['content-type']).toBe('application/x-ndjson')
      const lines = body.trimEnd().split('\n')
      taken.push(...lines.map(line => (JSON.parse(line) as { id: string }).id))
      response.end(lines.map((_, line) => JSON.stringify({ line, state: 'decided' })).join('\n'))
    })
  })
  const sending = await sendFacts(facts, { url, apiKey: 'k', batchMax: 100 })
  expect(taken).toEqual(facts.map(({ event }) => event.id))
  expect(sending).toEqual({
    facts: facts.length,
    batches: Math.ceil(facts.length / 100),
    repeats: 0,
    states: { decided: facts.length },
  })
})

test('waits as long as it is told and sends the same batch again', async () => {
  const bodies: string[] = []
  const url = await listening((request, response) => {
    let body = ''
    request.on('data', chunk => (body += chunk))
    request.on('end', () => {
      bodies.push(body)
      if (bodies.length === 1) response.writeHead(429, { 'retry-after': '0' })
      if (bodies.length === 2) request.socket.destroy()
      else response.end()
    })
  })
  const sending = await sendFacts(facts.slice(0, 10), { url, apiKey: 'k' })
  expect(sending.repeats).toBe(2)
  expect(new Set(bodies).size).toBe(1)
})

test.each([
  { why: 'a refusal', status: 403, retryAfter: '0', bounds: {}, error: Refused },
  { why: 'too many tries', status: 503, retryAfter: '0', bounds: { triesMax: 2 }, error: Refused },
  { why: 'no time left', status: 503, retryAfter: '9', bounds: { totalMaxMs: 50 }, error: Error },
])('gives up on $why', async ({ status, retryAfter, bounds, error }) => {
  const url = await listening((_request, response) => {
    response.writeHead(status, { 'retry-after': retryAfter })
    response.end('no')
  })
  await expect(sendFacts(facts.slice(0, 10), { url, apiKey: 'k', ...bounds })).rejects.toThrow(error)
})
