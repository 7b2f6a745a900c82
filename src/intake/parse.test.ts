import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleEvent } from './event-examples.ts'
import { factTypes } from './fact-reader.ts'
import { sentence } from './fault.ts'
import { parseEvent, parseText } from './parse.ts'

type Event = Record<string, unknown>

const usage = exampleEvent('usage.reported')
const opening = exampleEvent('line.opened')
const dataOf = (event: Event) => event['data'] as Event
const withData = (event: Event, data: Event): Event => ({ ...event, data: { ...dataOf(event), ...data } })
const without = (event: Event, name: string): Event =>
  Object.fromEntries(Object.entries(event).filter(([key]) => key !== name))

function faultsOf(event: unknown): string[] {
  const parsed = parseEvent(event)
  return parsed.state === 'refused' ? parsed.faults.map(sentence) : []
}

describe('a good event', () => {
  test.each(factTypes)('the example of %s is taken', type => {
    expect(faultsOf(exampleEvent(type))).toEqual([])
  })

  test('becomes an arrival with its time as an instant, its subject apart and its extensions kept', () => {
    const parsed = parseEvent({ ...usage, traceparent: '00-ab', priority: 3, replayed: true, missing: null })
    expect(parsed).toEqual({
      state: 'taken',
      arrival: {
        source: 'urn:boss:taizhou',
        id: 'usage.reported-1',
        type: 'usage.reported',
        time: Date.UTC(2026, 10, 20, 0, 15, 30),
        subject: { kind: 'number', number: '+8613800138000' },
        data: dataOf(usage),
        extensions: { traceparent: '00-ab', priority: 3, replayed: true },
      },
    })
  })

  test('has the defaults of its schema filled in', () => {
    const parsed = parseEvent({ ...opening, data: without(dataOf(opening), 'packIds') })
    expect(parsed).toMatchObject({ arrival: { data: { packIds: [], star: 0, vip: 'none' } } })
  })

  test('may leave out data where no field is required', () => {
    expect(parseEvent(without(exampleEvent('line.closed'), 'data'))).toMatchObject({ arrival: { data: {} } })
  })

  test.each([
    ['tel:+8613800138000', { kind: 'number', number: '+8613800138000' }],
    ['tel:13800138000', { kind: 'number', number: '+8613800138000' }],
    ['tel:+85261234567', { kind: 'number', number: '+85261234567' }],
    ['account:A17', { kind: 'account', account: 'A17' }],
  ])('about %s has this subject', (subject, expected) => {
    expect(parseEvent({ ...usage, subject })).toMatchObject({ arrival: { subject: expected } })
  })

  test('has the number of an opening in international form', () => {
    expect(parseEvent(withData(opening, { number: '13900139000' }))).toMatchObject({
      arrival: { data: { number: '+8613900139000' } },
    })
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'application/cloudevents+json', null])(
    'may say datacontenttype %s',
    datacontenttype => {
      expect(faultsOf({ ...usage, datacontenttype })).toEqual([])
    },
  )
})

describe('whatever comes', () => {
  const anyEvent = fc.oneof(
    fc.jsonValue(),
    fc.record({
      specversion: fc.constant('1.0'),
      id: fc.string(),
      source: fc.string(),
      type: fc.constantFrom(...factTypes),
      time: fc.string(),
      subject: fc.string(),
      data: fc.jsonValue(),
    }),
    fc
      .tuple(fc.constantFrom(...factTypes), fc.jsonValue(), fc.string())
      .map(([type, value, name]) => withData(exampleEvent(type), { [name]: value })),
    fc
      .tuple(fc.constantFrom(...factTypes), fc.jsonValue(), fc.string())
      .map(([type, value, name]) => ({ ...exampleEvent(type), [name]: value })),
  )

  test('parsing never throws, and says something about everything that it refuses', () => {
    fc.assert(
      fc.property(anyEvent, event => {
        const parsed = parseEvent(event)
        return (
          parsed.state === 'taken' ||
          parsed.faults.every(fault => fault.problem !== '' && fault.remedy !== '')
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('texts never throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        text => parseText(text).state.length > 0,
      ),
      { numRuns: 1_000 },
    )
  })

  test('what is taken holds no character that the database refuses', () => {
    fc.assert(
      fc.property(anyEvent, event => {
        const parsed = parseEvent(event)
        return parsed.state === 'refused' || !/\\u0000|\\ud[89a-f]/.test(JSON.stringify(parsed.arrival))
      }),
      { numRuns: 1_000 },
    )
  })
})
