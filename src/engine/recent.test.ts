import { expect, test } from 'vitest'
import { Recent } from './recent.ts'

const second = 1_000
const minute = 60 * second
const start = 7 * minute + 300

const opened = (): Recent => new Recent(start)

test('rates are of the last minute, of a younger engine of its life', () => {
  const recent = opened()
  for (let n = 0; n < 10; n += 1) recent.turn(200, start + n * second)
  expect(recent.rates(start + 10 * second)).toEqual({ turns: 1, events: 200 })
  expect(recent.rates(start + 40 * second)).toEqual({ turns: 0.25, events: 50 })
  expect(recent.rates(start + 10 * minute)).toEqual({ turns: 0, events: 0 })
})

test('what was handed over is forgotten after a minute, errors and delays after an hour', () => {
  const recent = opened()
  recent.handedOver('a', 3, start)
  recent.handedOver('a', 1, start + 30 * second)
  recent.heard({ gateway: 'a', outcome: 'failed', code: 'UNDELIV 5', tookMs: 1 }, start)
  recent.heard({ gateway: 'a', outcome: 'expired', code: '', tookMs: 1 }, start)
  recent.heard({ gateway: 'a', outcome: 'failed', code: 'UNDELIV 5', tookMs: 1 }, start + 30 * minute)
  for (let n = 0; n < 99; n += 1)
    recent.heard({ gateway: 'a', outcome: 'delivered', code: '', tookMs: 2_500 }, start)
  recent.heard({ gateway: 'a', outcome: 'delivered', code: '', tookMs: 700_000 }, start)
  const now = start + 45 * second
  expect(recent.of('a', now)).toMatchObject({ messages: 2, parts: 4 })
  expect(recent.of('a', start + 70 * second)).toMatchObject({ messages: 1, parts: 1 })
  expect(recent.of('a', start + 31 * minute).errors).toEqual([
    { code: 'UNDELIV 5', count: 2 },
    { code: 'expired', count: 1 },
  ])
  expect(recent.of('a', now).receiptDelay).toEqual({ p50Ms: 2_505, p99Ms: 3_000 })
  expect(recent.of('a', start + 70 * minute)).toEqual({
    messages: 0,
    parts: 0,
    errors: [{ code: 'UNDELIV 5', count: 1 }],
    receiptDelay: null,
  })
  expect(recent.of('b', now)).toEqual({ messages: 0, parts: 0, errors: [], receiptDelay: null })
})

test('a gateway that invents codes does not fill the memory', () => {
  const recent = opened()
  for (let n = 0; n < 1_000; n += 1)
    recent.heard({ gateway: 'a', outcome: 'failed', code: `c${n}`, tookMs: 1 }, start)
  const { errors } = recent.of('a', start)
  expect(errors).toHaveLength(51)
  expect(errors[0]).toEqual({ code: 'other', count: 950 })
})

test('an hour is kept by minutes, the oldest first', () => {
  const recent = opened()
  recent.turn(200, start)
  recent.turn(100, start + second)
  recent.turn(7, start + 2 * minute)
  const minutes = recent.minutes(start + 2 * minute)
  expect(minutes).toHaveLength(60)
  expect(minutes.slice(-4)).toEqual([
    { turns: 0, events: 0 },
    { turns: 2, events: 300 },
    { turns: 0, events: 0 },
    { turns: 1, events: 7 },
  ])
  expect(recent.minutes(start + 61 * minute)[0]).toEqual({ turns: 1, events: 7 })
  expect(recent.minutes(start + 62 * minute).every(({ turns }) => turns === 0)).toBe(true)
})
