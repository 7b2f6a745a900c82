/**
 * Sessions of staff: a token of 256 random bits in a cookie, of which only the SHA-256 is kept.
 *
 *     signed in ──► alive ──► ended: signed out, password changed, disabled, other roles; nothing seen for `idleMs`;
 *                   │   ▲            older than `absoluteMs`
 *                   └───┘ every `rotateMs` a new token; the one before is good for `graceMs` more
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '../core/units.ts'
import type { StaffActor } from './actor.ts'
import { isSame } from './keys.ts'
import type { Role } from './roles.ts'
import { scopesOf } from './roles.ts'

export interface SessionRecord {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly territories: readonly string[]
  readonly locale: 'zh-CN' | 'en'
  readonly mustChangePassword: boolean
  readonly csrf: string
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  readonly formerHash: string | null
  readonly formerUntil: Instant
  readonly createdAt: Instant
  readonly rotatedAt: Instant
  readonly seenAt: Instant
}

/** Port: the store's sessions. */
export interface Sessions {
  /** By the present token or the one before; null when there is none. */
  find(hash: string): Promise<SessionRecord | null>
  /** False when another request was faster. */
  rotate(
    record: SessionRecord,
    next: { readonly tokenHash: string; readonly at: Instant; readonly formerUntil: Instant },
  ): Promise<boolean>
  seen(id: string, at: Instant): Promise<void>
}

export const sessionLimits = {
  idleMs: 30 * 60_000,
  absoluteMs: 12 * 3_600_000,
  rotateMs: 15 * 60_000,
  graceMs: 30_000,
  /** One write in so long tells that a session is alive. */
  seenEveryMs: 60_000,
} as const

export type SessionLimits = { readonly [K in keyof typeof sessionLimits]: number }

export const newToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

export interface Entered {
  readonly record: SessionRecord
  readonly actor: StaffActor
  /** To be set as cookie. */
  readonly newToken: string | null
}

const cacheMs = 5_000
const cachedMax = 1_000

interface Parts {
  readonly sessions: Sessions
  readonly limits: SessionLimits
  readonly now: () => Instant
}

/** Sessions that were found lately; one that was ended elsewhere is refused after five seconds at the latest. */
export class SessionRing {
  readonly #parts: Parts
  readonly #cached = new Map<string, { readonly record: SessionRecord; readonly until: Instant }>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Null when nobody is signed in with this token, or no longer. */
  async enter(token: string): Promise<Entered | null> {
    const { now, limits, sessions } = this.#parts
    const hash = tokenHash(token)
    const found = this.#fresh(hash) ?? (await this.#found(hash))
    if (found === null || !this.#isAlive(found, hash)) return null
    let record = found
    if (now() - record.seenAt >= limits.seenEveryMs) {
      record = { ...record, seenAt: now() }
      this.#keep(hash, record)
      await sessions.seen(record.id, record.seenAt)
    }
    return { record, actor: actorOf(record), newToken: await this.#rotated(record, hash) }
  }

  /** Who holds it still, asked by what only goes on: it is no sign of life, and nothing is rotated. */
  async holderOf(token: string): Promise<StaffActor | null> {
    const hash = tokenHash(token)
    const found = this.#fresh(hash) ?? (await this.#found(hash))
    return found !== null && this.#isAlive(found, hash) ? actorOf(found) : null
  }

  /** Whatever was ended or changed here is asked anew. */
  forget(): void {
    this.#cached.clear()
  }

  #isAlive(record: SessionRecord, hash: string): boolean {
    const { now, limits } = this.#parts
    const isFormer =
      record.formerHash !== null && isSame(record.formerHash, hash) && now() < record.formerUntil
    if (!isSame(record.tokenHash, hash) && !isFormer) return false
    return now() - record.seenAt < limits.idleMs && now() - record.createdAt < limits.absoluteMs
  }

  async #rotated(record: SessionRecord, hash: string): Promise<string | null> {
    const { now, limits, sessions } = this.#parts
    if (record.tokenHash !== hash || now() - record.rotatedAt < limits.rotateMs) return null
    const token = newToken()
    const next = { tokenHash: tokenHash(token), at: now(), formerUntil: now() + limits.graceMs }
    this.#cached.delete(hash)
    return (await sessions.rotate(record, next)) ? token : null
  }

  #fresh(hash: string): SessionRecord | null {
    const cached = this.#cached.get(hash)
    return cached !== undefined && this.#parts.now() < cached.until ? cached.record : null
  }

  async #found(hash: string): Promise<SessionRecord | null> {
    const record = await this.#parts.sessions.find(hash)
    this.#cached.delete(hash)
    if (record !== null) this.#keep(hash, record)
    return record
  }

  #keep(hash: string, record: SessionRecord): void {
    if (this.#cached.size >= cachedMax) this.#cached.clear()
    this.#cached.set(hash, { record, until: this.#parts.now() + cacheMs })
  }
}

const actorOf = ({ id, name, roles, territories }: SessionRecord): StaffActor => ({
  kind: 'staff',
  id: `staff/${name}`,
  name,
  scopes: scopesOf(roles),
  territories,
  session: id,
})
