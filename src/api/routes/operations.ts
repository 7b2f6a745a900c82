import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { monitors } from '../shapes/monitor.ts'
import { operations } from '../shapes/operations.ts'

export const operationRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/operations',
    config: { scope: 'read' },
    schema: {
      tags: ['operation'],
      operationId: 'operations',
      summary: 'How the engine and its database do',
      response: ok(operations),
    },
    handler: request => given(desk.operations(actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/monitors',
    config: { scope: 'read' },
    schema: {
      tags: ['operation'],
      operationId: 'monitors',
      summary: 'What must not be late or fall silent',
      response: ok(monitors),
    },
    handler: request => given(desk.monitors(actorOf(request))),
  })
}
