import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/held.ts'

const tags = ['operation']

/** Coming back after an outage or from a backup (G14). */
export const heldRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/held',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'getHeld',
      summary: 'What an outage or a restore left due',
      response: ok(shape.heldView),
    },
    handler: request => given(desk.held(actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/held/release',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'releaseHeld',
      summary: 'Let go of what is held',
      description: 'It leaves at its rate, each one asked once more whether it is still true.',
      body: shape.releaseBody,
      response: ok(shape.heldView),
    },
    handler: request => given(desk.releaseHeld(request.body, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/held/withhold',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'withholdHeld',
      summary: 'Withhold what is held, for good',
      body: shape.withholdBody,
      response: ok(shape.heldView),
    },
    handler: request => given(desk.withholdHeld(request.body, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/held/compare',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'compareHeld',
      summary: 'Say what the gateways were handed in the lost time',
      description:
        'After a restore: whoever was written to by then is not written to again for the same. A log in several calls; the last one says done.',
      body: shape.compareBody,
      response: ok(shape.compared),
    },
    handler: request => given(desk.compareHeld(request.body, actorOf(request))),
  })
}
