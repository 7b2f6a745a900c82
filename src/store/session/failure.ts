import pg from 'pg'
import { DatabaseError, kindOf } from '../database-error.ts'
import { ColumnError } from './column-values.ts'

/**
 * What went wrong, in our terms. Only an error that PostgreSQL itself sent has a SQLSTATE: a socket error also
 * carries a `code`, and EPIPE looks like one.
 */
export function failureOf(error: unknown, during: 'work' | 'commit' = 'work'): DatabaseError {
  if (error instanceof DatabaseError) return error
  const message = messageOf(error)
  const code = error instanceof pg.DatabaseError ? (error.code ?? null) : null
  const kind = error instanceof ColumnError ? 'bad-input' : kindOf(code, during)
  return Object.assign(new DatabaseError(kind, message, code), { cause: error })
}

/** For `catch`: the same trouble, in our terms. */
export function rethrow(error: unknown): never {
  throw failureOf(error)
}

/** Connecting to a name with several addresses fails with an AggregateError whose own message is empty. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
