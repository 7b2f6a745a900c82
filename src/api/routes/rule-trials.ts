import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/rule-trial.ts'

/** One event tried on one customer; nothing is kept. */
export const ruleTrialRoutes: Routes = (api, { desk, limits }) => {
  api.route({
    method: 'POST',
    url: '/rulebook/try',
    bodyLimit: limits.rulebookBytes,
    config: { scope: 'rulebook:try' },
    schema: {
      tags: ['rulebook'],
      operationId: 'tryRules',
      summary: 'Try an event on an invented customer',
      body: shape.tryBody,
      response: ok(shape.ruleTrial),
    },
    handler: request => given(desk.tryRules(request.body, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/customers/:account/try',
    bodyLimit: limits.rulebookBytes,
    config: { scope: 'customers' },
    schema: {
      tags: ['customers'],
      operationId: 'tryOnCustomer',
      summary: 'Try an event on an opened customer, as they stand now; they are not changed',
      params: shape.tryCustomerParams,
      body: shape.tryCustomerBody,
      response: ok(shape.ruleTrial),
    },
    handler: request => given(desk.tryOnCustomer({ ...request.params, ...request.body }, actorOf(request))),
  })
}
