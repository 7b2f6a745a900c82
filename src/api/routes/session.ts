import type { FastifyRequest } from 'fastify'
import type { Routes } from '../api.ts'
import { staffOf } from '../api.ts'
import { ok } from '../answers.ts'
import { goneCookie, tokenCookie } from '../cookie.ts'
import { ProblemError } from '../problem.ts'
import { given } from '../refusal.ts'
import { scopesOf } from '../roles.ts'
import type { SessionRecord } from '../sessions.ts'
import * as shape from '../shapes/staff.ts'

const tags = ['session']
const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https'

/** Signing in and out. Answers never tell whether somebody of a name exists. */
export const sessionRoutes: Routes = (api, { desk, forgetSessions, stage }) => {
  const hasStage = stage !== null
  api.route({
    method: 'POST',
    url: '/session',
    config: { scope: 'open' },
    schema: {
      tags,
      operationId: 'signIn',
      summary: 'Sign in: sets the cookie kairos_session',
      description:
        'After five failures by a name or from an address it is refused for a while (Retry-After). "code" is asked for where there is a second factor.',
      security: [],
      body: shape.signInBody,
      response: ok(shape.sessionView),
    },
    handler: async (request, reply) => {
      const { token, ...view } = await given(desk.signIn({ ...request.body, address: request.ip }))
      reply.header('set-cookie', tokenCookie(token, isSecure(request)))
      return { ...view, hasStage }
    },
  })
  api.route({
    method: 'GET',
    url: '/session',
    config: { scope: 'session' },
    schema: { tags, operationId: 'session', summary: 'Who is signed in', response: ok(shape.sessionView) },
    handler: request => ({ ...viewOf(request.session), hasStage }),
  })
  api.route({
    method: 'DELETE',
    url: '/session',
    config: { scope: 'session' },
    schema: { tags, operationId: 'signOut', summary: 'Sign out', response: ok(shape.signedOut) },
    handler: async (request, reply) => {
      await desk.signOut(staffOf(request))
      forgetSessions()
      reply.header('set-cookie', goneCookie(isSecure(request)))
      return { signedOut: true as const }
    },
  })
}

/** What proves that it is them. */
export const proofRoutes: Routes = (api, { desk, forgetSessions, stage }) => {
  api.route({
    method: 'POST',
    url: '/session/password',
    config: { scope: 'session' },
    schema: {
      tags,
      operationId: 'changePassword',
      summary: 'Set a new password; all other sessions of this person end',
      body: shape.passwordBody,
      response: ok(shape.sessionView),
    },
    handler: async request => {
      await given(desk.changePassword({ ...request.body, address: request.ip }, staffOf(request)))
      forgetSessions()
      const { csrf, staff } = viewOf(request.session)
      return { csrf, hasStage: stage !== null, staff: { ...staff, mustChangePassword: false } }
    },
  })
  api.route({
    method: 'POST',
    url: '/session/totp',
    config: { scope: 'self' },
    schema: {
      tags,
      operationId: 'secondFactor',
      summary: 'Take on a second factor (RFC 6238): begin, then confirm with a code',
      body: shape.totpBody,
      response: ok(shape.totpView),
    },
    handler: request => given(desk.secondFactor(request.body, staffOf(request))),
  })
}

function viewOf(record: SessionRecord | null) {
  if (record === null) throw new ProblemError('not-authenticated')
  const { name, displayName, roles, territories, locale, mustChangePassword, csrf } = record
  const staff = {
    name,
    displayName,
    roles: [...roles],
    territories: [...territories],
    locale,
    scopes: [...scopesOf(roles)],
    mustChangePassword,
  }
  return { staff, csrf }
}
