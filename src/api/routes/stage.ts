import type { Routes } from '../api.ts'
import { created, ok } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/stage.ts'
import type { Stage } from '../stage.ts'

const tags = ['stage']

const onStage = (stage: Stage | null): Stage => {
  if (stage !== null) return stage
  throw new ProblemError('no-stage', { detail: 'only "kairos demo" plays with simulated customers' })
}

/** The stage itself: who is on it, and its time. */
export const stageRoutes: Routes = (api, { stage }) => {
  api.route({
    method: 'GET',
    url: '/stage',
    config: { scope: 'stage' },
    schema: { tags, operationId: 'getStage', summary: 'Who may be played', response: ok(shape.stageView) },
    handler: () => given(onStage(stage).view()),
  })
  api.route({
    method: 'POST',
    url: '/stage/customers',
    config: { scope: 'stage' },
    schema: {
      tags,
      operationId: 'inventCustomer',
      summary: 'Invent a simulated customer, who has no account yet',
      body: shape.inventBody,
      response: created(shape.stageScene),
    },
    handler: async (request, reply) => {
      const scene = await given(onStage(stage).invent(request.body))
      return reply.code(201).send(scene)
    },
  })
  api.route({
    method: 'POST',
    url: '/stage/wait',
    config: { scope: 'stage' },
    schema: {
      tags,
      operationId: 'waitOnStage',
      summary: 'Let time pass quickly, for the engine and all that it plans',
      description: 'Time never goes back. Sessions of staff go by the real clock.',
      body: shape.waitBody,
      response: ok(shape.stageView),
    },
    handler: request => given(onStage(stage).wait(request.body)),
  })
}

/** One customer with the phone in hand. */
export const sceneRoutes: Routes = (api, { stage }) => {
  api.route({
    method: 'GET',
    url: '/stage/customers/:account',
    config: { scope: 'stage' },
    schema: {
      tags,
      operationId: 'getScene',
      summary: 'A simulated customer: the phone, what may happen, and the road of each event',
      params: shape.stageParams,
      response: ok(shape.stageScene),
    },
    handler: request => given(onStage(stage).scene(request.params)),
  })
  api.route({
    method: 'POST',
    url: '/stage/customers/:account/happenings',
    config: { scope: 'stage' },
    schema: {
      tags,
      operationId: 'happen',
      summary: 'Let something happen: the simulated operator sends the facts of it',
      params: shape.stageParams,
      body: shape.happenBody,
      response: ok(shape.stageScene),
    },
    handler: request => given(onStage(stage).happen({ ...request.params, ...request.body })),
  })
  api.route({
    method: 'PUT',
    url: '/stage/customers/:account/phone',
    config: { scope: 'stage' },
    schema: {
      tags,
      operationId: 'turnPhone',
      summary: 'Switch the phone on or off',
      params: shape.stageParams,
      body: shape.phoneBody,
      response: ok(shape.stageScene),
    },
    handler: request => given(onStage(stage).turn({ ...request.params, ...request.body })),
  })
  api.route({
    method: 'POST',
    url: '/stage/customers/:account/messages',
    config: { scope: 'stage' },
    schema: {
      tags,
      operationId: 'writeMessage',
      summary: 'Write a message with the phone; it goes through the centre and over the wire',
      params: shape.stageParams,
      body: shape.writeBody,
      response: ok(shape.stageScene),
    },
    handler: request => given(onStage(stage).write({ ...request.params, ...request.body })),
  })
}
