/** Requests are checked by zod; faults are told as they are for events. */
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { faultsOf } from '../intake/issues.ts'
import { ProblemError } from './problem.ts'

const roots: Readonly<Record<string, string>> = {
  querystring: 'query',
  params: 'address',
  body: '',
  headers: 'headers',
}

export const checkInput: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (value: unknown) => {
    const result = schema.safeParse(value)
    if (result.success) return { value: result.data }
    const faults = faultsOf({
      schema,
      value,
      issues: result.error.issues,
      root: roots[httpPart ?? 'body'] ?? '',
    })
    return { error: new ProblemError('invalid-input', { faults }) }
  }
