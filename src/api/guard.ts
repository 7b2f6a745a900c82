/**
 * Before any body is read: a known host, a key, the scope of the route, a content type that the route takes.
 * A route that says nothing about itself is closed to everybody.
 */
import type { FastifyRequest } from 'fastify'
import { mediaTypeOf } from './body.ts'
import type { KeyRing } from './keys.ts'
import { scopeMeanings } from './keys.ts'
import { ProblemError } from './problem.ts'

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH'])
const json: readonly string[] = ['application/json']

/** @param hosts names as in the Host header, with or without port: `localhost`, `kairos.example:8443`. */
export function guard(ring: KeyRing, hosts: readonly string[]): (request: FastifyRequest) => Promise<void> {
  const known = new Set(hosts.map(host => host.toLowerCase()))
  return async request => {
    const { scope, bodyTypes } = request.routeOptions.config
    // Probes call by address and learn nothing here but that the process lives.
    if (scope === 'open' && !request.is404) return
    checkHost(request.headers.host ?? '', known)
    request.actor = await ring.actorOf(request.headers.authorization)
    if (request.actor === null) throw new ProblemError('not-authenticated')
    if (request.is404) return
    if (scope === undefined || scope === 'open' || !request.actor.scopes.includes(scope)) {
      throw new ProblemError('not-permitted', {
        detail: scope === undefined ? 'nobody may' : lacking(scope),
      })
    }
    if (withBody.has(request.method)) checkContentType(request, bodyTypes ?? json)
  }
}

/** A key keeps the scopes that it was made with: one that came later needs another key. */
const lacking = (scope: string): string =>
  `it needs scope ${scope}: ${meaningOf(scope)}; a key with scope admin makes one that has it: kairos key create NAME --scopes ${scope}`

const meaningOf = (scope: string): string =>
  Object.entries(scopeMeanings).find(([name]) => name === scope)?.[1] ?? ''

/** Against DNS rebinding: a browser that was led here by another name names it. */
function checkHost(header: string, known: ReadonlySet<string>): void {
  const host = header.toLowerCase()
  const name = host.replace(/:\d+$/, '')
  if (known.has(host) || known.has(name)) return
  const shown = /^[a-z0-9.:[\]-]{1,100}$/.test(host) ? `"${host}"` : 'that is no host name'
  throw new ProblemError('unknown-host', { detail: `host ${shown}` })
}

function checkContentType(request: FastifyRequest, types: readonly string[]): void {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  const isKnown = types.includes(mediaTypeOf(request.headers['content-type']))
  if (isKnown && encoding === 'identity') return
  throw new ProblemError('wrong-content-type', { detail: `use ${types.join(', ')}` })
}
