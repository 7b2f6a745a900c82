import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Routes, Works } from '../api.ts'
import { takeBatch } from '../events/batch.ts'
import { takeSingle } from '../events/single.ts'
import { streamResults } from '../events/stream.ts'
import { jsonOf, mediaTypeOf } from '../body.ts'
import { ProblemError } from '../problem.ts'

const single = 'application/cloudevents+json'
const batch = 'application/cloudevents-batch+json'
const ndjson = 'application/x-ndjson'
const json = 'application/json'

/** Facts come in (G1: answered only after the turn that holds them has committed). */
export const eventRoutes: Routes = (api, works) => {
  api.addContentTypeParser([single, batch], { parseAs: 'buffer', bodyLimit: works.limits.bodyBytes }, jsonOf)
  api.addContentTypeParser(ndjson, (_, payload, done) => done(null, payload))
  api.route({
    method: 'POST',
    url: '/events',
    config: { scope: 'events:write', bodyTypes: [single, batch, ndjson, json] },
    schema: {
      tags: ['events'],
      operationId: 'sendEvents',
      summary: 'Send facts: one, a batch, or a stream',
      description:
        'Answered after commit. Sending again is harmless: events are recognised by source and id.',
    },
    handler: async (request, reply) => {
      if (request.headers['ce-specversion'] !== undefined) {
        throw new ProblemError('wrong-content-type', {
          detail: 'CloudEvents in binary mode (ce-… headers); send structured mode',
        })
      }
      const type = mediaTypeOf(request.headers['content-type'])
      if (type === ndjson) return sendStream(chunksOf(request.raw), { reply, works })
      const isList = Array.isArray(request.body)
      if (type === batch && !isList)
        throw new ProblemError('invalid-input', { detail: 'a batch is a JSON array' })
      if (Array.isArray(request.body) && type !== single) return takeBatch(request.body, works)
      const { status, body } = await takeSingle(request.body, works)
      return reply.code(status).send(body)
    },
  })
}

/** The first batch is waited for, so that a full queue can still answer 429. */
async function sendStream(
  bytes: AsyncIterable<Uint8Array>,
  { reply, works }: { readonly reply: FastifyReply; readonly works: Works },
): Promise<FastifyReply> {
  const results = streamResults(bytes, works)
  const first = await results.next()
  const rest = async function* (): AsyncGenerator<string> {
    if (first.done !== true) yield first.value
    yield* results
  }
  const highWaterMark = works.limits.streamAheadBytes
  return reply.type(ndjson).send(Readable.from(rest(), { objectMode: false, highWaterMark }))
}

/** Leaving early must not tear the connection down under the answer: what still comes is read and dropped. */
async function* chunksOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array
  } finally {
    request.resume()
  }
}
