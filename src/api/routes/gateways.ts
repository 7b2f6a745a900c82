import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { gatewayList } from '../shapes/gateway.ts'

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
      response: ok(gatewayList),
    },
    handler: request => given(desk.listGateways(actorOf(request))),
  })
}
