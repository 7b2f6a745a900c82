/** The `response` part of a route's schema. */
import type { z } from 'zod'
import { problemShape } from './problem.ts'

const problem = (description: string) =>
  ({ description, content: { 'application/problem+json': { schema: problemShape } } }) as const

const problemAnswers = {
  '4xx': problem('Refused: see "code" and docs/errors.md.'),
  '5xx': problem('Trouble of the server; 503 may be tried again.'),
} as const

export const ok = <T extends z.ZodType>(answer: T) => ({ 200: answer, ...problemAnswers })
export const created = <T extends z.ZodType>(answer: T) => ({ 201: answer, ...problemAnswers })
export const accepted = <T extends z.ZodType>(answer: T) => ({ 202: answer, ...problemAnswers })
