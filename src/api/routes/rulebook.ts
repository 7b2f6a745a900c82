import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { created, ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/rulebook-version.ts'

const tags = ['rulebook']

/** Looking at versions. */
export const rulebookRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/rulebook/versions',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listVersions',
      summary: 'All versions',
      querystring: shape.versionsQuery,
      response: ok(shape.versionPage),
    },
    handler: request => given(desk.listVersions(request.query, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/versions/:version',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'getVersion',
      summary: 'One version',
      params: shape.versionParams,
      response: ok(shape.versionView),
    },
    handler: request => given(desk.getVersion(request.params, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/versions/:version/files',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'getVersionFiles',
      summary: 'The files of a version',
      params: shape.versionParams,
      response: ok(shape.versionFiles),
    },
    handler: request => given(desk.getVersionFiles(request.params, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/versions/:version/diff',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'diffVersions',
      summary: 'What a version changes',
      params: shape.versionParams,
      querystring: shape.diffQuery,
      response: ok(shape.versionDiff),
    },
    handler: request => given(desk.diffVersions({ ...request.params, ...request.query }, actorOf(request))),
  })
}

/** Draft → reviewed. */
export const rulebookStepRoutes: Routes = (api, { desk, limits }) => {
  api.route({
    method: 'POST',
    url: '/rulebook/versions',
    bodyLimit: limits.rulebookBytes,
    config: { scope: 'rulebook:write' },
    schema: {
      tags,
      operationId: 'submitVersion',
      summary: 'Submit a draft',
      body: shape.submitBody,
      response: created(shape.submitted),
    },
    handler: async (request, reply) =>
      reply.code(201).send(await given(desk.submitVersion(request.body, actorOf(request)))),
  })
  api.route({
    method: 'POST',
    url: '/rulebook/versions/:version/review',
    config: { scope: 'rulebook:review' },
    schema: {
      tags,
      operationId: 'reviewVersion',
      summary: 'Approve a draft of somebody else',
      params: shape.versionParams,
      body: shape.reviewBody,
      response: ok(shape.versionView),
    },
    handler: request => given(desk.reviewVersion({ ...request.params, ...request.body }, actorOf(request))),
  })
}

/** Into force, and back. */
export const rulebookForceRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'POST',
    url: '/rulebook/versions/:version/publish',
    config: { scope: 'rulebook:write' },
    schema: {
      tags,
      operationId: 'publishVersion',
      summary: 'Bring a reviewed version into force, now or later',
      description: 'Needs a finished dry run of exactly its content.',
      params: shape.versionParams,
      body: shape.publishBody,
      response: ok(shape.versionView),
    },
    handler: request => given(desk.publishVersion({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/rulebook/versions/:version/publish-untried',
    config: { scope: 'rulebook:review' },
    schema: {
      tags,
      operationId: 'publishUntried',
      summary: 'In an emergency: bring a reviewed version into force without a dry run',
      params: shape.versionParams,
      body: shape.untriedBody,
      response: ok(shape.versionView),
    },
    handler: request => given(desk.publishUntried({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/rulebook/versions/:version/recall',
    config: { scope: 'rulebook:write' },
    schema: {
      tags,
      operationId: 'recallVersion',
      summary: 'Take a published version back; what it planned is withheld',
      params: shape.versionParams,
      body: shape.recallBody,
      response: ok(shape.recalled),
    },
    handler: request => given(desk.recallVersion({ ...request.params, ...request.body }, actorOf(request))),
  })
}
