import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/customer.ts'
import { planChangeParams, planChangeView } from '../shapes/plan-change.ts'
import { customerPicture } from '../shapes/picture.ts'

const tags = ['customers']

/** Whoever looks at a customer says why first (FP-09), and it is kept (FP-10). */
export const customerRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'POST',
    url: '/customers/open',
    config: { scope: 'customers' },
    schema: {
      tags,
      operationId: 'openCustomer',
      summary: 'Open a customer, by number or account, for one of the four lawful reasons',
      description: 'For half an hour this session may then look at what concerns this account.',
      body: shape.customerBody,
      response: ok(shape.customerView),
    },
    handler: request => given(desk.openCustomer(request.body, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/customers/:account',
    config: { scope: 'customers' },
    schema: {
      tags,
      operationId: 'getCustomer',
      summary: 'An opened customer as they stand now: offers, allowances, balance, standing, preferences',
      params: shape.customerParams,
      response: ok(customerPicture),
    },
    handler: request => given(desk.getCustomer(request.params, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/customers/:account/plan-changes/:eventId',
    config: { scope: 'customers' },
    schema: {
      tags,
      operationId: 'comparePlanChange',
      summary:
        'A change of plan of an opened customer: before and after side by side, and what to say with it',
      description:
        'For the second screen, which the customer looks at: nothing else of the customer is in it. Event ids hold "/": encode it as %2F.',
      params: planChangeParams,
      response: ok(planChangeView),
    },
    handler: request => given(desk.comparePlanChange(request.params, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/customers/:account/unmask',
    config: { scope: 'unmask' },
    schema: {
      tags,
      operationId: 'unmaskCustomer',
      summary: 'See the numbers of an opened customer in full',
      params: shape.customerParams,
      body: shape.unmaskBody,
      response: ok(shape.unmasked),
    },
    handler: request => given(desk.unmaskCustomer({ ...request.params, ...request.body }, actorOf(request))),
  })
}
