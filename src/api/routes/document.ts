import type { Routes } from '../api.ts'
import { problem } from '../events/documentation.ts'

const docs = {
  200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
  '4XX': problem('Refused: see "code" and docs/errors.md.'),
}

/** The OpenAPI document of all this. */
export const documentRoutes: Routes = api => {
  api.route({
    method: 'GET',
    url: '/openapi.json',
    config: { scope: 'read', docs },
    schema: { tags: ['operation'], operationId: 'openapi', summary: 'This document' },
    handler: (_, reply) => reply.type('application/json').send(JSON.stringify(api.swagger())),
  })
}
