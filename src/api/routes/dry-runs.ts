import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { accepted, ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/dry-run.ts'

const tags = ['rulebook']

/** What a draft would change, tried on the journal. */
export const dryRunRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/rulebook/dry-runs',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listDryRuns',
      summary: 'Dry runs, newest first',
      querystring: shape.dryRunsQuery,
      response: ok(shape.dryRunPage),
    },
    handler: request => given(desk.listDryRuns(request.query, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/dry-runs/:id',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'getDryRun',
      summary: 'A dry run and how far it has come',
      params: shape.dryRunParams,
      response: ok(shape.dryRunView),
    },
    handler: request => given(desk.getDryRun(request.params, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/dry-runs/:id/result',
    config: { scope: 'rulebook:try' },
    schema: {
      tags,
      operationId: 'getDryRunResult',
      summary: 'What the version would have changed',
      params: shape.dryRunParams,
      response: ok(shape.dryRunResult),
    },
    handler: request => given(desk.getDryRunResult(request.params, actorOf(request))),
  })
}

/** Starting one, and stopping it. */
export const dryRunStepRoutes: Routes = (api, { desk, limits }) => {
  api.route({
    method: 'POST',
    url: '/rulebook/dry-runs',
    bodyLimit: limits.rulebookBytes,
    config: { scope: 'rulebook:try' },
    schema: {
      tags,
      operationId: 'startDryRun',
      summary: 'Try a version, or files, on the past; answers at once',
      body: shape.dryRunBody,
      response: accepted(shape.dryRunView),
    },
    handler: async (request, reply) =>
      reply.code(202).send(await given(desk.startDryRun(request.body, actorOf(request)))),
  })
  api.route({
    method: 'POST',
    url: '/rulebook/dry-runs/:id/cancel',
    config: { scope: 'rulebook:try' },
    schema: {
      tags,
      operationId: 'cancelDryRun',
      summary: 'Stop a dry run',
      params: shape.dryRunParams,
      response: ok(shape.dryRunView),
    },
    handler: request => given(desk.cancelDryRun(request.params, actorOf(request))),
  })
}
