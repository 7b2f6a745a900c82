/** The HTTP API put together; `inject` tests it without a socket. */
import { setTimeout as pause } from 'node:timers/promises'
import swagger from '@fastify/swagger'
import fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Registry } from 'prom-client'
import type { Instant } from '../core/units.ts'
import type { Inbox } from '../engine/inbox.ts'
import type { Api, Works } from './api.ts'
import { jsonOf } from './body.ts'
import { answerClientError } from './client-error.ts'
import { tokenIn } from './cookie.ts'
import type { Desk } from './desk.ts'
import { answerError, answerMissing } from './errors.ts'
import { guard } from './guard.ts'
import { safetyHeaders, watchBodies, watchRequests } from './hooks.ts'
import type { Keys } from './keys.ts'
import { KeyRing } from './keys.ts'
import type { ApiLimits } from './limits.ts'
import { apiLimits } from './limits.ts'
import { LiveHub } from './live-hub.ts'
import { errorEntry } from './log.ts'
import { ApiMetrics } from './metrics.ts'
import { openapiOptions } from './openapi.ts'
import { allRoutes } from './routes/all.ts'
import { serveApiPage } from './routes/api-page.ts'
import { serveConsole } from './routes/console.ts'
import { RouteTable } from './route-table.ts'
import type { SessionLimits, Sessions } from './sessions.ts'
import { sessionLimits, SessionRing } from './sessions.ts'
import type { NoteText } from './spoken.ts'
import type { Stage } from './stage.ts'
import { checkInput } from './validation.ts'

export interface ApiParts {
  readonly inbox: Inbox
  readonly keys: Keys
  readonly sessions: Sessions
  readonly desk: Desk
  /** Shown at /metrics; the API adds its own to it. */
  readonly metrics: Registry
  readonly now: () => Instant
  /** Names that the Host header may have, with or without port. */
  readonly hosts: readonly string[]
  /** Made with `logOptions`. */
  readonly log: FastifyBaseLogger
  readonly limits?: Partial<ApiLimits>
  /** Folder of the built console; without it there is the API alone. */
  readonly console?: string
  readonly sessionLimits?: Partial<SessionLimits>
  /** One proxy stands before us, and its word on scheme and address is taken. */
  readonly behindProxy?: boolean
  /** Real time between attempts of a stream while the engine is behind. */
  readonly wait?: (ms: number) => Promise<void>
  /** Where what happens is published; absent: nothing ever is. */
  readonly hub?: LiveHub
  /** Puts notes into the caller's language; absent: they stay as they were noted. */
  readonly noteText?: NoteText
  /** Simulated customers to play with; only a demo has them. */
  readonly stage?: Stage
}

/** Ready to `listen` or `inject`. */
export async function buildApi(parts: ApiParts): Promise<Api> {
  const limits = { ...apiLimits, ...parts.limits }
  const api = bareApi(parts, limits)
  const table = new RouteTable()
  api.decorate('routeTable', table)
  api.addHook('onRoute', ({ method, url, config }) =>
    [method].flat().forEach(one => table.add({ method: one, url, scope: config?.scope })),
  )
  api.setValidatorCompiler(checkInput)
  api.setSerializerCompiler(serializerCompiler)
  api.setErrorHandler(answerError)
  api.setNotFoundHandler((request, reply) => answerMissing(table.methodsAt(request.url), request, reply))
  api.removeAllContentTypeParsers()
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, jsonOf)
  api.decorateRequest('actor', null)
  api.decorateRequest('session', null)
  const sessions = ringOf(parts)
  const keys = new KeyRing(parts.keys, parts.now)
  const works: Works = {
    inbox: parts.inbox,
    desk: parts.desk,
    metrics: new ApiMetrics(parts.metrics),
    limits,
    wait: parts.wait ?? (ms => pause(ms)),
    forgetSessions: () => sessions.forget(),
    hub: parts.hub ?? new LiveHub('none'),
    noteText: parts.noteText ?? (note => note),
    stage: parts.stage ?? null,
    callerOf: ({ headers: { authorization, cookie } }) => {
      const token = authorization === undefined ? tokenIn(cookie) : null
      return token === null ? keys.actorOf(authorization) : sessions.holderOf(token)
    },
  }
  watchRequests(api, works)
  api.addHook('onRequest', guard({ keys, sessions, hosts: parts.hosts }))
  watchBodies(api, limits)
  await api.register(swagger, openapiOptions)
  for (const routes of allRoutes) {
    api.register(async scope => {
      routes(scope, works)
    })
  }
  if (parts.console !== undefined) {
    await serveConsole(api, parts.console)
    serveApiPage(api)
  }
  await api.ready()
  return api
}

/** How often connections are looked at for being too slow. */
const checkEveryMs = 2_000

const ringOf = ({ sessions, now, sessionLimits: limits }: ApiParts): SessionRing =>
  new SessionRing({ sessions, now, limits: { ...sessionLimits, ...limits } })

function bareApi({ log, now, behindProxy }: ApiParts, limits: ApiLimits): Api {
  const boot = now().toString(36)
  let requests = 0
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger, bindings, options) => logger.child(bindings, { ...options, serializers }),
    genReqId: () => `${boot}-${(requests += 1).toString(36)}`,
    bodyLimit: limits.bodyBytes,
    // One hop: what a proxy was told by others before it is not believed.
    trustProxy: behindProxy === true ? (_, hop) => hop < 1 : false,
    connectionTimeout: limits.idleMs,
    // Bodies have their own time limit (`watchBodies`), so that a stream may take as long as it moves.
    requestTimeout: 0,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      // Node looks every 30 s otherwise, and a limit of 10 s would be one of 40.
      connectionsCheckingInterval: Math.min(limits.headersMs, checkEveryMs),
    },
    // The console and the API share one origin: what a browser may mistake for a page has a name of its own.
    rewriteUrl: ({ url = '/' }) => (url.startsWith('/api/') ? url.slice('/api'.length) : url),
    routerOptions: { maxParamLength: limits.idCharacters },
    // Before any hook has run.
    frameworkErrors(error, request, reply) {
      reply.headers({ ...safetyHeaders, 'x-request-id': request.id })
      answerError(error, request, reply)
    },
    clientErrorHandler: answerClientError,
  }).withTypeProvider<ZodTypeProvider>()
}

/** Fastify's own would log the address with its query. */
const serializers = {
  req: (request: { readonly method?: string }) => ({ method: request.method }),
  res: (reply: { readonly statusCode?: number }) => ({ status: reply.statusCode }),
  err: errorEntry,
}
