import { describe, expect, it } from 'vitest'
import { Busy, Unavailable } from '../engine/inbox.ts'
import { DatabaseError } from '../store/database.ts'
import { problemOf } from './errors.ts'

describe('what went wrong, as an answer', () => {
  const rows: readonly (readonly [error: Error, code: string])[] = [
    [new Busy(2), 'busy'],
    [new Unavailable('x'), 'unavailable'],
    [new DatabaseError('retry', 'connection lost'), 'unavailable'],
    [new DatabaseError('unknown-outcome', 'lost while committing'), 'unavailable'],
    [new DatabaseError('bad-input', 'ours'), 'internal'],
    [new Error('a bug'), 'internal'],
  ]
  it.each(rows)('G10: %s → %s', (error, code) => {
    expect(problemOf(error).code).toBe(code)
  })
})
