import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { reconciliation } from '../shapes/reconciliation.ts'

const tags = ['operation']

/** The books of G8. */
export const reconcileRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/reconcile',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'reconcile',
      summary: 'Do the books balance?',
      response: ok(reconciliation),
    },
    handler: request => given(desk.reconcile(actorOf(request))),
  })
}
