import type { FastifyReply, FastifyRequest } from 'fastify'
import { ok } from '../answers.ts'
import type { Routes } from '../api.ts'
import { goneTicket, ticketCookie, ticketIn, tokenCookie } from '../cookie.ts'
import { problem } from '../events/documentation.ts'
import { ProblemError } from '../problem.ts'
import { type SignInFailure, signInFailures } from '../provider-sign-in.ts'
import * as shape from '../shapes/staff.ts'

const tags = ['session']
const callback = '/session/oidc/callback'
const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https'

const docs = {
  303: { description: 'To the provider, or back to the console.' },
  '4XX': problem('Refused: see "code" and docs/errors.md.'),
}

/** Back at the door, which has words for it. */
const turnedAway = (reply: FastifyReply, { failure }: SignInFailure): FastifyReply =>
  reply.redirect(`/console/?sign-in=${failure}`, 303)

/** For browsers: they are sent to the provider and come back with a code. */
export const providerRoutes: Routes = (api, { desk }) => {
  api.route({
    method: 'GET',
    url: '/session/ways',
    config: { scope: 'open' },
    schema: {
      tags,
      operationId: 'signInWays',
      summary: 'How staff sign in beside name and password',
      security: [],
      response: ok(shape.signInWays),
    },
    handler: () => desk.signInWays() as Promise<ReturnType<typeof shape.signInWays.parse>>,
  })
  api.route({
    method: 'GET',
    url: '/session/oidc',
    config: { scope: 'open', byName: true, docs },
    schema: {
      tags,
      operationId: 'beginProviderSignIn',
      summary: 'Sign in through the provider of identities: for a browser, which is sent there',
      security: [],
    },
    handler: async (request, reply) => {
      const started = await desk.beginProviderSignIn(
        `${request.protocol}://${request.headers.host ?? ''}/api${callback}`,
      )
      if (started === null)
        throw new ProblemError('not-found', { detail: 'no provider is set up: "staff.oidc" in the settings' })
      if ('failure' in started) return turnedAway(reply, started)
      reply.header('set-cookie', ticketCookie(started.ticket, isSecure(request)))
      return reply.redirect(started.url, 303)
    },
  })
  api.route({
    method: 'GET',
    url: callback,
    config: { scope: 'open', byName: true, docs },
    schema: {
      tags,
      operationId: 'endProviderSignIn',
      summary: 'Where the provider sends the browser back to; sets the cookie kairos_session',
      description: `Whoever is turned away finds why in the address of the console: \`sign-in=\` ${signInFailures.join(', ')}.`,
      security: [],
    },
    handler: async (request, reply) => {
      const [, query = ''] = request.url.split(/\?(.*)/s)
      const { ip: address, headers } = request
      const ended = await desk.endProviderSignIn({ ticket: ticketIn(headers.cookie), query, address })
      reply.header('set-cookie', goneTicket(isSecure(request)))
      if ('failure' in ended) return turnedAway(reply, ended)
      reply.header('set-cookie', tokenCookie(ended.token, isSecure(request)))
      return reply.redirect('/console/', 303)
    },
  })
}
