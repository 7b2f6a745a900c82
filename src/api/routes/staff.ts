import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { created, ok } from '../answers.ts'
import { given } from '../refusal.ts'
import * as shape from '../shapes/staff.ts'
import { emptyBody } from '../shapes/set-aside.ts'

const tags = ['staff']

/** Who may sign in, as what, and where they may look. */
export const staffRoutes: Routes = (api, { desk, forgetSessions }) => {
  api.route({
    method: 'GET',
    url: '/staff',
    config: { scope: 'staff' },
    schema: { tags, operationId: 'listStaff', summary: 'All staff accounts', response: ok(shape.staffList) },
    handler: request => given(desk.listStaff(actorOf(request))),
  })
  api.route({
    method: 'POST',
    url: '/staff',
    config: { scope: 'staff' },
    schema: {
      tags,
      operationId: 'createStaff',
      summary: 'Make an account; its one-time password is shown this once',
      body: shape.staffBody,
      response: created(shape.newStaff),
    },
    handler: async (request, reply) =>
      reply.code(201).send(await given(desk.createStaff(request.body, actorOf(request)))),
  })
  api.route({
    method: 'PATCH',
    url: '/staff/:name',
    config: { scope: 'staff' },
    schema: {
      tags,
      operationId: 'changeStaff',
      summary: 'Change name, roles, territories or language of a person; disable or enable them',
      description: 'The last administrator who can sign in stays one.',
      params: shape.staffParams,
      body: shape.staffChangeBody,
      response: ok(shape.staffView),
    },
    handler: async request => {
      const changed = await given(desk.changeStaff({ ...request.params, ...request.body }, actorOf(request)))
      forgetSessions()
      return changed
    },
  })
  api.route({
    method: 'POST',
    url: '/staff/:name/password',
    config: { scope: 'staff' },
    schema: {
      tags,
      operationId: 'resetPassword',
      summary: 'Give a person a new one-time password; it is shown this once',
      params: shape.staffParams,
      body: emptyBody,
      response: ok(shape.newPassword),
    },
    handler: async request => {
      const made = await given(desk.resetPassword(request.params, actorOf(request)))
      forgetSessions()
      return made
    },
  })
}
