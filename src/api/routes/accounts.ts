import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/explanation.ts'
import * as reminder from '../shapes/reminder.ts'

const tags = ['accounts']

/** What happened to an account, and what followed from it. */
export const accountRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/accounts/:account/decisions',
    config: { scope: 'customers' },
    schema: {
      tags,
      operationId: 'explainAccount',
      summary: 'Each event, the rules considered and the reminders caused',
      params: shape.explanationParams,
      querystring: shape.explanationQuery,
      response: ok(shape.decisionPage),
    },
    handler: request => given(desk.explainAccount({ ...request.params, ...request.query }, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/accounts/:account/reminders',
    config: { scope: 'customers' },
    schema: {
      tags,
      operationId: 'listReminders',
      summary: 'Reminders of an account, sent and withheld',
      params: reminder.remindersParams,
      querystring: reminder.remindersQuery,
      response: ok(reminder.reminderPage),
    },
    handler: request => given(desk.listReminders({ ...request.params, ...request.query }, actorOf(request))),
  })
}
