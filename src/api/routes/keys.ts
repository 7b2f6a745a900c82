import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { created, ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/key.ts'

const tags = ['keys']

/** Keys are for systems, and for the command line of whoever installed it; people have accounts. */
export const keyRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/keys',
    config: { scope: 'admin' },
    schema: {
      tags,
      operationId: 'listKeys',
      summary: 'All keys, without their secrets',
      response: ok(shape.keyList),
    },
    handler: request => given(desk.listKeys(actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/keys',
    config: { scope: 'admin' },
    schema: {
      tags,
      operationId: 'createKey',
      summary: 'Make a key; it is shown this once',
      body: shape.keyBody,
      response: created(shape.newKey),
    },
    handler: async (request, reply) =>
      reply.code(201).send(await given(desk.createKey(request.body, actorOf(request)))),
  })
  api.route({
    method: 'DELETE',
    url: '/keys/:name',
    config: { scope: 'admin' },
    schema: {
      tags,
      operationId: 'revokeKey',
      summary: 'Revoke a key; it is refused after 5 s at the latest',
      params: shape.keyParams,
      response: ok(shape.keyView),
    },
    handler: request => given(desk.revokeKey(request.params, actorOf(request))),
  })
}
