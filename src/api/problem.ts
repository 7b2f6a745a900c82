/** One error answer: RFC 9457 `application/problem+json`, extended by code, field, remedy and what each code needs. */
import { z } from 'zod'
import type { Fault } from '../intake/fault.ts'
import { faultCodes } from '../intake/fault.ts'
import type { ProblemCode } from './problems.ts'
import { problems } from './problems.ts'
import { rulebookFault } from './shapes/rulebook-fault.ts'
import type { RulebookFaultShape } from './shapes/rulebook-fault.ts'

export const problemType = 'application/problem+json; charset=utf-8'

interface More {
  readonly detail?: string
  readonly field?: string
  readonly faults?: readonly Fault[]
  readonly places?: readonly RulebookFaultShape[]
  readonly results?: readonly unknown[]
  readonly retryAfterS?: number
}

/** Thrown by routes and hooks; the error handler makes the answer of it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly more: More

  constructor(code: ProblemCode, more: More = {}) {
    super(more.detail ?? problems[code].title)
    this.code = code
    this.more = more
  }
}

/** The body; the header Retry-After goes beside it. */
export function problemBody({ code, more }: ProblemError, requestId: string): Record<string, unknown> {
  const { status, title, remedy } = problems[code]
  const { retryAfterS: _, ...rest } = more
  return { type: `urn:kairos:problem:${code}`, title, status, code, remedy, requestId, ...rest }
}

export const faultShape = z
  .object({
    code: z.enum(Object.keys(faultCodes)),
    field: z.string().meta({ description: 'Path from the top, e.g. data.packIds[3]; empty for the whole.' }),
    problem: z.string(),
    remedy: z.string(),
  })
  .meta({ id: 'Fault', description: 'What is wrong with one field, and what to do.' })

export const problemShape = z
  .object({
    type: z.string().meta({ description: 'urn:kairos:problem:<code>' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems)),
    remedy: z.string().meta({ description: 'What to do.' }),
    requestId: z.string().meta({ description: 'Also in the header X-Request-Id and in the log.' }),
    detail: z.string().optional(),
    field: z.string().optional(),
    faults: z.array(faultShape).optional(),
    places: z.array(rulebookFault).optional(),
    results: z.array(z.unknown()).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem details; all codes are listed in docs/errors.md.',
    examples: [
      {
        type: 'urn:kairos:problem:busy',
        title: problems.busy.title,
        status: 429,
        code: 'busy',
        remedy: problems.busy.remedy,
        requestId: 'mhq2-1f',
      },
    ],
  })
