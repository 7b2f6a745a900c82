import { expect, it } from 'vitest'
import { DatabaseError, type DatabaseErrorKind, kindOf } from './database-error.ts'

it.each<[string | null, 'work' | 'commit', DatabaseErrorKind, string]>([
  ['22001', 'work', 'bad-input', 'string too long'],
  ['22003', 'work', 'bad-input', 'number out of range'],
  ['22021', 'work', 'bad-input', 'NUL in a text'],
  ['22P02', 'work', 'bad-input', 'not a number'],
  ['23505', 'work', 'bad-input', 'unique violation'],
  ['23503', 'commit', 'bad-input', 'deferred foreign key, found at COMMIT: certainly rolled back'],
  ['54000', 'work', 'bad-input', 'program limit'],
  ['54001', 'work', 'bad-input', 'JSON too deep'],
  ['40001', 'work', 'retry', 'serialization failure'],
  ['40001', 'commit', 'retry', 'serialization failure, found at COMMIT: certainly rolled back'],
  ['40P01', 'work', 'retry', 'deadlock'],
  ['53100', 'work', 'retry', 'disk full'],
  ['53300', 'work', 'retry', 'too many connections'],
  ['55P03', 'work', 'retry', 'lock timeout'],
  ['57014', 'work', 'retry', 'statement timeout'],
  ['57014', 'commit', 'retry', 'cancelled COMMIT: an error, so rolled back'],
  ['57P01', 'work', 'retry', 'backend killed'],
  ['57P01', 'commit', 'unknown-outcome', 'backend killed while committing'],
  ['08006', 'work', 'retry', 'connection failure'],
  ['08006', 'commit', 'unknown-outcome', 'connection failure while committing'],
  ['25006', 'work', 'retry', 'a write sent as a read: our mistake, not the data'],
  ['42601', 'work', 'retry', 'syntax error: our mistake, not the data'],
  ['42P01', 'work', 'retry', 'no such table: not migrated'],
  ['0A000', 'work', 'retry', 'a prepared plan went stale'],
  ['XX000', 'work', 'retry', 'internal error'],
  [null, 'work', 'retry', 'connection lost'],
  [null, 'commit', 'unknown-outcome', 'connection lost while committing'],
])('%s during %s means %s (%s)', (code, during, kind) => {
  expect(kindOf(code, during)).toBe(kind)
})

it('an error says its kind and its SQLSTATE', () => {
  expect(new DatabaseError('bad-input', 'duplicate key', '23505')).toMatchObject({
    name: 'DatabaseError',
    kind: 'bad-input',
    code: '23505',
  })
  expect(new DatabaseError('retry', 'gone').code).toBeNull()
})
