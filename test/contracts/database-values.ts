/** Values and failures as tables whose last columns are the answer. */
const bytes = new Uint8Array([0, 1, 127, 128, 255])
const deep = '['.repeat(200_000) + ']'.repeat(200_000)

/** [type, value given as $1, value that comes back] */
export const typeCases: readonly (readonly [string, unknown, unknown])[] = [
  ['int2', -32_768, -32_768],
  ['int4', 2_147_483_647, 2_147_483_647],
  ['int8', 0, 0],
  ['int8', 9_007_199_254_740_991, 9_007_199_254_740_991],
  ['int8', -9_007_199_254_740_991n, -9_007_199_254_740_991],
  ['float8', 0.1, 0.1],
  ['float8', 1e300, 1e300],
  ['float4', 0.5, 0.5],
  ['numeric', '12345678901234567890.123456', '12345678901234567890.123456'],
  ['numeric', 1n, '1'],
  ['bool', true, true],
  ['bool', false, false],
  ['text', 'x', 'x'],
  ['varchar', 'x', 'x'],
  ['text', null, null],
  ['date', '2026-02-28', '2026-02-28'],
  ['date', '0099-01-01', '0099-01-01'],
  ['timestamptz', '2026-02-28T23:59:59.987+08:00', Date.parse('2026-02-28T15:59:59.987Z')],
  ['timestamptz', '1970-01-01 00:00:00.0019Z', 1],
  ['timestamp', '2026-02-28 15:59:59', Date.parse('2026-02-28T15:59:59Z')],
  ['bytea', bytes, bytes],
  ['bytea', new Uint8Array(0), new Uint8Array(0)],
  ['json', '{"a": [1, null, "x"]}', { a: [1, null, 'x'] }],
  ['jsonb', '{"a": {"b": true}}', { a: { b: true } }],
  ['uuid', '0190163d-8694-739b-aea5-966c26f8ad91', '0190163d-8694-739b-aea5-966c26f8ad91'],
  ['interval', '1 day 02:00', '1 day 02:00:00'],
  [
    'text[]',
    ['a', null, '', '{b}', 'c,d', '"', '\\', 'NULL', '\n'],
    ['a', null, '', '{b}', 'c,d', '"', '\\', 'NULL', '\n'],
  ],
  ['text[]', [], []],
  ['int8[]', [1n, null, -2], [1, null, -2]],
  ['int4[]', [1, 2], [1, 2]],
  ['bool[]', [true, false, null], [true, false, null]],
  ['numeric[]', ['1.50'], ['1.50']],
  ['date[]', ['2026-02-28'], ['2026-02-28']],
  ['timestamptz[]', ['1970-01-01 00:00:01Z', null], [1_000, null]],
  ['float8[]', [0.5], [0.5]],
]

type Failure = readonly [text: string, values: unknown[], kind: string, code: string | null]

/** On a table with the key 1. */
export const failureCases = (table: string): readonly Failure[] => [
  [`insert into ${table} values (1)`, [], 'bad-input', '23505'],
  [`insert into ${table} values (null)`, [], 'bad-input', '23502'],
  [`insert into ${table} values (3, $1)`, ['a\0b'], 'bad-input', '22021'],
  [`insert into ${table} values ($1)`, ['x'], 'bad-input', '22P02'],
  [`insert into ${table} values ($1)`, [2n ** 63n], 'bad-input', '22003'],
  [`select $1::int2`, [40_000], 'bad-input', '22003'],
  [`select 1 / $1::int`, [0], 'bad-input', '22012'],
  [`select $1::date`, ['2026-02-30'], 'bad-input', '22008'],
  [`select $1::jsonb`, ['{'], 'bad-input', '22P02'],
  [`select $1::jsonb`, [deep], 'bad-input', '54001'],
  [`select timestamptz 'infinity'`, [], 'bad-input', null],
  [`select length(repeat($1, 2000000000))`, ['xx'], 'bad-input', '54000'],
  // Not the data's fault: our own mistakes, or a database that was not migrated.
  [`selec`, [], 'retry', '42601'],
  [`select * from no_such_table`, [], 'retry', '42P01'],
  [`select no_such_column from ${table}`, [], 'retry', '42703'],
]
