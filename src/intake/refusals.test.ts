import { describe, expect, test } from 'vitest'
import { exampleEvent } from './event-examples.ts'
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

const many = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`ext${n}`, n]))
const deep = { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } }

const refusals: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['not an object', [usage], ['event: is not an object; send one CloudEvents 1.0 JSON object per event']],
  ['null', null, ['event: is not an object; send one CloudEvents 1.0 JSON object per event']],
  ['no specversion', without(usage, 'specversion'), ['specversion: is missing; add "specversion": "1.0"']],
  ['another version', { ...usage, specversion: '0.3' }, ['specversion: is not 1.0; send CloudEvents 1.0']],
  ['version as a number', { ...usage, specversion: 1 }, ['specversion: is not a text; send a text']],
  ['no id', without(usage, 'id'), ['id: is missing; add an id that is unique within its source']],
  ['empty id', { ...usage, id: '' }, ['id: is missing; add an id that is unique within its source']],
  ['long id', { ...usage, id: 'x'.repeat(129) }, ['id: is too long; use at most 128 characters']],
  [
    'id with NUL',
    { ...usage, id: 'a\0b' },
    ['id: holds control or broken characters; send printable text in whole UTF-8 characters'],
  ],
  [
    'id with half a character',
    { ...usage, id: 'a\ud83d' },
    ['id: holds control or broken characters; send printable text in whole UTF-8 characters'],
  ],
  ['long source', { ...usage, source: 'x'.repeat(129) }, ['source: is too long; use at most 128 characters']],
  ['source as an object', { ...usage, source: {} }, ['source: is not a text; send a text']],
  [
    'unknown type',
    { ...usage, type: 'usage.report' },
    ['type: is not a known fact: "usage.report"; use a type of docs/events; did you mean "usage.reported"?'],
  ],
  [
    'type of nothing',
    { ...usage, type: 'constructor' },
    ['type: is not a known fact: "constructor"; use a type of docs/events'],
  ],
  [
    'no time',
    without(usage, 'time'),
    ['time: is missing; add when it happened, e.g. "2026-11-20T08:00:00+08:00"'],
  ],
  [
    'misspelt subject',
    { ...without(usage, 'subject'), subjet: 'tel:13800138000' },
    [
      'subject: is missing; add whom it is about, e.g. "tel:+8613800138000" or "account:A17"; you sent "subjet"',
    ],
  ],
  [
    'subject of another kind',
    { ...usage, subject: 'imsi:460001234567890' },
    [
      'subject: is neither a phone number nor an account; write "tel:" and the number with +country (or 11 digits), or "account:" and its id',
    ],
  ],
  [
    'national landline',
    { ...usage, subject: 'tel:057612345678' },
    [
      'subject: is neither a phone number nor an account; write "tel:" and the number with +country (or 11 digits), or "account:" and its id',
    ],
  ],
  [
    'opening by number',
    { ...opening, subject: 'tel:13800138000' },
    [
      'subject: must be an account for line.opened; write "account:" and the id of the account that the new line belongs to',
    ],
  ],
  [
    'XML',
    { ...usage, datacontenttype: 'application/xml' },
    ['datacontenttype: is not JSON; leave it out or send "application/json"'],
  ],
  [
    'binary data',
    { ...usage, data_base64: 'AA==' },
    ['data_base64: is not understood; send "data" as a JSON object'],
  ],
  [
    'extension in capitals',
    { ...usage, traceParent: 'x' },
    ['traceParent: is no legal attribute name; use 1 to 20 lower-case letters and digits'],
  ],
  [
    'known name in capitals',
    { ...usage, Type: 'x' },
    ['Type: is no legal attribute name; use 1 to 20 lower-case letters and digits; did you mean "type"?'],
  ],
  [
    '__proto__',
    JSON.parse(JSON.stringify(usage).replace('{', '{"__proto__":{"a":1},')),
    ['__proto__: is no legal attribute name; use 1 to 20 lower-case letters and digits'],
  ],
  [
    'extension as an object',
    { ...usage, trace: {} },
    ['trace: is not a text, whole number, true or false; send one of these, or leave it out'],
  ],
  [
    'long extension',
    { ...usage, trace: 'x'.repeat(257) },
    ['trace: is too long; use at most 256 characters'],
  ],
  [
    'too many extensions',
    { ...usage, ...many },
    ['event: has too many extension attributes; send at most 16'],
  ],
  ['data as a list', { ...usage, data: [] }, ['data: is a list; send an object']],
  [
    'no data',
    without(usage, 'data'),
    ['bucketId', 'kind', 'periodStart', 'periodEnd', 'usedBytes', 'allowanceBytes'].map(
      name => `data.${name}: is missing; add data.${name}`,
    ),
  ],
  [
    'misspelt field',
    withData(usage, { usedByte: 1 }),
    ['data.usedByte: is not a field that this has; leave it out; did you mean "usedBytes"?'],
  ],
  [
    'unknown field',
    withData(usage, { colour: 1 }),
    ['data.colour: is not a field that this has; leave it out'],
  ],
  [
    'a field named by a phone number',
    withData(usage, { '13800138000': 1 }),
    ['data.…: is not a field that this has; leave it out'],
  ],
  [
    'unknown field deep inside',
    {
      ...exampleEvent('preference.changed'),
      data: { activeHours: { form: '09:00', from: '09:00', to: '20:00' } },
    },
    ['data.activeHours.form: is not a field that this has; leave it out; did you mean "from"?'],
  ],
  [
    '__proto__ in data',
    { ...usage, data: JSON.parse(JSON.stringify(usage['data']).replace('{', '{"__proto__":1,')) },
    ['data.__proto__: is not a field that this has; leave it out'],
  ],
  [
    'fraction of a byte',
    withData(usage, { usedBytes: 1.5 }),
    ['data.usedBytes: is not a whole number; send a whole number'],
  ],
  [
    'number as a text',
    withData(usage, { usedBytes: '400' }),
    ['data.usedBytes: is a text; send a whole number'],
  ],
  ['negative bytes', withData(usage, { usedBytes: -1 }), ['data.usedBytes: is out of range; use at least 0']],
  [
    'too many bytes',
    withData(usage, { usedBytes: 1e300 }),
    ['data.usedBytes: is out of range; use at most 9007199254740991'],
  ],
  ['null field', withData(usage, { usedBytes: null }), ['data.usedBytes: is null; send a whole number']],
  [
    'unknown kind',
    withData(usage, { kind: 'date' }),
    ['data.kind: is not an allowed value; use one of data, roaming-data; did you mean "data"?'],
  ],
  [
    'no such day',
    withData(usage, { periodEnd: '2026-11-31' }),
    ['data.periodEnd: has not the right form; write a real calendar day as YYYY-MM-DD'],
  ],
  [
    'year 0',
    withData(usage, { periodStart: '0000-11-01' }),
    [
      'data.periodStart: has a year out of range; use 1900 to 2199, and leave the field out where there is no such day',
    ],
  ],
  [
    'a month in year 9999',
    {
      ...exampleEvent('query.performed'),
      data: { ...dataOf(exampleEvent('query.performed')), month: '9999-12' },
    },
    [
      'data.month: has a year out of range; use 1900 to 2199, and leave the field out where there is no such day',
    ],
  ],
  [
    'id of a bad form',
    withData(usage, { bucketId: 'a b' }),
    ['data.bucketId: has not the right form; write letters, digits, ".", "_" and "-", at most 40'],
  ],
  [
    'item of a bad form',
    withData(opening, { packIds: ['ok', '!'] }),
    ['data.packIds[1]: has not the right form; write letters, digits, ".", "_" and "-", at most 40'],
  ],
  [
    'too many items',
    withData(opening, { packIds: Array.from({ length: 17 }, () => 'p') }),
    ['data.packIds: is out of range; use at most 16 items'],
  ],
  [
    'long name',
    withData(opening, { name: '王'.repeat(61) }),
    ['data.name: is out of range; use at most 60 characters'],
  ],
  [
    'name with a line feed',
    withData(opening, { name: '王\n小明' }),
    ['data.name: holds control or broken characters; send printable text in whole UTF-8 characters'],
  ],
  [
    'number without country',
    withData(opening, { number: '057612345678' }),
    [
      'data.number: has no certain country; write it in international form, e.g. +8613800138000 (a mobile of 11 digits may stand without +86)',
    ],
  ],
  [
    'control character in a name of a field',
    withData(usage, { 'a\u0001': 1 }),
    ['data: holds control or broken characters; send printable text in whole UTF-8 characters'],
  ],
  [
    'too deep',
    withData(usage, deep),
    ['data.a.a.a.a.a.a: is nested too deep; send the flat object that docs/events shows'],
  ],
  [
    'several at once',
    { ...withData(usage, { kind: 'x' }), id: 1, time: 'now' },
    [
      'id: is not a text; send a text',
      'time: is not a real date-time with an offset; write RFC 3339 with an offset, e.g. 2026-11-20T08:00:00+08:00',
      'data.kind: is not an allowed value; use one of data, roaming-data',
    ],
  ],
]

describe('a bad event', () => {
  test.each(refusals)('%s is refused and says so', (_, event, faults) => {
    expect(faultsOf(event)).toEqual(faults)
  })

  test.each([
    ['not JSON', '{"a":', 'event: is not JSON; send one JSON object, complete and on one line'],
    ['an empty text', '', 'event: is not JSON; send one JSON object, complete and on one line'],
    ['too long', `"${'x'.repeat(65_536)}"`, 'event: is longer than 65536 bytes; send one fact per event'],
    [
      'too long in bytes',
      `"${'王'.repeat(30_000)}"`,
      'event: is longer than 65536 bytes; send one fact per event',
    ],
  ])('%s as text is refused', (_, text, fault) => {
    const parsed = parseText(text)
    expect(parsed.state === 'refused' && parsed.faults.map(sentence)).toEqual([fault])
  })

  test('gives at most 20 faults', () => {
    const fields = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x${n}`, n]))
    expect(faultsOf(withData(usage, fields))).toHaveLength(20)
  })

  test('never repeats the value of a personal field', () => {
    const faults = faultsOf(withData(opening, { number: '86138001380', name: '王小明\u0007' }))
    expect(faults.join(' ')).not.toMatch(/86138001380|王小明/)
  })
})
