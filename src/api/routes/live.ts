import type { Routes } from '../api.ts'
import { problem } from '../events/documentation.ts'
import { ProblemError } from '../problem.ts'

const type = 'text/event-stream'
const retryAfterS = 30

const description = `Server-sent events. Each has an \`id\`; come back with the last one in the header \`Last-Event-ID\` to go on from there.

- \`figures\`: \`day\`, \`total\` of today as in /figures/today; at most once a second, when they have changed.
- \`reminder\`: \`at\`, \`touchpoint\`, \`rule\`, \`channel\`, \`state\`, \`reason\`, \`province\`, \`city\` of what just happened, never of whom; \`skipped\`: so many since the line before are not shown.
- \`alarm\`: \`id\`, \`kind\`, \`change\` (opened, closed), \`at\`.
- \`gateway\`: \`name\`, \`channel\`, \`room\`, \`unanswered\`, \`inDoubt\`, \`sentPerSecond\`.
- \`stage\`: \`at\`: something has changed on the stage of a demo.
- \`gap\`: what followed the id that you named is no longer here; read the lists anew.

A comment comes every 15 seconds. Who reads too slowly is disconnected, and so is a key that is revoked.`

/** What happens, as it happens. */
export const liveRoutes: Routes = (api, { hub, callerOf }) => {
  api.addHook('preClose', async () => hub.close())
  api.route({
    method: 'GET',
    url: '/live',
    exposeHeadRoute: false,
    config: {
      scope: 'read',
      docs: {
        200: { description: 'Events until you leave.', content: { [type]: { schema: { type: 'string' } } } },
        503: problem('too-many-listeners', 'Retry-After'),
        '4XX': problem('Refused: see "code" and docs/errors.md.'),
      },
    },
    schema: { tags: ['figures'], operationId: 'live', summary: 'What happens, as it happens', description },
    handler: (request, reply) => {
      const lastId = request.headers['last-event-id']
      const stream = hub.open({
        lastId: typeof lastId === 'string' ? lastId : undefined,
        mayStay: async () => (await callerOf(request))?.scopes.includes('read') ?? false,
      })
      if (stream === null) throw new ProblemError('too-many-listeners', { retryAfterS })
      return reply.type(type).header('x-accel-buffering', 'no').send(stream)
    },
  })
}
