import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { speaker } from '../spoken.ts'
import * as shape from '../shapes/set-aside.ts'

const tags = ['set-aside']

/** Events that were kept but not decided (G10). */
export const setAsideRoutes: Routes = (api, { desk, noteText }) => {
  api.route({
    method: 'GET',
    url: '/set-aside',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listSetAside',
      summary: 'List events set aside',
      querystring: shape.setAsideQuery,
      response: ok(shape.setAsidePage),
    },
    handler: async request => {
      const { items, next } = await given(desk.listSetAside(request.query, actorOf(request)))
      return { items: items.map(speaker(noteText, request)), next }
    },
  })
  api.route({
    method: 'GET',
    url: '/set-aside/:id',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'getSetAside',
      summary: 'One event set aside',
      params: shape.setAsideParams,
      response: ok(shape.setAsideItem),
    },
    handler: async request =>
      speaker(noteText, request)(await given(desk.getSetAside(request.params, actorOf(request)))),
  })
  api.route({
    method: 'GET',
    url: '/set-aside/:id/raw',
    config: { scope: 'admin' },
    schema: {
      tags,
      operationId: 'getSetAsideRaw',
      summary: 'The event as it came, personal data included',
      params: shape.setAsideParams,
      querystring: shape.setAsideRawQuery,
      response: ok(shape.setAsideRaw),
    },
    handler: request => given(desk.getSetAsideRaw({ ...request.params, ...request.query }, actorOf(request))),
  })
}

/** What staff do with them. */
export const setAsideStepRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'POST',
    url: '/set-aside/replay',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'replaySetAside',
      summary: 'Decide events again that were set aside',
      body: shape.replayBody,
      response: ok(shape.replayed),
    },
    handler: request => given(desk.replaySetAside(request.body, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/set-aside/:id/replay',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'replayOneSetAside',
      summary: 'Decide one event again',
      params: shape.setAsideParams,
      body: shape.emptyBody,
      response: ok(shape.replayed),
    },
    handler: request => given(desk.replaySetAside({ ids: [request.params.id] }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/set-aside/:id/discard',
    config: { scope: 'operate' },
    schema: {
      tags,
      operationId: 'discardSetAside',
      summary: 'Give an event up, with a reason',
      params: shape.setAsideParams,
      body: shape.discardBody,
      response: ok(shape.setAsideItem),
    },
    handler: request => given(desk.discardSetAside({ ...request.params, ...request.body }, actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/set-aside/:id/correct',
    config: { scope: 'admin' },
    schema: {
      tags,
      operationId: 'correctSetAside',
      summary: 'Put an event right and decide it',
      description:
        'It keeps its source and id and returns as a late fact. What was wrong with it is told field by field.',
      params: shape.setAsideParams,
      body: shape.correctBody,
      response: ok(shape.corrected),
    },
    handler: request => given(desk.correctSetAside({ ...request.params, ...request.body }, actorOf(request))),
  })
}
