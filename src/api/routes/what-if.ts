import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/what-if.ts'

const tags = ['rulebook']

/** Months of simulated people, played in a process aside: nothing of the installation but its versions is touched. */
export const whatIfRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'POST',
    url: '/what-if',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'startWhatIf',
      summary: 'Play the same months of the same simulated people under two versions',
      description: 'One run at a time; ask for its progress and result by its id.',
      body: shape.whatIfBody,
      response: ok(shape.whatIfView),
    },
    handler: request => given(desk.startWhatIf(request.body, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/what-if',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listWhatIfs',
      summary: 'The last runs, newest first',
      response: ok(shape.whatIfList),
    },
    handler: request => given(desk.listWhatIfs(actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/what-if/:id',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'getWhatIf',
      summary: 'How far a run is, and what it came to',
      params: shape.whatIfParams,
      response: ok(shape.whatIfView),
    },
    handler: request => given(desk.getWhatIf(request.params, actorOf(request))),
  })
  api.route({
    method: 'DELETE',
    url: '/what-if/:id',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'cancelWhatIf',
      summary: 'Cancel a run that is under way',
      params: shape.whatIfParams,
      response: ok(shape.whatIfView),
    },
    handler: request => given(desk.cancelWhatIf(request.params, actorOf(request))),
  })
}
