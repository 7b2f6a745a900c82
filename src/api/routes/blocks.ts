import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/block.ts'

const tags = ['blocks']

/** Of an opened customer: asking for a block, seeing them, taking one back (NF-12). */
export const blockRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/customers/:account/blocks',
    config: { scope: 'customers' },
    schema: {
      tags,
      operationId: 'listBlocksOf',
      summary:
        'Which reminders staff keep from an opened customer, since when, until when, and who approved it',
      params: shape.blocksParams,
      response: ok(shape.blockList),
    },
    handler: request => given(desk.listBlocksOf(request.params, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/customers/:account/blocks',
    config: { scope: 'assist' },
    schema: {
      tags,
      operationId: 'askForBlock',
      summary: 'Ask that a kind of reminder be kept from an opened customer for a time',
      description:
        'Nothing is blocked before somebody else approves it. What must be told cannot be blocked.',
      params: shape.blocksParams,
      body: shape.blockBody,
      response: ok(shape.blockView),
    },
    handler: request => given(desk.askForBlock({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/customers/:account/blocks/:id/lift',
    config: { scope: 'assist' },
    schema: {
      tags,
      operationId: 'liftBlockOf',
      summary: 'Let the reminders through again, or take the request back',
      params: shape.blockOfParams,
      body: shape.blockReason,
      response: ok(shape.blockView),
    },
    handler: request => given(desk.liftBlock({ ...request.params, ...request.body }, actorOf(request))),
  })
}

/** Of those who decide on them: they see no customer, only the request. */
export const blockStepRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/blocks',
    config: { scope: 'blocks:approve' },
    schema: {
      tags,
      operationId: 'listBlocks',
      summary: 'Blocks of reminders: what is to be decided on, and what was',
      querystring: shape.blocksQuery,
      response: ok(shape.blockPage),
    },
    handler: request => given(desk.listBlocks(request.query, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/blocks/:id/approve',
    config: { scope: 'blocks:approve' },
    schema: {
      tags,
      operationId: 'approveBlock',
      summary: 'Approve a block that somebody else asked for; it begins at once',
      params: shape.blockParams,
      body: shape.blockNote,
      response: ok(shape.blockView),
    },
    handler: request => given(desk.approveBlock({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/blocks/:id/refuse',
    config: { scope: 'blocks:approve' },
    schema: {
      tags,
      operationId: 'refuseBlock',
      summary: 'Refuse it, and say why',
      params: shape.blockParams,
      body: shape.blockReason,
      response: ok(shape.blockView),
    },
    handler: request => given(desk.refuseBlock({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/blocks/:id/lift',
    config: { scope: 'blocks:approve' },
    schema: {
      tags,
      operationId: 'liftBlock',
      summary: 'Let the reminders through again before the time is over',
      params: shape.blockParams,
      body: shape.blockReason,
      response: ok(shape.blockView),
    },
    handler: request => given(desk.liftBlock({ ...request.params, ...request.body }, actorOf(request))),
  })
}
