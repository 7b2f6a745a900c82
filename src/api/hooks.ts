/** What happens around every request: headers, measuring, one log line, a time limit for bodies. */
import type { Readable } from 'node:stream'
import type { Api, Works } from './api.ts'
import { mediaTypeOf } from './body.ts'
import type { ApiLimits } from './limits.ts'
import { ProblemError } from './problem.ts'

/** An API, not a site: nothing of it is to be cached, framed, guessed at or run. */
export const safetyHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Logged are route patterns, names of callers and codes; never addresses, headers or bodies. */
export function watchRequests(api: Api, { metrics }: Works): void {
  api.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...safetyHeaders, 'x-request-id': request.id })
  })
  api.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const done = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    metrics.request(done)
    request.log.info({ ...done, caller: request.actor?.name ?? null }, 'request')
  })
}

/** A body that trickles in holds memory; a stream of lines does not. */
export function watchBodies(api: Api, { bodyMs }: ApiLimits): void {
  api.addHook('preParsing', async (request, _, payload) => {
    if (mediaTypeOf(request.headers['content-type']) === 'application/x-ndjson') return payload
    // Not a reason to live on: a body that nobody reads (there is none) never says that it has ended.
    const timer = setTimeout(() => cutOff(payload, bodyMs), bodyMs).unref()
    for (const over of ['close', 'end', 'error']) payload.once(over, () => clearTimeout(timer))
    return payload
  })
}

/** Whoever reads the body answers the error; destroying it would take the answer's way too. */
function cutOff(payload: Readable, bodyMs: number): void {
  if (payload.listenerCount('error') <= 1) return
  payload.emit('error', new ProblemError('body-too-slow', { detail: `not within ${bodyMs / 1000} s` }))
}
