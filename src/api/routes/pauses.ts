import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/pause.ts'

const tags = ['pauses']

/** The stop button (G12). */
export const pauseRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/pauses',
    config: { scope: 'read' },
    schema: { tags, operationId: 'listPauses', summary: 'What is stopped', response: ok(shape.pauseList) },
    handler: request => given(desk.listPauses(actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/pauses',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'pause',
      summary: 'Stop a rule, a channel, a scope, a rulebook version or all',
      body: shape.pauseBody,
      response: ok(shape.pauseView),
    },
    handler: request => given(desk.pause(request.body, actorOf(request))),
  })
  api.route({
    method: 'DELETE',
    url: '/pauses/:kind/:value',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'resume',
      summary: 'Let it go on',
      description:
        'Encode "/" of a scope as %2F. A version that the blast guard has stopped is not stopped by it again.',
      params: shape.pauseParams,
      response: ok(shape.pauseView),
    },
    handler: request => given(desk.resume(request.params, actorOf(request))),
  })
}
