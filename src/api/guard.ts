/**
 * Before any body is read: a known host, a key or a session, the scope of the route, a content type that the route takes; of
 * a session also a sign that the request comes from our own page. A route that says nothing about itself is closed to
 * everybody.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from './actor.ts'
import { mediaTypeOf } from './body.ts'
import { tokenCookie, tokenIn } from './cookie.ts'
import type { KeyRing, Scope } from './keys.ts'
import { isSame, scopeMeanings } from './keys.ts'
import { ProblemError } from './problem.ts'
import type { Entered, SessionRing } from './sessions.ts'

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH'])
const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
const json: readonly string[] = ['application/json']

interface Parts {
  readonly keys: KeyRing
  readonly sessions: SessionRing
  /** Names as in the Host header, with or without port: `localhost`, `kairos.example:8443`. */
  readonly hosts: readonly string[]
}

export function guard({
  keys,
  sessions,
  hosts,
}: Parts): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const known = new Set(hosts.map(host => host.toLowerCase()))
  return async (request, reply) => {
    const { scope } = request.routeOptions.config
    const isOpen = scope === 'open' && !request.is404
    // Probes call by address and learn nothing here but that the process lives.
    const isAsking = isOpen && safe.has(request.method)
    if (isAsking && request.routeOptions.config.byName !== true) return
    checkHost(request.headers.host ?? '', known)
    if (isAsking) return
    if (isOpen) checkPage(request)
    else await enter({ request, reply, keys, sessions })
    if (request.is404) return
    if (withBody.has(request.method)) checkContentType(request, request.routeOptions.config.bodyTypes ?? json)
  }
}

interface Entry extends Omit<Parts, 'hosts'> {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A key, where one is sent, goes before a cookie: no page can make a browser send it. */
async function enter({ request, reply, keys, sessions }: Entry): Promise<void> {
  const { authorization, cookie } = request.headers
  const token = authorization === undefined ? tokenIn(cookie) : null
  const entered = token === null ? null : await sessions.enter(token)
  request.actor = entered?.actor ?? (await keys.actorOf(authorization))
  request.session = entered?.record ?? null
  if (request.actor === null) throw new ProblemError('not-authenticated')
  if (entered !== null) admit(entered, { request, reply })
  if (!request.is404) checkScope(request.actor, request)
}

function admit({ record, newToken }: Entered, { request, reply }: Pick<Entry, 'request' | 'reply'>): void {
  if (newToken !== null) reply.header('set-cookie', tokenCookie(newToken, request.protocol === 'https'))
  if (!safe.has(request.method)) {
    checkPage(request)
    const sent = request.headers['x-kairos-csrf']
    if (typeof sent !== 'string' || !isSame(sent, record.csrf))
      throw new ProblemError('csrf', { detail: 'x-kairos-csrf is not the "csrf" of GET /session' })
  }
  if (record.mustChangePassword && request.routeOptions.config.scope !== 'session' && !request.is404)
    throw new ProblemError('password-change-needed')
}

function checkScope({ kind, scopes }: Actor, request: FastifyRequest): void {
  const { scope } = request.routeOptions.config
  if (scope === 'session' || scope === 'self') {
    if (kind === 'staff') return
    throw new ProblemError('not-permitted', { detail: 'it is for staff who are signed in' })
  }
  if (scope === undefined || scope === 'open')
    throw new ProblemError('not-permitted', { detail: 'nobody may' })
  if (!scopes.includes(scope)) throw new ProblemError('not-permitted', { detail: lacking(scope, kind) })
}

/** A key keeps the scopes that it was made with: one that came later needs another key. */
const lacking = (scope: Scope, kind: Actor['kind']): string => {
  const needed = `it needs scope ${scope}: ${scopeMeanings[scope]}`
  return kind === 'staff'
    ? needed
    : `${needed}; a key with scope admin makes one that has it: kairos key create NAME --scopes ${scope}`
}

/** Against DNS rebinding: a browser that was led here by another name names it. */
function checkHost(header: string, known: ReadonlySet<string>): void {
  const host = header.toLowerCase()
  const name = host.replace(/:\d+$/, '')
  if (known.has(host) || known.has(name)) return
  const shown = /^[a-z0-9.:[\]-]{1,100}$/.test(host) ? `"${host}"` : 'that is no host name'
  throw new ProblemError('unknown-host', { detail: `host ${shown}` })
}

/** What a browser says of where a request comes from; programs say nothing. */
function checkPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new ProblemError('csrf', { detail: 'another site made the browser send this' })
  const { origin } = headers
  if (origin !== undefined && hostOf(origin) !== (headers.host ?? '').toLowerCase())
    throw new ProblemError('csrf', { detail: 'the page that sent this is not of this host' })
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

function checkContentType(request: FastifyRequest, types: readonly string[]): void {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  const isKnown = types.includes(mediaTypeOf(request.headers['content-type']))
  if (isKnown && encoding === 'identity') return
  throw new ProblemError('wrong-content-type', { detail: `use ${types.join(', ')}` })
}
