import type { Routes } from '../api.ts'
import { problem } from '../events/documentation.ts'

const docs = {
  200: { description: 'Prometheus text format.', content: { 'text/plain': { schema: { type: 'string' } } } },
  '4XX': problem('Refused: see "code" and docs/errors.md.'),
}

/** For Prometheus: `authorization: { credentials_file: … }` in its scrape config. */
export const metricsRoutes: Routes = (api, { metrics }) => {
  api.route({
    method: 'GET',
    url: '/metrics',
    config: { scope: 'read', docs },
    schema: { tags: ['operation'], operationId: 'metrics', summary: 'Prometheus metrics' },
    handler: async (_, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  })
}
