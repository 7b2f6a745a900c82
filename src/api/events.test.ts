import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Busy, Unavailable } from '../engine/inbox.ts'
import { exampleEvent } from '../intake/event-examples.ts'
import { batchShape, lineShape, verdictShape } from './events/result.ts'
import { problemShape } from './problem.ts'
import type { Trial } from './trial.ts'
import { openTrial } from './trial.ts'

let trial: Trial
beforeEach(async () => {
  trial = await openTrial()
})
afterEach(() => trial.api.close())

const event = (id: string) => ({ ...exampleEvent('usage.reported'), id })
const bad = { ...event('bad'), type: 'usage.report' }

function send(payload: unknown, type = 'application/json') {
  const headers = { authorization: `Bearer ${trial.key('events:write')}`, 'content-type': type }
  return trial.api.inject({
    method: 'POST',
    url: '/events',
    headers,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
}

async function counted(name: string): Promise<readonly (readonly [string, number])[]> {
  const metric = await trial.metrics.getSingleMetric(name)!.get()
  return metric.values.map(({ labels, value }) => [Object.values(labels).join(' '), value] as const)
}

describe('one event', () => {
  test.each([
    ['e1', 200, { state: 'decided' }],
    ['waiting-1', 202, { state: 'waiting' }],
    ['aside-1', 202, { state: 'set-aside', reason: 'from-the-future' }],
  ])('%s is %i', async (id, status, body) => {
    for (const type of ['application/json', 'application/cloudevents+json; charset=utf-8']) {
      const { inbox } = trial
      const answer = await send(event(`${id}${type.length}`), type)
      expect([answer.statusCode, verdictShape.parse(answer.json())]).toEqual([status, body])
      expect(inbox.offers.at(-1)).toBe(1)
    }
  })

  test('again is a duplicate', async () => {
    await send(event('e1'))
    expect((await send(event('e1'))).json()).toEqual({ state: 'duplicate' })
  })

  test('with a fault is 400 with every fault, and is counted apart', async () => {
    const answer = await send({ ...bad, time: 'now' })
    expect(answer.statusCode).toBe(400)
    expect(problemShape.parse(answer.json())).toMatchObject({
      code: 'refused-event',
      faults: [
        { code: 'unknown-type', field: 'type' },
        { code: 'wrong-form', field: 'time' },
      ],
    })
    expect(trial.inbox.taken).toEqual([])
    expect(await counted('kairos_intake_refused_total')).toEqual([['http unknown-type', 1]])
    expect(await counted('kairos_intake_events_total')).toEqual([['http refused', 1]])
  })

  test.each([null, 1, '"x"', []])('%j under cloudevents+json is refused', async value => {
    expect((await send(value, 'application/cloudevents+json')).statusCode).toBe(400)
  })

  test('in binary mode is told to come in structured mode', async () => {
    const headers = {
      authorization: `Bearer ${trial.key('events:write')}`,
      'content-type': 'application/json',
      'ce-specversion': '1.0',
    }
    const answer = await trial.api.inject({ method: 'POST', url: '/events', headers, payload: '{}' })
    expect([answer.statusCode, answer.json().detail]).toEqual([
      415,
      expect.stringContaining('structured mode'),
    ])
  })

  test('is answered only after commit', async () => {
    const order: string[] = []
    trial.inbox.onOffer = async () => {
      await new Promise(resolve => setTimeout(resolve, 20))
      order.push('committed')
    }
    await send(event('e1')).then(() => order.push('answered'))
    expect(order).toEqual(['committed', 'answered'])
  })
})

describe('a batch', () => {
  test.each(['application/json', 'application/cloudevents-batch+json'])(
    'as %s has one result per event, in order',
    async type => {
      const answer = await send([event('e1'), bad, event('e1'), event('aside-1'), 7], type)
      expect(answer.statusCode).toBe(200)
      expect(batchShape.parse(answer.json()).results.map(({ state }) => state)).toEqual([
        'decided',
        'refused',
        'duplicate',
        'set-aside',
        'refused',
      ])
      expect(trial.inbox.offers).toEqual([3])
      expect(await counted('kairos_intake_events_total')).toEqual([
        ['batch decided', 1],
        ['batch duplicate', 1],
        ['batch set-aside', 1],
        ['batch refused', 2],
      ])
    },
  )

  test('of nothing has no results', async () => {
    expect((await send([])).json()).toEqual({ results: [] })
  })

  test('of which nothing can be taken is 400 with the result of each', async () => {
    const answer = await send([bad, {}])
    expect([answer.statusCode, answer.json().code, answer.json().results.length]).toEqual([
      400,
      'refused-batch',
      2,
    ])
    expect(trial.inbox.offers).toEqual([])
  })

  test('of 1,000 is taken, of 1,001 it is 413', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) => event(`m${n}`))
    expect((await send(many)).json()).toMatchObject({ code: 'too-many-events', status: 413 })
    expect((await send(many.slice(1))).statusCode).toBe(200)
    expect(trial.inbox.offers).toEqual([1_000])
  })

  test('under its own content type must be a list', async () => {
    expect((await send(event('e1'), 'application/cloudevents-batch+json')).json()).toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('when the engine is behind', () => {
  test.each([
    ['one event', event('e1'), 'application/json'],
    ['a batch', [event('e1')], 'application/json'],
    ['a stream', `${JSON.stringify(event('e1'))}\n`, 'application/x-ndjson'],
  ])('%s is 429 with Retry-After, and 503 when the database is away', async (_, payload, type) => {
    trial.inbox.troubles.push(new Busy(2.2), new Unavailable('database: password=secret'))
    const busy = await send(payload, type)
    expect([busy.statusCode, busy.headers['retry-after'], busy.json().code]).toEqual([429, '3', 'busy'])
    const away = await send(payload, type)
    expect([away.statusCode, away.headers['retry-after'], away.json().code]).toEqual([
      503,
      '5',
      'unavailable',
    ])
    expect(away.body).not.toContain('secret')
    expect((await send(payload, type)).statusCode).toBe(200)
  })

  test('a bug is 500 without a word of its cause, which is logged', async () => {
    trial.inbox.troubles.push(new Error('number 13800138000 broke it'))
    const answer = await send(event('e1'))
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
    expect(answer.body).not.toContain('broke')
    const entry = trial.logged.find(line => line.includes('request failed'))
    expect(entry).toContain('broke it')
    expect(entry).not.toContain('13800138000')
    expect(entry).toContain(answer.json().requestId)
  })
})

describe('a stream of lines', () => {
  const text = (...events: readonly unknown[]) =>
    events.map(one => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('')
  const linesOf = (body: string) =>
    body
      .trim()
      .split('\n')
      .map(line => lineShape.parse(JSON.parse(line)))

  test('has a result per line, by its number, and the sums at the end', async () => {
    const answer = await send(
      text(
        '{"kairos":"operator-month","seed":1}',
        event('e1'),
        '',
        bad,
        'x',
        event('e1'),
        event('waiting-1'),
      ),
      'application/x-ndjson',
    )
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson'])
    expect(linesOf(answer.body)).toMatchObject([
      { line: 1, state: 'header' },
      { line: 2, state: 'decided' },
      { line: 4, state: 'refused', faults: [{ code: 'unknown-type' }] },
      { line: 5, state: 'refused', faults: [{ code: 'not-json' }] },
      { line: 6, state: 'duplicate' },
      { line: 7, state: 'waiting' },
      { end: true, lines: 6, decided: 1, duplicate: 1, waiting: 1, 'set-aside': 0, refused: 2 },
    ])
  })

  test('of 10,000 lines, some bad, is answered line by line in batches of at most 1,000', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) =>
      n % 100 === 99 ? 'bad' : JSON.stringify(event(`s${n}`)),
    )
    const answer = await send(text(...lines), 'application/x-ndjson')
    const results = answer.body
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(results.at(-1)).toMatchObject({ end: true, lines: 10_000, decided: 9_900, refused: 100 })
    expect(results.slice(0, -1).map(({ line }) => line)).toEqual(lines.map((_, n) => n + 1))
    expect(results.filter(({ state }) => state === 'refused').map(({ line }) => line % 100)).toEqual(
      Array.from({ length: 100 }, () => 0),
    )
    expect(Math.max(...trial.inbox.offers)).toBeLessThanOrEqual(1_000)
    expect(trial.inbox.taken).toHaveLength(9_900)
  })

  test('may be longer than any other body', async () => {
    const small = await openTrial({ limits: { bodyBytes: 100 } })
    const headers = {
      authorization: `Bearer ${small.key('events:write')}`,
      'content-type': 'application/x-ndjson',
    }
    const answer = await small.api.inject({
      method: 'POST',
      url: '/events',
      headers,
      payload: text(event('e1'), event('e2')),
    })
    expect(linesOf(answer.body).at(-1)).toMatchObject({ end: true, decided: 2 })
    await small.api.close()
  })

  test('of nothing is answered with its end', async () => {
    expect(linesOf((await send('', 'application/x-ndjson')).body)).toMatchObject([{ end: true, lines: 0 }])
  })

  test('waits within while the engine is behind, and loses nothing', async () => {
    const lines = Array.from({ length: 2_000 }, (_, n) => event(`s${n}`))
    trial.inbox.onOffer = () => {
      if (trial.inbox.offers.length === 1) trial.inbox.troubles.push(new Busy(1), new Unavailable('away'))
    }
    const answer = await send(text(...lines), 'application/x-ndjson')
    expect(linesOf(answer.body).at(-1)).toMatchObject({ end: true, decided: 2_000 })
    expect(trial.pauses).toEqual([1_000, 1_000])
  })

  test('ends with its reason when the engine stays behind: what follows the last result was not taken', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => event(`s${n}`))
    trial.inbox.onOffer = () =>
      void trial.inbox.troubles.push(...Array.from({ length: 50 }, () => new Busy(7)))
    const answer = await send(text(...lines), 'application/x-ndjson')
    const results = linesOf(answer.body)
    expect(results.at(-1)).toMatchObject({
      end: false,
      code: 'busy',
      retryAfterS: 7,
      lines: trial.inbox.taken.length,
    })
    expect(results).toHaveLength(trial.inbox.taken.length + 1)
    expect(trial.inbox.taken.length).toBeLessThan(3_000)
  })
})
