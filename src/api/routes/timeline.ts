import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { speaker } from '../spoken.ts'
import * as shape from '../shapes/timeline.ts'

/** The conversation with a line. POST, because a number must not stand in an address. */
export const timelineRoutes: Routes = (api, { desk, noteText }) => {
  api.route({
    method: 'POST',
    url: '/timeline',
    config: { scope: 'customers' },
    schema: {
      tags: ['accounts'],
      operationId: 'timeline',
      summary: 'What was said to the holder of a number, and what came back',
      description: 'Changes nothing. The number goes in the body, so that no proxy or browser logs it.',
      body: shape.timelineBody,
      response: ok(shape.timelineView),
    },
    handler: async request => {
      const view = await given(desk.timeline(request.body, actorOf(request)))
      return { ...view, items: view.items.map(speaker(noteText, request)) }
    },
  })
}
