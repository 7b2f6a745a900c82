/** Whatever goes wrong becomes one problem answer; what is our own fault is logged, and told by its id only. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Busy, Unavailable } from '../engine/inbox.ts'
import { DatabaseError } from '../store/database.ts'
import { ProblemError, problemBody, problemType } from './problem.ts'
import type { ProblemCode } from './problems.ts'
import { problems } from './problems.ts'

const unavailableS = 5

/** Fastify's own refusals. */
const frameworkCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'bad-request',
  FST_ERR_MAX_PARAM_LENGTH: 'url-too-long',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-json',
  ECONNRESET: 'bad-request',
}

export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof Busy)
    return new ProblemError('busy', { retryAfterS: Math.max(1, Math.ceil(error.retryAfterS)) })
  if (error instanceof Unavailable || isOutage(error))
    return new ProblemError('unavailable', { retryAfterS: unavailableS })
  const code = error instanceof Error && 'code' in error ? frameworkCodes[String(error.code)] : undefined
  return new ProblemError(code ?? 'internal', code === undefined ? {} : { detail: problems[code].title })
}

/** The database went away under a look-up: trouble outside, not a fault of ours (G10). */
const isOutage = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.kind === 'retry' || error.kind === 'unknown-outcome')

export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  if (problem.code === 'internal') request.log.error({ err: error }, 'request failed')
  sendProblem(problem, request, reply)
}

export function sendProblem(problem: ProblemError, request: FastifyRequest, reply: FastifyReply): void {
  const { retryAfterS } = problem.more
  if (retryAfterS !== undefined) reply.header('retry-after', retryAfterS)
  if (problems[problem.code].status === 401) reply.header('www-authenticate', 'Bearer realm="kairos"')
  // A body that nobody will read must not keep the connection.
  if (!request.raw.complete) reply.header('connection', 'close')
  void reply
    .code(problems[problem.code].status)
    .type(problemType)
    .send(JSON.stringify(problemBody(problem, request.id)))
}

/** 405 where the address takes other methods, 404 where it takes none. */
export function answerMissing(
  methods: readonly string[],
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (methods.length === 0) return sendProblem(new ProblemError('no-such-route'), request, reply)
  reply.header('allow', methods.join(', '))
  return sendProblem(
    new ProblemError('wrong-method', { detail: `it takes ${methods.join(', ')}` }),
    request,
    reply,
  )
}
