import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/audit.ts'

const tags = ['audit']

/** What was done and who was looked at (FP-10). */
export const auditRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/audit',
    config: { scope: 'audit' },
    schema: {
      tags,
      operationId: 'listAudit',
      summary: 'The audit log',
      querystring: shape.auditQuery,
      response: ok(shape.auditPage),
    },
    handler: request => given(desk.listAudit(request.query, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/audit/check',
    config: { scope: 'audit' },
    schema: {
      tags,
      operationId: 'checkAudit',
      summary: 'Walk a stretch of the chain: is every entry as it was written?',
      querystring: shape.auditCheckQuery,
      response: ok(shape.auditCheck),
    },
    handler: request => given(desk.checkAudit(request.query, actorOf(request))),
  })
}
