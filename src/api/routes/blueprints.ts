import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/blueprint.ts'

const tags = ['rulebook']

export const blueprintRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/blueprints',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listBlueprints',
      summary: 'Which touchpoints have a service blueprint, and how many failure points',
      response: ok(shape.blueprintList),
    },
    handler: request => given(desk.listBlueprints(actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/blueprints/:touchpoint',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'getBlueprint',
      summary: 'The service blueprint of a touchpoint',
      params: shape.blueprintParams,
      response: ok(shape.blueprintView),
    },
    handler: request => given(desk.getBlueprint(request.params, actorOf(request))),
  })
}
