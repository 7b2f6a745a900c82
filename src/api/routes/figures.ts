import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { figures, figuresQuery, figuresToday } from '../shapes/figure.ts'

const tags = ['figures']

/** What happened, by day (NF-02). */
export const figureRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/figures',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'figures',
      summary: 'What happened in a span of days',
      querystring: figuresQuery,
      response: ok(figures),
    },
    handler: request => given(desk.figures(request.query, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/figures/today',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'figuresToday',
      summary: 'Today so far, beside yesterday',
      response: ok(figuresToday),
    },
    handler: request => given(desk.figuresToday(actorOf(request))),
  })
}
