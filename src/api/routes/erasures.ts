import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/erasure.ts'

const tags = ['erasures']

/** Erasing a person cannot be undone: it has a scope of its own. */
export const erasureRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'POST',
    url: '/accounts/:account/erase',
    config: { scope: 'erase' },
    schema: {
      tags,
      operationId: 'erasePerson',
      summary: 'Erase the person behind an account, for good',
      description:
        'Key, name, numbers and texts go; what was still to be sent is withheld. Journal, reminders and books stay, without anything personal.',
      params: shape.erasureParams,
      body: shape.erasureBody,
      response: ok(shape.erasureView),
    },
    handler: request => given(desk.erasePerson({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/erasures',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listErasures',
      summary: 'Who was erased, by whom and why',
      querystring: shape.erasuresQuery,
      response: ok(shape.erasurePage),
    },
    handler: request => given(desk.listErasures(request.query, actorOf(request))),
  })
}
