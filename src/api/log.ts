/**
 * What may be logged: never a number, a body or a header. Addresses appear as route patterns, callers as
 * names, faults as codes; texts of errors have their long digit runs masked.
 */
import type { LoggerOptions } from 'pino'
import { maskedText } from './masking.ts'

const hidden = ['authorization', 'headers', 'body', 'number', 'numbers', 'subject', 'text', 'data', 'raw']

/** Options for the one logger that `main` makes: `pino({ ...logOptions, level })`. */
export const logOptions: LoggerOptions = {
  redact: { paths: hidden.flatMap(field => [field, `*.${field}`, `*.*.${field}`]), censor: '…' },
  serializers: { err: errorEntry, error: errorEntry },
  base: null,
}

/** An error without the properties that drivers hang on it (PostgreSQL's `detail` repeats values). */
export function errorEntry(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const stack = (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const cause = error.cause === undefined ? {} : { cause: errorEntry(error.cause) }
  return { type: error.name, message: maskedText(error.message), code, stack: stack.join('\n'), ...cause }
}
