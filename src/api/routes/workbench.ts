import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { versionParams } from '../shapes/rulebook-version.ts'
import * as shape from '../shapes/workbench.ts'

const tags = ['rulebook']

/** What is asked while a draft is written; nothing is kept. */
export const workbenchRoutes: Routes = (api, { desk, limits }) => {
  api.route({
    method: 'POST',
    url: '/rulebook/check',
    bodyLimit: limits.rulebookBytes,
    config: { scope: 'rulebook:write' },
    schema: {
      tags,
      operationId: 'checkDraft',
      summary: 'What is wrong with a draft, before it is submitted',
      body: shape.checkBody,
      response: ok(shape.checkedDraft),
    },
    handler: request => given(desk.checkDraft(request.body, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/rulebook/preview',
    bodyLimit: limits.rulebookBytes,
    config: { scope: 'rulebook:write' },
    schema: {
      tags,
      operationId: 'previewWording',
      summary: 'A template of a draft as customers would get it',
      body: shape.previewBody,
      response: ok(shape.preview),
    },
    handler: request => given(desk.previewWording(request.body, actorOf(request))),
  })
}

/** What a rulebook is written with, and what is in force. */
export const rulebookHelpRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/rulebook/schemas',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listSchemas',
      summary: 'JSON Schemas of the files of a rulebook',
      response: ok(shape.schemaList),
    },
    handler: request => given(desk.listSchemas(actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/names',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listNames',
      summary: 'What conditions and templates may name for an event',
      querystring: shape.namesQuery,
      response: ok(shape.nameList),
    },
    handler: request => given(desk.listNames(request.query, actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/rules',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listRules',
      summary: 'The rules in force',
      response: ok(shape.ruleList),
    },
    handler: request => given(desk.listRules(actorOf(request))),
  })
  api.route({
    method: 'GET',
    url: '/rulebook/versions/:version/completeness',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'completeness',
      summary: 'Moments of which nobody would be told under a version',
      params: versionParams,
      querystring: shape.completenessQuery,
      response: ok(shape.completeness),
    },
    handler: request => given(desk.completeness({ ...request.params, ...request.query }, actorOf(request))),
  })
}
