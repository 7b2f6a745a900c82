import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/gateway.ts'
import { emptyBody } from '../shapes/set-aside.ts'

const tags = ['operation']

export const gatewayRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/gateways',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listGateways',
      summary: 'The ways out and how they do',
      response: ok(shape.gatewayList),
    },
    handler: request => given(desk.listGateways(actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/queues',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listQueues',
      summary: 'What waits to be sent, by channel and class',
      response: ok(shape.queueList),
    },
    handler: request => given(desk.listQueues(actorOf(request))),
  })
}

/** Maintenance of one gateway: others of its channel take over, or its messages wait. */
export const gatewayStepRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'POST',
    url: '/gateways/:name/drain',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'drainGateway',
      summary: 'Hand nothing more to a gateway',
      description: 'Answers and receipts go on. It lasts until it is resumed, also over a restart.',
      params: shape.gatewayParams,
      body: shape.drainBody,
      response: ok(shape.gatewayView),
    },
    handler: request => given(desk.drainGateway({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/gateways/:name/resume',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'resumeGateway',
      summary: 'Use a drained gateway again',
      params: shape.gatewayParams,
      body: emptyBody,
      response: ok(shape.gatewayView),
    },
    handler: request => given(desk.resumeGateway(request.params, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/gateways/:name/trace',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'traceGateway',
      summary: 'Look at the protocol of a gateway',
      description:
        'Whoever begins to look is written into the audit log. "wrong-state" of one that speaks none.',
      params: shape.gatewayParams,
      querystring: shape.traceQuery,
      response: ok(shape.traceView),
    },
    handler: request => given(desk.traceGateway({ ...request.params, ...request.query }, actorOf(request))),
  })
}
