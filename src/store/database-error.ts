/**
 * What a failed call means to the caller (design, G10):
 *
 * - `conflict-of-rows`: a statement hit another number of rows than it had to; nothing was committed.
 * - `bad-input`: the values cannot be stored or read; the same values will fail again. Nothing was committed.
 * - `retry`: trouble of the database or of our own SQL, not of the values. Nothing was committed.
 * - `unknown-outcome`: the connection was lost while COMMIT was under way; it may stand or not.
 */
export type DatabaseErrorKind = 'conflict-of-rows' | 'bad-input' | 'retry' | 'unknown-outcome'

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly kind: DatabaseErrorKind
  /** SQLSTATE, five characters; null when the trouble arose on our side of the connection. */
  readonly code: string | null

  constructor(kind: DatabaseErrorKind, message: string, code: string | null = null) {
    super(message)
    this.kind = kind
    this.code = code
  }
}

/** 22 data exception, 23 integrity constraint, 54 program limit: the values are at fault. */
const badInput = /^(22|23|54)/

/** 57P01…03: the server is going away; 08: the connection broke. The answer to a COMMIT may be lost with it. */
const connectionLost = /^(57P|08)/

/** @param code SQLSTATE; null when no answer came at all */
export function kindOf(code: string | null, during: 'work' | 'commit'): DatabaseErrorKind {
  if (code === null || connectionLost.test(code)) return during === 'commit' ? 'unknown-outcome' : 'retry'
  return badInput.test(code) ? 'bad-input' : 'retry'
}
