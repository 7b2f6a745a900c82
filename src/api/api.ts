/** The fastify instance as every route sees it, and what each route must say about itself. */
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Inbox } from '../engine/inbox.ts'
import type { Actor, StaffActor } from './actor.ts'
import type { Desk } from './desk.ts'
import type { Scope } from './keys.ts'
import type { ApiLimits } from './limits.ts'
import type { LiveHub } from './live-hub.ts'
import type { ApiMetrics } from './metrics.ts'
import type { RouteTable } from './route-table.ts'
import type { NoteText } from './spoken.ts'
import type { SessionRecord } from './sessions.ts'
import type { Stage } from './stage.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Who may call it; `open` for everybody; `self` for staff who are signed in, `session` for them also while they must
     * change their password. A route without it is refused to all.
     */
    scope?: Scope | 'open' | 'self' | 'session'
    /** An open route to which it matters by which host it is called. */
    byName?: true
    /** Content types of its body, where JSON alone is not it. */
    bodyTypes?: readonly string[]
    /** OpenAPI of answers that are no JSON. */
    docs?: object
  }
  interface FastifyInstance {
    routeTable: RouteTable
  }
  interface FastifyRequest {
    actor: Actor | null
    /** Of staff who are signed in. */
    session: SessionRecord | null
  }
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What routes work with. */
export interface Works {
  readonly inbox: Inbox
  readonly desk: Desk
  readonly metrics: ApiMetrics
  readonly limits: ApiLimits
  readonly wait: (ms: number) => Promise<void>
  /** Sessions were ended or changed: the ones remembered are to be asked anew. */
  readonly forgetSessions: () => void
  readonly hub: LiveHub
  readonly noteText: NoteText
  /** Of a demo; null everywhere else. */
  readonly stage: Stage | null
  /** Who calls, asked anew: null when the key is no longer good. */
  readonly callerOf: (request: Pick<FastifyRequest, 'headers'>) => Promise<Actor | null>
}

export type Routes = (api: Api, works: Works) => void

/** The caller; the guard has let nobody else through. */
export function actorOf(request: Pick<FastifyRequest, 'actor'>): Actor {
  if (request.actor === null) throw new Error('a route without the guard')
  return request.actor
}

/** The same on a route for staff alone. */
export function staffOf(request: Pick<FastifyRequest, 'actor'>): StaffActor {
  const actor = actorOf(request)
  if (actor.kind !== 'staff') throw new Error('a route without its scope')
  return actor
}
