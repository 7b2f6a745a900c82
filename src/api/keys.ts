/**
 * Who is calling: an API key of 256 random bits, of which only the SHA-256 is kept.
 *
 * Looking a digest up cannot be timed to any use (nobody can choose its bytes without knowing the key), and
 * what the store answers is compared once more in constant time.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../core/units.ts'
import type { KeyActor } from './actor.ts'

export const scopes = [
  'events:write',
  'read',
  'customers',
  'unmask',
  'assist',
  'blocks:approve',
  'export',
  'operate',
  'rulebook:write',
  'rulebook:review',
  'rulebook:try',
  'audit',
  'staff',
  'erase',
  'admin',
  'stage',
] as const
export type Scope = (typeof scopes)[number]

/** What each scope opens, for documentation. */
export const scopeMeanings: Readonly<Record<Scope, string>> = {
  'events:write': 'send facts',
  read: 'look up figures, rulebook, gateways, alarms, books: no customer',
  customers: 'look up customers: accounts, reminders, timelines',
  unmask: 'see a customer’s numbers in full',
  assist: 'do for an opened customer what they ask for: send a reminder again, ask for a block of reminders',
  'blocks:approve': 'approve, refuse and lift blocks that someone else asked for',
  export: 'take lists away as files',
  operate: 'pause and resume, replay and discard what was set aside',
  'rulebook:write': 'submit, publish and recall rulebook versions',
  'rulebook:review':
    'review a version that someone else submitted; in an emergency publish one without a dry run',
  'rulebook:try': 'make dry runs, and try rules on invented customers',
  audit: 'read and check the audit log',
  staff: 'manage staff accounts',
  erase: 'erase a person for good',
  admin: 'make and revoke keys, see personal data as it came',
  stage: 'play simulated customers on the stage of a demo; elsewhere there is none',
}

export interface KeyRecord {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** SHA-256 of the key, hex. */
  readonly hash: string
}

/** Port: the store's keys. Null for an unknown or revoked one. */
export interface Keys {
  find(hash: string): Promise<KeyRecord | null>
}

const form = /^kairos_[A-Za-z0-9_-]{43}$/

/** @param random 32 random bytes. */
export const keyText = (random: Uint8Array): string => `kairos_${Buffer.from(random).toString('base64url')}`

export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex')

const cacheMs = 5_000
const cachedMax = 1_000

/** Keys that were found lately; a revoked one is refused after five seconds at the latest. */
export class KeyRing {
  readonly #keys: Keys
  readonly #now: () => Instant
  readonly #cached = new Map<string, { readonly record: KeyRecord; readonly until: Instant }>()

  constructor(keys: Keys, now: () => Instant) {
    this.#keys = keys
    this.#now = now
  }

  /** @param authorization the header's value. */
  async actorOf(authorization: string | undefined): Promise<KeyActor | null> {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (key === undefined || !form.test(key)) return null
    const hash = keyHash(key)
    const record = this.#fresh(hash) ?? (await this.#found(hash))
    if (record === null || !isSame(record.hash, hash)) return null
    return { kind: 'key', id: record.id, name: record.name, scopes: record.scopes, territories: [] }
  }

  #fresh(hash: string): KeyRecord | null {
    const cached = this.#cached.get(hash)
    return cached !== undefined && this.#now() < cached.until ? cached.record : null
  }

  async #found(hash: string): Promise<KeyRecord | null> {
    const record = await this.#keys.find(hash)
    this.#cached.delete(hash)
    if (record === null) return null
    if (this.#cached.size >= cachedMax) this.#cached.clear()
    this.#cached.set(hash, { record, until: this.#now() + cacheMs })
    return record
  }
}

/** In constant time. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
